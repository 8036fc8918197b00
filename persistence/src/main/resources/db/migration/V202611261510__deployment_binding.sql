-- The only deployment that may hold production seats of a license; null is any.
alter table license add column bound_deployment varchar(256);
