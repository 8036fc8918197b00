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
  term integer not null check (term >= 0),
  period_index integer not null check (period_index >= 0),
  billing_ordinal integer not null check (billing_ordinal >= 0),
  period_start timestamp with time zone,
  period_end timestamp with time zone,
  zone varchar(64) not null,
  discount_redemption_id uuid,
  discount_coupon_code varchar(40),
  discount_basis_points integer,
  discount_amount_off bigint,
  discount_periods integer,
  expires_at timestamp with time zone,
  cancel_at timestamp with time zone,
  cancel_reason varchar(500),
  ended_at timestamp with time zone,
  invoiced_ahead boolean not null,
  awaited_invoice_id uuid,
  awaited_due_at timestamp with time zone,
  dunning_invoice_id uuid,
  dunning_since timestamp with time zone,
  dunning_retries integer,
  dunning_by_wire boolean,
  pending_since timestamp with time zone,
  next_step_at timestamp with time zone,
  parked_at timestamp with time zone,
  check (period_start is null or period_start < period_end)
);
create index subscription_account_idx on subscription (account_id, id);
create index subscription_step_idx on subscription (next_step_at, id);
create index subscription_parked_idx on subscription (parked_at);

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
  ended_at timestamp with time zone
);
create index subscription_item_subscription_idx on subscription_item (subscription_id);

create table plan_change (
  id uuid primary key,
  subscription_id uuid not null references subscription (id),
  billing_period varchar(10) not null check (billing_period in ('MONTH', 'YEAR')),
  plan_code varchar(64) not null,
  requested_at timestamp with time zone not null,
  effective_at timestamp with time zone not null,
  invoice_id uuid,
  lapses_at timestamp with time zone,
  add_ons varchar(4000) not null
);
create index plan_change_subscription_idx on plan_change (subscription_id);

create table plan_change_item (
  plan_change_id uuid not null references plan_change (id),
  sort_order integer not null,
  item_id uuid not null,
  kind varchar(10) not null,
  code varchar(64) not null,
  name varchar(200) not null,
  quantity integer not null check (quantity > 0),
  price_id uuid not null,
  unit_amount bigint not null check (unit_amount >= 0),
  primary key (plan_change_id, sort_order)
);

create table invoice_series (
  code varchar(20) primary key,
  last_number bigint not null check (last_number >= 0)
);
insert into invoice_series (code, last_number) values ('invoice', 0), ('credit_note', 0);

create table invoice (
  id uuid primary key,
  version bigint not null,
  type varchar(15) not null check (type in ('INVOICE', 'CREDIT_NOTE')),
  purpose varchar(15) not null,
  account_id uuid not null references account (id),
  subscription_id uuid references subscription (id),
  perpetual_license_id uuid,
  period_key varchar(40),
  corrects_id uuid references invoice (id),
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
  lowered bigint not null check (lowered >= 0),
  reversed boolean not null,
  check (credit_applied + amount_paid + lowered <= total or total < 0),
  check ((subscription_id is null) <> (perpetual_license_id is null)),
  -- One key for each period of a subscription; emptied when the invoice is voided or taken back.
  unique (subscription_id, period_key)
);
create index invoice_account_idx on invoice (account_id, id);
create index invoice_subscription_idx on invoice (subscription_id, id);

create table invoice_tax (
  invoice_id uuid not null references invoice (id),
  sort_order integer not null,
  rate decimal(6, 3) not null check (rate between 0 and 100),
  reason varchar(30),
  base bigint not null,
  amount bigint not null,
  primary key (invoice_id, sort_order)
);

create table invoice_line (
  id uuid primary key,
  invoice_id uuid not null references invoice (id),
  item_id uuid not null,
  kind varchar(10) not null,
  description varchar(300) not null,
  quantity integer not null check (quantity > 0),
  amount bigint not null,
  discount bigint not null check (discount >= 0 and (discount = 0 or discount <= amount)),
  returned_discount bigint not null check (returned_discount >= 0),
  proration boolean not null,
  period_start timestamp with time zone not null,
  period_end timestamp with time zone not null,
  credits_line_id uuid,
  tax_rate decimal(6, 3),
  tax_reason varchar(30),
  tax bigint not null,
  position integer not null
);
create index invoice_line_invoice_idx on invoice_line (invoice_id);
create index invoice_line_item_idx on invoice_line (item_id, period_start);
create index invoice_line_credits_idx on invoice_line (credits_line_id);

create table pending_line (
  id uuid primary key,
  subscription_id uuid not null references subscription (id),
  created_at timestamp with time zone not null,
  item_id uuid not null,
  kind varchar(10) not null,
  description varchar(300) not null,
  quantity integer not null check (quantity > 0),
  amount bigint not null,
  discount bigint not null check (discount >= 0 and (discount = 0 or discount <= amount)),
  returned_discount bigint not null check (returned_discount >= 0),
  proration boolean not null,
  period_start timestamp with time zone not null,
  period_end timestamp with time zone not null,
  credits_line_id uuid,
  tax_rate decimal(6, 3),
  tax_reason varchar(30)
);
create index pending_line_subscription_idx on pending_line (subscription_id, id);

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
  kind varchar(10) not null check (kind in ('ORDER', 'CHANGE', 'CANCEL')),
  subscription_id uuid references subscription (id),
  product_code varchar(64) not null,
  plan_code varchar(64) not null,
  billing_period varchar(10) not null,
  currency varchar(3) not null,
  coupon varchar(40),
  change_when varchar(12),
  change_invoice varchar(10),
  made_at timestamp with time zone not null,
  add_ons text not null,
  amounts text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index quote_expires_idx on quote (expires_at);
