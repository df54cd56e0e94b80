-- Closed matters that were taken up again: which round that opened.
alter table reply add column reopened bigint not null default 0;
