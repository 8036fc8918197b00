-- Subscriptions, invoices, payments and account credit. Amounts are minor units.
create table subscription (
  id uuid primary key,
  version bigint not null,
  account_id uuid not null references account (id),
  license_id uuid not null unique references license (id),
  product_code varchar(64) not null,
  status varchar(20) not null,
  billing_period varchar(10) not null check (billing_period in ('MONTH', 'YEAR')),
  collection varchar(10) not null check (collection in ('CHARGE', 'WIRE')),
  currency varchar(3) not null,
  ordered_at timestamp with time zone not null,
  anchor timestamp with time zone,
  period_index integer not null check (period_index >= 0),
  period_start timestamp with time zone,
  period_end timestamp with time zone,
  check (period_start is null or period_start < period_end)
);
create index subscription_account_idx on subscription (account_id, id);

create table subscription_item (
  id uuid primary key,
  subscription_id uuid not null references subscription (id),
  kind varchar(10) not null,
  code varchar(64) not null,
  name varchar(200) not null,
  quantity integer not null check (quantity > 0),
  price_id uuid not null,
  unit_amount bigint not null check (unit_amount >= 0),
  position integer not null,
  unique (subscription_id, code)
);

create table invoice_series (
  code varchar(20) primary key,
  last_number bigint not null check (last_number >= 0)
);
insert into invoice_series (code, last_number) values ('invoice', 0);

create table invoice (
  id uuid primary key,
  version bigint not null,
  account_id uuid not null references account (id),
  subscription_id uuid not null references subscription (id),
  period_index integer not null,
  number varchar(40) unique,
  status varchar(15) not null,
  currency varchar(3) not null,
  issued_at timestamp with time zone,
  due_at timestamp with time zone,
  paid_at timestamp with time zone,
  subtotal bigint not null,
  discount bigint not null check (discount >= 0),
  tax bigint not null,
  total bigint not null check (total = subtotal - discount + tax),
  credit_applied bigint not null check (credit_applied >= 0),
  amount_paid bigint not null check (amount_paid >= 0),
  check (credit_applied + amount_paid <= total or total < 0),
  unique (subscription_id, period_index)
);
create index invoice_account_idx on invoice (account_id, id);

create table invoice_line (
  id uuid primary key,
  invoice_id uuid not null references invoice (id),
  item_id uuid not null references subscription_item (id),
  kind varchar(10) not null,
  description varchar(300) not null,
  quantity integer not null check (quantity > 0),
  amount bigint not null,
  proration boolean not null,
  period_start timestamp with time zone,
  period_end timestamp with time zone,
  position integer not null
);
create index invoice_line_invoice_idx on invoice_line (invoice_id);
create index invoice_line_item_idx on invoice_line (item_id, period_start);

create table payment (
  id uuid primary key,
  version bigint not null,
  account_id uuid not null references account (id),
  invoice_id uuid not null references invoice (id),
  amount bigint not null check (amount > 0),
  currency varchar(3) not null,
  status varchar(20) not null,
  created_at timestamp with time zone not null,
  received_at timestamp with time zone,
  reference varchar(140)
);
create index payment_invoice_idx on payment (invoice_id);

create table credit_entry (
  id uuid primary key,
  journal_id uuid not null,
  account_id uuid not null references account (id),
  side varchar(10) not null check (side in ('ACCOUNT', 'VENDOR')),
  amount bigint not null check (amount <> 0),
  currency varchar(3) not null,
  kind varchar(20) not null,
  reason varchar(300) not null,
  source_id uuid,
  created_at timestamp with time zone not null,
  available_at timestamp with time zone not null,
  unique (journal_id, side)
);
create index credit_entry_account_idx on credit_entry (account_id, side, currency, available_at);

create table quote (
  id uuid primary key,
  version bigint not null,
  account_id uuid references account (id),
  product_code varchar(64) not null,
  plan_code varchar(64) not null,
  billing_period varchar(10) not null,
  currency varchar(3) not null,
  add_ons text not null,
  amounts text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index quote_expires_idx on quote (expires_at);
