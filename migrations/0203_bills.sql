-- Votes against and abstentions, where the congress tells them. What adopts is the votes for, out of all deputies.

alter table bill add column votes_no bigint;
alter table bill add column votes_abstain bigint;
