-- Who sits in the standing committee, and since when: what is voted on by its members is read from here.
create view v_committee as
select m.congress, m.person, r.role, r.began, r.ended
from mandate_role r
join mandate m on m.id = r.mandate
where m.state = 'in_office' and r.role in ('chair', 'vice_chair', 'secretary_general', 'standing_member');
