create table license (
  id uuid primary key,
  version bigint not null,
  account_id uuid not null,
  product varchar(64) not null,
  created_at timestamp with time zone not null,
  activated boolean not null,
  held_suspended boolean not null,
  held_unpaid boolean not null,
  ended varchar(16) check (ended in ('CANCELED', 'EXPIRED')),
  valid_until timestamp with time zone,
  secret_hash varchar(43) not null,
  previous_secret_hash varchar(43),
  previous_secret_until timestamp with time zone,
  revision bigint not null check (revision >= 1),
  plan_code varchar(64) not null,
  plan_name varchar(200) not null,
  lease_seconds integer not null check (lease_seconds > 0),
  production_seats bigint check (production_seats >= 0),
  development_seats bigint check (development_seats >= 0),
  production_lowered_at timestamp with time zone,
  development_lowered_at timestamp with time zone,
  updates_until date,
  grant_document text not null,
  constraint license_secret_uk unique (secret_hash),
  constraint license_previous_secret_uk unique (previous_secret_hash),
  constraint license_previous_secret_ck check ((previous_secret_hash is null) = (previous_secret_until is null))
);
create index license_account_idx on license (account_id, id);

create table instance (
  id uuid primary key,
  version bigint not null,
  license_id uuid not null references license (id),
  product varchar(64) not null,
  deployment_id varchar(256) not null,
  name varchar(256) not null,
  seat_class varchar(16) not null check (seat_class in ('PRODUCTION', 'DEVELOPMENT')),
  state varchar(16) not null check (state in ('ACTIVE', 'RELEASED', 'DEACTIVATED')),
  epoch integer not null check (epoch >= 1),
  seq bigint not null check (seq >= 1),
  current_hash varchar(43) not null,
  previous_hash varchar(43),
  boot_ids varchar(4200) not null,
  attempt varchar(43),
  activated_at timestamp with time zone not null,
  lease_issued_at timestamp with time zone not null,
  lease_expires_at timestamp with time zone not null,
  seat_until timestamp with time zone not null,
  requested_lease_seconds integer check (requested_lease_seconds > 0),
  last_check_at timestamp with time zone not null,
  last_address varchar(64) not null,
  product_version varchar(256) not null,
  release_date date not null,
  applied_revision bigint,
  fetched_revision bigint,
  restart_needed boolean not null,
  window_start timestamp with time zone not null,
  hits integer not null check (hits >= 0),
  constraint instance_name_uk unique (license_id, deployment_id, name)
);
-- Seats are counted by way of instance_name_uk: an index that held seat_until would be rewritten by every check.

create table instance_event (
  id uuid primary key,
  license_id uuid not null references license (id),
  instance_id uuid not null references instance (id),
  event_type varchar(16) not null,
  happened_at timestamp with time zone not null,
  epoch integer not null,
  address varchar(64),
  other_address varchar(64)
);
create index instance_event_license_idx on instance_event (license_id, happened_at);
create index instance_event_instance_idx on instance_event (instance_id, happened_at);

create table signing_key (
  kid varchar(43) primary key,
  public_key bytea not null,
  sealed_private_key bytea not null,
  created_at timestamp with time zone not null,
  live_key varchar(8) check (live_key = 'signing'),
  constraint signing_key_live_uk unique (live_key)
);

create table call_count (
  subject varchar(160) primary key,
  window_start timestamp with time zone not null,
  hits integer not null check (hits >= 0)
);
create index call_count_start_idx on call_count (window_start);
