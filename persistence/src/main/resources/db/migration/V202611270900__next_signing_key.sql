-- A signing key can be published before it signs, so that everybody knows it by then. At most one waits.
alter table signing_key add column next_key varchar(8);
alter table signing_key add column signs_since timestamp with time zone;
alter table signing_key add column retired_at timestamp with time zone;
create unique index signing_key_next_uk on signing_key (next_key);
update signing_key set signs_since = created_at where live_key is not null;
