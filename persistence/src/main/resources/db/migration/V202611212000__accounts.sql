create table account (
  id uuid primary key,
  version bigint not null,
  company varchar(200) not null,
  email varchar(254) not null,
  currency varchar(3) not null check (char_length(currency) = 3),
  currency_fixed boolean not null,
  country varchar(2) not null check (char_length(country) = 2),
  time_zone varchar(64) not null,
  tax_id varchar(32),
  address varchar(1000) not null,
  created_at timestamp with time zone not null
);

create table account_user (
  id uuid primary key,
  version bigint not null,
  account_id uuid not null references account (id),
  email varchar(254) not null check (email = lower(email)),
  role varchar(20) not null check (role in ('OWNER', 'MEMBER', 'VIEWER')),
  language varchar(12) not null,
  theme varchar(10) not null,
  created_at timestamp with time zone not null,
  constraint account_user_email_key unique (email)
);
create index account_user_account_idx on account_user (account_id);

create table operator (
  id uuid primary key,
  version bigint not null,
  email varchar(254) not null check (email = lower(email)),
  role varchar(20) not null check (role in ('ADMIN', 'BILLING', 'SUPPORT', 'VIEWER')),
  theme varchar(10) not null,
  sealed_totp_secret varchar(200),
  sealed_totp_candidate varchar(200),
  last_totp_step bigint not null,
  created_at timestamp with time zone not null,
  constraint operator_email_key unique (email)
);

create table operator_recovery_code (
  operator_id uuid not null references operator (id),
  code_hash varchar(43) not null,
  primary key (operator_id, code_hash)
);

create table access_token (
  id uuid primary key,
  version bigint not null,
  token_hash varchar(43) not null,
  name varchar(100) not null,
  account_id uuid references account (id),
  operator_id uuid references operator (id) on delete cascade,
  role varchar(20) not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint access_token_hash_key unique (token_hash),
  constraint access_token_owner_check check ((account_id is null) <> (operator_id is null))
);
create index access_token_account_idx on access_token (account_id);
create index access_token_operator_idx on access_token (operator_id);

create table login_code (
  id uuid primary key,
  version bigint not null,
  email varchar(254) not null,
  live_key varchar(254),
  place varchar(10) not null check (place in ('PORTAL', 'CONSOLE')),
  code_hash varchar(43) not null,
  attempt_hash varchar(43) not null,
  expires_at timestamp with time zone not null,
  tries integer not null check (tries between 0 and 5),
  next_try_at timestamp with time zone not null,
  used_at timestamp with time zone,
  completed_at timestamp with time zone,
  constraint login_code_live_key unique (live_key)
);
create index login_code_attempt_idx on login_code (attempt_hash);
create index login_code_expiry_idx on login_code (expires_at);

create table attempt_window (
  id uuid primary key,
  version bigint not null,
  scope varchar(30) not null,
  subject_hash varchar(43) not null,
  hits varchar(1000) not null,
  last_hit_at timestamp with time zone not null,
  constraint attempt_window_subject_key unique (scope, subject_hash)
);
create index attempt_window_idle_idx on attempt_window (last_hit_at);

create table settings (
  id uuid primary key,
  version bigint not null,
  seller_name varchar(200),
  seller_address varchar(1000),
  seller_country varchar(2),
  seller_tax_id varchar(32),
  seller_iban varchar(34),
  seller_bic varchar(11),
  seller_email varchar(254),
  seller_logo text,
  seller_terms_url varchar(500),
  invoice_prefix varchar(16) not null,
  wire_days integer not null check (wire_days between 1 and 90),
  self_registration boolean not null,
  settlement_delay_seconds bigint not null check (settlement_delay_seconds >= 0)
);

create table settings_tax_rate (
  settings_id uuid not null references settings (id),
  country varchar(2) not null,
  rate numeric(6, 3) not null check (rate between 0 and 100),
  valid_from date not null,
  primary key (settings_id, country, valid_from)
);

create table outbox_message (
  id uuid primary key,
  version bigint not null,
  recipient varchar(254) not null,
  subject varchar(255) not null,
  text text not null,
  html text not null,
  fingerprint varchar(64) not null,
  created_at timestamp with time zone not null,
  useless_after timestamp with time zone,
  attempts integer not null,
  next_attempt_at timestamp with time zone not null,
  claimed_by uuid,
  claimed_until timestamp with time zone,
  sent_at timestamp with time zone,
  parked_at timestamp with time zone,
  last_error varchar(500)
);
create index outbox_message_due_idx on outbox_message (sent_at, parked_at, next_attempt_at);
create index outbox_message_fingerprint_idx on outbox_message (fingerprint);

create table sandbox_mail (
  id uuid primary key,
  recipient varchar(254) not null,
  subject varchar(255) not null,
  text text not null,
  html text not null,
  sent_at timestamp with time zone not null
);
create index sandbox_mail_recipient_idx on sandbox_mail (recipient);
