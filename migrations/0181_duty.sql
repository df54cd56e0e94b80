-- Why the clock could not publish a draft whose day had come: whoever keeps the station was told, once.
alter table duty_roster add column stuck text collate "C";
