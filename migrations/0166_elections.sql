-- 另行选举 at a later session: the election whose open seats this one fills.
alter table election add column follows uuid;
create index election_follows on election (follows);
