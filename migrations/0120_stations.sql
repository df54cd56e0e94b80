-- Deputies who serve at further stations beside their home; in which station a merged one lives on; how a station stood on any day.

-- 兼联站点: beside the one home a deputy may serve at any number of stations. `until` is the day from which no longer.
create table station_further (
    id       uuid primary key,
    station  uuid not null references station (id),
    person   uuid not null,
    since    text collate "C" not null,
    until    text collate "C"
);
create unique index station_further_one on station_further (station, person) where until is null;
create index station_further_person on station_further (person, station);

-- Of a station that was merged: the one at the end of the way, which is asked for numbers that can be compared over the years.
alter table station add column heir uuid;
update station set heir = merged where merged is not null;
update station set heir = (select p.heir from station p where p.id = station.heir) where heir in (select q.id from station q where q.heir is not null);
update station set heir = (select p.heir from station p where p.id = station.heir) where heir in (select q.id from station q where q.heir is not null);
update station set heir = (select p.heir from station p where p.id = station.heir) where heir in (select q.id from station q where q.heir is not null);
update station set heir = (select p.heir from station p where p.id = station.heir) where heir in (select q.id from station q where q.heir is not null);
create index station_heir on station (heir);

-- Everybody who receives there: those at home, and those who serve there beside.
create view v_serves as
select station, person, since, until from station_home
union all
select station, person, since, until from station_further;

-- What became of stations, for asking how they stood on a day: the last step before its end tells.
create view v_station_step as select station, n, at, step from station_history where step in ('open', 'suspend', 'merge', 'close');

-- 站长: who heads it, by name and post.
alter table station add column head text not null default '';

-- 接待登记表: where visitors live, sealed with their names; what was brought and where it is kept.
alter table station_visitor add column address text not null default '';
alter table station_event add column evidence text not null default '';
