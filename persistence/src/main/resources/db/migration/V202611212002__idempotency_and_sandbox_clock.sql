create table idempotent_call (
  id uuid primary key,
  version bigint not null,
  caller_hash varchar(43) not null,
  path varchar(300) not null,
  idempotency_key varchar(255) not null,
  body_hash varchar(43) not null,
  started_at timestamp with time zone not null,
  sealed_answer bytea,
  unique (caller_hash, path, idempotency_key)
);
create index idempotent_call_started_idx on idempotent_call (started_at);

create table sandbox_time (
  id integer primary key check (id = 1),
  stopped_at timestamp with time zone
);
insert into sandbox_time (id, stopped_at) values (1, null);
