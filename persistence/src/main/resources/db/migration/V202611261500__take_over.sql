-- How often an instance was told to check, and whose seat it took over.
alter table instance add column check_interval_seconds integer default 3600 not null check (check_interval_seconds >= 1);
alter table instance add column displaced_epoch integer check (displaced_epoch >= 1);
alter table instance add column displaced_hash varchar(43);
alter table instance add column displaced_previous_hash varchar(43);
alter table instance add constraint instance_displaced_ck check ((displaced_epoch is null) = (displaced_hash is null));

-- A third of the lease, as everybody was told who had no longer one than three hours.
update instance set check_interval_seconds = (
  select greatest(1, least(3600, least(l.lease_seconds, coalesce(instance.requested_lease_seconds, l.lease_seconds)) / 3))
  from license l where l.id = instance.license_id);
