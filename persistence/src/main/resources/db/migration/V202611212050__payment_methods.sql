-- Ways to pay, attempts to collect with them, and what the sandbox's gateway remembers. Amounts are minor units.
create table payment_method (
  id uuid primary key,
  version bigint not null,
  account_id uuid not null references account (id),
  method_type varchar(10) not null check (method_type in ('CARD', 'SEPA')),
  provider_reference varchar(100) not null,
  brand varchar(40) not null,
  last4 varchar(4) not null,
  is_default boolean not null,
  attached_at timestamp with time zone not null
);
create index payment_method_account_idx on payment_method (account_id, id);

alter table payment add column payment_method_id uuid references payment_method (id);
alter table payment add column failure_reason varchar(60);
alter table payment add column confirm_url varchar(500);
alter table payment add column asks integer default 0 not null check (asks >= 0);
alter table payment add column ask_at timestamp with time zone;
-- Equal to invoice_id while the outcome is open, else null: the database itself refuses a second attempt beside it.
alter table payment add column in_flight_invoice_id uuid unique;
alter table payment add check (in_flight_invoice_id is null or in_flight_invoice_id = invoice_id);
create index payment_ask_idx on payment (ask_at, status);

create table sandbox_charge (
  payment_id uuid primary key,
  version bigint not null,
  method_reference varchar(100) not null,
  amount bigint not null check (amount > 0),
  currency varchar(3) not null,
  state varchar(20) not null check (state in ('SUCCEEDED', 'DECLINED', 'WAITING', 'PROCESSING')),
  decline_reason varchar(60),
  settles_at timestamp with time zone
);
