-- What other nouns read of disclosed suggestions: the edition that is before the public, nothing of the original. `until` is the last day
-- on which the public reads it, where there is one; class and day are those of the last letter that is not kept back.
create view v_disclosed as
select d.id, d.congress, d.suggestion, d.lead, d.year, d.until, e.number, e.title,
       (select r.class from disclosure_reply r where r.disclosure = d.id and r.edition = d.editions and r.kept = 0
        order by r.delivered desc, r.ordinal limit 1) as class,
       (select max(r.delivered) from disclosure_reply r where r.disclosure = d.id and r.edition = d.editions and r.kept = 0) as answered
from disclosure d join disclosure_edition e on e.disclosure = d.id and e.edition = d.editions
where d.stage = 'disclosed';
