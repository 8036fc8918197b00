-- Coupons, who redeemed them, what was sold with them, and the partners they belong to. Amounts are minor units.
create table partner (
  id uuid primary key,
  version bigint not null,
  name varchar(200) not null,
  email varchar(254),
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone
);

create table coupon (
  id uuid primary key,
  version bigint not null,
  code varchar(40) not null,
  -- Equal to the code until the coupon is retired, then null: a mistake is retired and its code given anew.
  live_code varchar(40) unique,
  basis_points integer check (basis_points between 1 and 10000),
  amount_off bigint check (amount_off > 0),
  currency varchar(3),
  periods integer check (periods > 0),
  product_code varchar(64),
  plan_codes varchar(4000) not null,
  plan_kind varchar(20) check (plan_kind in ('subscription', 'perpetual')),
  expires_at timestamp with time zone,
  max_redemptions integer check (max_redemptions > 0),
  once_per_account boolean not null,
  redeemed integer not null check (redeemed >= 0),
  partner_id uuid references partner (id),
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  check ((basis_points is null) <> (amount_off is null)),
  check ((amount_off is null) = (currency is null)),
  check (live_code is null or live_code = code),
  check ((live_code is null) = (retired_at is not null)),
  check (max_redemptions is null or redeemed <= max_redemptions)
);
create index coupon_code_idx on coupon (code);
create index coupon_partner_idx on coupon (partner_id, id);

create table coupon_redemption (
  id uuid primary key,
  version bigint not null,
  coupon_id uuid not null references coupon (id),
  account_id uuid not null references account (id),
  product_code varchar(64) not null,
  plan_code varchar(64) not null,
  redeemed_at timestamp with time zone not null,
  first_sale_at timestamp with time zone,
  given_back_at timestamp with time zone,
  -- Coupon and account while the redemption counts and an account may have the coupon once, else null.
  live_key varchar(80) unique,
  check (given_back_at is null or (live_key is null and first_sale_at is null))
);
create index coupon_redemption_coupon_idx on coupon_redemption (coupon_id, id);
create index coupon_redemption_account_idx on coupon_redemption (account_id, coupon_id);

create table coupon_sale (
  id uuid primary key,
  redemption_id uuid not null references coupon_redemption (id),
  coupon_id uuid not null references coupon (id),
  partner_id uuid references partner (id),
  -- An invoice or a credit note; each is counted once.
  invoice_id uuid not null unique,
  net_sale bigint not null,
  discount bigint not null,
  currency varchar(3) not null,
  sold_at timestamp with time zone not null,
  sold_month varchar(7) not null
);
create index coupon_sale_coupon_idx on coupon_sale (coupon_id);
create index coupon_sale_partner_idx on coupon_sale (partner_id, sold_month);
