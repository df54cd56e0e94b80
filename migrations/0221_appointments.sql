-- How a holding ended before the congress, and by which recall or resignation of the elections.
alter table appointment_holding add column left_how text collate "C";   -- recalled, resigned
alter table appointment_holding add column left_by uuid;

create view v_leader_holding as
select h.id, s.congress, s.name as title, s.office, e.person, e.name, h.since, h.until, h.how
from appointment_holding h
join appointment_seat s on s.id = h.seat
join appointee e on e.id = h.person;
