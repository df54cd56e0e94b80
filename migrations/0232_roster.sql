-- 工作单位及职务, which stands on the sheets deputies sign; public as the roster has it.

create view v_person_post as select id as person, occupation as post from person where occupation is not null;
