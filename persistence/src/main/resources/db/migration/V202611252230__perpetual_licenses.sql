-- What is bought once. Amounts are minor units.
create table perpetual_license (
  id uuid primary key,
  version bigint not null,
  account_id uuid not null references account (id),
  license_id uuid not null unique references license (id),
  product_code varchar(64) not null,
  status varchar(20) not null check (status in ('INCOMPLETE', 'ACTIVE', 'INCOMPLETE_EXPIRED')),
  collection varchar(10) not null check (collection in ('CHARGE', 'WIRE')),
  currency varchar(3) not null,
  ordered_at timestamp with time zone not null,
  activated_at timestamp with time zone,
  updates_until date,
  discount_redemption_id uuid,
  discount_coupon_code varchar(40),
  discount_basis_points integer,
  discount_amount_off bigint,
  discount_periods integer,
  updates_invoice_id uuid references invoice (id),
  expires_at timestamp with time zone,
  parked_at timestamp with time zone,
  check ((status = 'ACTIVE') = (activated_at is not null)),
  check ((activated_at is null) = (updates_until is null)),
  check (updates_invoice_id is null or status = 'ACTIVE')
);
create index perpetual_license_account_idx on perpetual_license (account_id, id);
create index perpetual_license_expiry_idx on perpetual_license (expires_at, id);

create table perpetual_item (
  perpetual_license_id uuid not null references perpetual_license (id),
  sort_order integer not null,
  item_id uuid not null,
  kind varchar(10) not null,
  code varchar(64) not null,
  name varchar(200) not null,
  quantity integer not null check (quantity > 0),
  price_id uuid not null,
  unit_amount bigint not null check (unit_amount >= 0),
  primary key (perpetual_license_id, sort_order)
);

alter table invoice add constraint invoice_perpetual_license_fk
  foreign key (perpetual_license_id) references perpetual_license (id);
create index invoice_perpetual_license_idx on invoice (perpetual_license_id, id);
