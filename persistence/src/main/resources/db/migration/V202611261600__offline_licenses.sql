-- Files for places without a server, and what they hold of a seat: all three are null while there is no file.
alter table instance add column online_until timestamp with time zone;
alter table instance add column use_file_until timestamp with time zone;
alter table instance add column lent_until timestamp with time zone;

create table offline_license (
  id uuid primary key,
  version bigint not null,
  license_id uuid not null references license (id),
  instance_id uuid not null references instance (id),
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  grace_seconds bigint not null check (grace_seconds >= 0),
  bind_type varchar(16) not null check (bind_type in ('deployment', 'instance')),
  bind_value varchar(256) not null,
  return_hash varchar(43),
  request_nonce varchar(88),
  token text not null,
  state varchar(16) not null check (state in ('ISSUED', 'RETURNED', 'LOST')),
  closed_at timestamp with time zone,
  close_reason varchar(500),
  constraint offline_license_request_uk unique (license_id, request_nonce),
  constraint offline_license_closed_ck check ((state = 'ISSUED') = (closed_at is null)),
  constraint offline_license_reason_ck check (state <> 'LOST' or close_reason is not null)
);
create index offline_license_license_idx on offline_license (license_id, id);
create index offline_license_instance_idx on offline_license (instance_id);
