-- Methods that came from a visit to the provider's own page, methods that were removed, and what the sandbox's page remembers.
-- A removed method stays as what its payments were charged to. setup_reference is unique: one visit brings one method.
alter table payment_method add column removed_at timestamp with time zone;
alter table payment_method add column setup_reference varchar(100) unique;

create table sandbox_setup (
  id uuid primary key,
  version bigint not null,
  account_id uuid not null,
  return_address varchar(2000) not null,
  state varchar(20) not null check (state in ('OPEN', 'DONE', 'TURNED_BACK')),
  method_reference varchar(100)
);
