create table audit_entry (
  id uuid primary key,
  happened_at timestamp with time zone not null,
  actor varchar(120) not null,
  action varchar(60) not null,
  account_id uuid,
  subject varchar(200) not null,
  state_before text,
  state_after text
);
create index audit_entry_account_idx on audit_entry (account_id, happened_at);
