-- What links and coverage ask of the roster: seats with their days, so that a day gone by can be told, and the roles held with them.
create view v_seat as
select id as mandate, person, congress, area, delegation, state, began, suspended, ended
from mandate
where began is not null;

create view v_role as
select r.mandate, m.person, m.congress, r.role, r.began, r.ended
from mandate_role r
join mandate m on m.id = r.mandate;
