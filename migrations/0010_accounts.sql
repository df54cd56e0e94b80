-- The deputy's own yes to being acted for, where whoever acts recorded the wish themself.
alter table acting add column accepted bigint;
