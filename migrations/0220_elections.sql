-- 基本情况 of candidates, as they are posted with the lists (选举法 32); the roster takes them over for whom it did not know.
alter table election_candidate add column sex text collate "C";        -- female, male
alter table election_candidate add column ethnicity text;
alter table election_candidate add column born text collate "C";       -- year and month: 1975-06
alter table election_candidate add column party text;
alter table election_candidate add column education text;
alter table election_candidate add column sector text collate "C";     -- 构成: worker, farmer, …

drop view v_elected;
create view v_elected as
select c.id as certificate, c.election, c.mandate, c.person, k.name, c.congress, c.issued, c.confirmed,
       k.sex, k.ethnicity, k.party, k.education, k.note
from certificate c join election_candidate k on k.id = c.candidate
where c.mandate is not null;
