-- The congress that elected the deputy, where it is not that of the seat: its office receives a departure, it decides, and files it above.
alter table departure add column elector uuid;
alter table departure add column filed text collate "C";
alter table departure add column filing text;
create index departure_elector on departure (elector, received, id);
