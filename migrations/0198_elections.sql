-- Elections of leaders and of members of the standing committee, and who was elected: the office they fill is the register of appointments' to say.

create view v_leader_election as
select id, congress, kind, class, title, seats, day, term, stage from election where class is not null;

create view v_elected_leader as
select c.id as certificate, c.election, c.person, k.name, k.note, c.congress, e.term, e.day, e.class
from certificate c
join election_candidate k on k.id = c.candidate
join election e on e.id = c.election
where e.class is not null;
