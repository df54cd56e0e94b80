-- How many stand, where the method of the congress (选举办法) fixes it.
alter table election add column candidates bigint;
