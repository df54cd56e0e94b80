-- A word counts when its window is over, whoever has spoken and even where the matter is closed before: every figure is the units' to read.
-- only sqlite
drop view v_word;
create view v_word as
-- only postgres
create or replace view v_word as
-- both
select a.id as assignment,
       coalesce((select r.judge_by from reply r where r.assignment = a.id and r.stage = 'delivered'
                 order by r.round desc limit 1), '') as judge_by,
       (select (select j.process from judgement j where j.assignment = r.assignment and j.round = r.round and j.signer = s.lead)
        from reply r where r.assignment = a.id and r.stage = 'delivered' order by r.round desc limit 1) as process,
       (select (select j.result from judgement j where j.assignment = r.assignment and j.round = r.round and j.signer = s.lead)
        from reply r where r.assignment = a.id and r.stage = 'delivered' order by r.round desc limit 1) as result
from assignment a join suggestion s on s.id = a.suggestion;
