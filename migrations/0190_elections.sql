-- How mandates end: decided in session or not, by which congress, filed above; how many candidates the method of a congress fixes.

-- Whether a congress in session decided, and not a standing committee. A township's congress alone accepts a resignation.
alter table departure add column in_session bigint not null default 0;
update departure set in_session = 1
where leaving in ('resigned', 'ordered_to_resign') and decided is not null
  and congress in (select b.id from v_body b where b.level = 'township');

-- The congress that elected the deputy, where it is not that of the seat: its office receives a departure, it decides, and files it above.
alter table departure add column elector uuid;
alter table departure add column filed text collate "C";
alter table departure add column filing text;
create index departure_elector on departure (elector, received, id);

-- 选举办法: how many stand, where it fixes the number.
alter table election add column candidates bigint;
