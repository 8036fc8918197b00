-- One row a job: which node does it now and until when it holds it, and how the last finished run ended.
create table job_run (
  job varchar(40) primary key,
  owner varchar(255),
  started_at timestamp with time zone,
  held_until timestamp with time zone,
  last_owner varchar(255),
  last_started_at timestamp with time zone,
  finished_at timestamp with time zone,
  failure varchar(300),
  succeeded_at timestamp with time zone,
  check ((owner is null) = (started_at is null)),
  check (held_until is null or owner is not null)
);
