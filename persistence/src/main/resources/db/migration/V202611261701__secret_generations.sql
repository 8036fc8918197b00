-- Counts the secrets of a license, so that it is known by which of them an instance took its seat.
alter table license add column secret_generation integer default 1 not null check (secret_generation >= 1);
alter table instance add column secret_generation integer default 1 not null check (secret_generation >= 1);
