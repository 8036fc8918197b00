-- What instances say of their limits and certificates. A line of the report is a code, an equals sign and a number.
alter table instance add column usage_report varchar(4000);
alter table instance add column usage_reported_at timestamp with time zone;
alter table instance add column certificates_digest varchar(43);
alter table instance add constraint instance_usage_ck check ((usage_report is null) = (usage_reported_at is null));
alter table license add column quota_exceeded boolean default false not null;

create table instance_certificate (
  instance_id uuid not null references instance (id),
  domain varchar(253) not null,
  state varchar(128) not null,
  issuer varchar(512),
  not_before timestamp with time zone,
  not_after timestamp with time zone,
  last_error varchar(512),
  primary key (instance_id, domain)
);
