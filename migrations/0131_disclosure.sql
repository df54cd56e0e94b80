-- The words before the public, for nouns that lead their readers to them: letters that are not kept back, and the summary where there is
-- one, of the edition that is read now. What is taken down is gone from here with it. `until` is the last day on which it is read.
create view v_disclosed_text as
select d.id, d.suggestion, d.until, r.unit, r.ordinal, r.body
from disclosure d join disclosure_reply r on r.disclosure = d.id and r.edition = d.editions
where d.stage = 'disclosed' and r.kept = 0 and r.body <> ''
union all
select d.id, d.suggestion, d.until, null, 0, e.body
from disclosure d join disclosure_edition e on e.disclosure = d.id and e.edition = d.editions
where d.stage = 'disclosed' and e.extent = 'summary';
