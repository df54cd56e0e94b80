-- What disclosure reads of a numbered suggestion: its text and what its deputy said of publication.
create view v_disclosable as
select id as suggestion, congress, session, lead, title, body, category, number, stage, filed, closed, publish,
       not_public_because, keep_identity
from suggestion where number is not null and filed is not null;

-- The letters units delivered, without whom to ask there: nobody outside needs a clerk's telephone.
create view v_letter as
select r.suggestion, r.assignment, r.round, a.unit, a.role, a.ordinal, r.number, r.body, r.publish, r.delivered,
       r.class, r.counted_as
from reply r join assignment a on a.id = r.assignment
where r.stage = 'delivered' and a.work <> 'passed-on';
