-- Days of supervision of which people are reminded: letters that wait for the unit's answer, steps of a plan that are not done.
-- `item` is the letter, or the key suggestion.
create view v_supervision_clock as
select 'letter' as kind, l.id as item, l.congress, l.suggestion, l.unit, l.issued as since, l.due
from urging_letter l where l.stage = 'issued'
union all
select 'step', k.id, k.congress, k.suggestion, null, k.marked, t.day
from key_step t join key_suggestion k on k.id = t.key where k.stage = 'running' and t.done is null;
create index urging_letter_due on urging_letter (due, id) where stage = 'issued';
create index key_step_day on key_step (day, id) where done is null;
-- What anybody reads of evaluations, the last published first.
create index evaluation_published on evaluation (published, id) where stage = 'published';
