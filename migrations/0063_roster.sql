-- 职责清单: what a unit answers for, a line each. Whoever hands matters over is shown the line that speaks for a unit.
alter table unit_card add column duties text;

create view v_unit_duty as select unit, duties from unit_card where duties is not null;
