-- What others may follow of the clocks of suggestions.
-- Unit clocks by their day alone, over all congresses: a day's reminders cost what is due, not what is open.
create index assignment_day on assignment (awaits_by, id) where awaits_by is not null;
create index suggestion_assign_by on suggestion (assign_by, id)
    where assign_by is not null and stage in ('submitted', 'accepted', 'numbered');

-- Suggestions that wait to be assigned, where a limit runs.
create view v_to_assign as
select id as suggestion, congress, session, filed, assign_by from suggestion
where assign_by is not null and stage in ('submitted', 'accepted', 'numbered');

-- Replies in the hands of their signers; `judged` is empty where a signer has not spoken. No scores.
create view v_delivery as
select d.assignment, d.round, d.signer, d.suggestion, r.delivered, r.judge_by, j.at as judged
from delivery d
join reply r on r.assignment = d.assignment and r.round = d.round
left join judgement j on j.assignment = d.assignment and j.round = d.round and j.signer = d.signer;

-- A congress's own entries over the default rule book; a term of zeros means every term.
create view v_suggestion_rule as select congress, term, key, value, grade, document from suggestion_rules;
