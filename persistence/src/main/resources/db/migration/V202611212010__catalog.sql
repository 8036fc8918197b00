create table product (
    id uuid primary key,
    version bigint not null,
    code varchar(64) not null,
    name varchar(200) not null,
    proration varchar(10) not null check (proration in ('SECOND', 'DAY')),
    cancelable_at_period_end boolean not null,
    cancelable_now boolean not null,
    sort_order int not null,
    revision int not null,
    retired_at timestamp with time zone,
    constraint product_code_unique unique (code)
);

create table plan (
    id uuid primary key,
    version bigint not null,
    product_id uuid not null references product (id),
    code varchar(64) not null,
    kind varchar(20) not null check (kind in ('SUBSCRIPTION', 'PERPETUAL')),
    name varchar(200) not null,
    support varchar(20) not null check (support in ('COMMUNITY', 'BUSINESS_HOURS', 'PRIORITY', 'EXTENDED')),
    lease_seconds int check (lease_seconds >= 300),
    trial_days int not null check (trial_days >= 0),
    updates_renewal_percent int check (updates_renewal_percent between 0 and 100),
    production_instances int not null check (production_instances >= 0),
    development_instances int not null check (development_instances >= 0),
    sort_order int not null,
    retired_at timestamp with time zone,
    constraint plan_code_unique unique (product_id, code),
    constraint plan_updates_only_perpetual check (updates_renewal_percent is null or kind = 'PERPETUAL')
);

create table plan_limit (
    plan_id uuid not null references plan (id),
    sort_order int not null,
    code varchar(64) not null,
    amount bigint check (amount >= 0),
    primary key (plan_id, sort_order)
);

create table plan_feature (
    plan_id uuid not null references plan (id),
    sort_order int not null,
    code varchar(64) not null,
    primary key (plan_id, sort_order)
);

create table add_on (
    id uuid primary key,
    version bigint not null,
    product_id uuid not null references product (id),
    code varchar(64) not null,
    name varchar(200) not null,
    unit varchar(200),
    production_instances int not null check (production_instances >= 0),
    development_instances int not null check (development_instances >= 0),
    domains int not null check (domains >= 0),
    brands int not null check (brands >= 0),
    support varchar(20) check (support in ('COMMUNITY', 'BUSINESS_HOURS', 'PRIORITY', 'EXTENDED')),
    sort_order int not null,
    retired_at timestamp with time zone,
    constraint add_on_code_unique unique (product_id, code)
);

create table add_on_requirement (
    add_on_id uuid not null references add_on (id),
    sort_order int not null,
    code varchar(64) not null,
    primary key (add_on_id, sort_order)
);

create table add_on_limit (
    add_on_id uuid not null references add_on (id),
    sort_order int not null,
    code varchar(64) not null,
    amount bigint check (amount >= 0),
    primary key (add_on_id, sort_order)
);

create table add_on_feature (
    add_on_id uuid not null references add_on (id),
    sort_order int not null,
    code varchar(64) not null,
    primary key (add_on_id, sort_order)
);

create table add_on_allowance (
    id uuid primary key,
    version bigint not null,
    plan_id uuid not null references plan (id),
    add_on_id uuid not null references add_on (id),
    included int not null check (included >= 0),
    max_quantity int not null,
    sort_order int not null,
    retired_at timestamp with time zone,
    constraint add_on_allowance_unique unique (plan_id, add_on_id),
    constraint add_on_allowance_bounds check (included <= max_quantity)
);

create index add_on_allowance_add_on on add_on_allowance (add_on_id);

create table price (
    id uuid primary key,
    version bigint not null,
    product_id uuid not null references product (id),
    plan_id uuid references plan (id),
    add_on_id uuid references add_on (id),
    amount bigint not null check (amount between 0 and 1000000000000),
    currency varchar(3) not null,
    billing_period varchar(10) not null check (billing_period in ('MONTH', 'YEAR', 'ONCE')),
    sold_from timestamp with time zone not null,
    sort_order int not null,
    retired_at timestamp with time zone,
    constraint price_of_something check (plan_id is not null or add_on_id is not null)
);

create index price_sold on price (product_id, retired_at);
