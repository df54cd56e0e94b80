-- What disclosure reads of the points of a letter that units delivered.
create view v_letter_point as
select p.suggestion, p.assignment, p.round, p.ordinal, p.request, p.measure, p.owner, p.due, p.money, p.reason
from reply_point p join reply r on r.assignment = p.assignment and r.round = p.round
where r.stage = 'delivered';
