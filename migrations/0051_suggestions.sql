-- How far each part of a suggestion was handled, on one row, for those who judge and count the handling. No words, no drafts.
create view v_handling as
select a.id as assignment, a.suggestion, a.congress, s.session, s.category, s.stage, s.lead, a.unit, a.role, a.ordinal,
       a.assigned, a.sign_by, a.signed, a.due, a.work,
       (select r.delivered from reply r where r.assignment = a.id and r.round = 1) as replied,
       (select r.signed from reply r where r.assignment = a.id and r.round = 1) as letter_signed,
       (select max(r.round) from reply r where r.assignment = a.id and r.delivered is not null) as rounds,
       (select r.counted_as from reply r where r.assignment = a.id and r.delivered is not null
        order by r.round desc limit 1) as class,
       (select j.result from judgement j where j.assignment = a.id and j.signer = s.lead
        order by j.round desc limit 1) as result,
       (select min(t.day) from talk t where t.assignment = a.id and t.word in ('waiting', 'confirmed')) as talked
from assignment a join suggestion s on s.id = a.suggestion
where a.work <> 'passed-on';
