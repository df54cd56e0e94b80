-- Mandates that are over, with the reason: whoever fills vacancies reads them here.
create view v_mandate_end as
select id, person, congress, term, constituency, ended, reason from mandate where state = 'ended';

-- Districts and electing units of a term.
create view v_constituency as select id, term, congress, kind, name, seats from constituency;
