-- What counts of the judgement of each part: the lead deputy's word on the newest reply that was delivered, and until when it is nobody's
-- figure yet. `judge_by` is empty once the scores are open without waiting for the day: everybody has spoken, or the matter is closed.
create view v_word as
select a.id as assignment,
       coalesce((select case when s.stage = 'closed' or not exists (
                                 select 1 from delivery d where d.assignment = r.assignment and d.round = r.round
                                 and not exists (select 1 from judgement w where w.assignment = d.assignment
                                                 and w.round = d.round and w.signer = d.signer))
                             then '' else r.judge_by end
                 from reply r where r.assignment = a.id and r.stage = 'delivered' order by r.round desc limit 1), '') as judge_by,
       (select (select j.process from judgement j where j.assignment = r.assignment and j.round = r.round and j.signer = s.lead)
        from reply r where r.assignment = a.id and r.stage = 'delivered' order by r.round desc limit 1) as process,
       (select (select j.result from judgement j where j.assignment = r.assignment and j.round = r.round and j.signer = s.lead)
        from reply r where r.assignment = a.id and r.stage = 'delivered' order by r.round desc limit 1) as result
from assignment a join suggestion s on s.id = a.suggestion;

-- Where a suggestion came from (建议来源), and how often a part of it was passed on to another unit (推诿次数).
create view v_origin as
select s.id as suggestion, coalesce(s.source, '') as source,
       (select count(*) from assignment p where p.suggestion = s.id and p.work = 'passed-on') as hops
from suggestion s;
