-- Liaison stations (代表联络站). `stage` names the variants of `Stage` in stations-rules; moments are milliseconds, days text YYYY-MM-DD.
-- A station is a body of the roster under the same identity: posts of its keepers are in that body.

create table station (
    id         uuid primary key,
    congress   uuid not null,               -- whose office keeps it
    area       text collate "C" not null,   -- down to the village
    name       text collate "C" not null,
    tier       text collate "C" not null,
    kind       text collate "C" not null,
    functions  text collate "C" not null,   -- words with commas between
    host       text not null,               -- 依托单位
    place      text not null,
    size       bigint,                      -- square metres
    hours      text not null,
    phone      text not null,               -- of the place, for everybody
    about      text not null,
    stage      text collate "C" not null,
    merged     uuid references station (id),
    stars      bigint,
    stars_till text collate "C",
    made       bigint not null,
    version    bigint not null
);
create index station_congress on station (congress, area, id);
create index station_area on station (area, id);
create unique index station_name on station (congress, name);

create table station_history (
    station  uuid not null references station (id),
    n        bigint not null,
    at       bigint not null,
    step     text collate "C" not null,
    other    uuid,
    words    text not null,
    primary key (station, n)
);

-- 编组进站: exactly one home a deputy. `until` is the day from which it is the home no longer.
create table station_home (
    id       uuid primary key,
    station  uuid not null references station (id),
    person   uuid not null,
    since    text collate "C" not null,
    until    text collate "C"
);
create unique index station_home_one on station_home (person) where until is null;
create index station_home_station on station_home (station, person);

create table station_plan (
    id       uuid primary key,
    station  uuid not null references station (id),
    year     bigint not null,
    month    bigint not null,
    title    text not null,
    words    text not null,
    event    uuid,                          -- what did it
    dropped  text                           -- why it was given up
);
create index station_plan_station on station_plan (station, year, month, id);

-- What happened, once; every ledger is a way to look at this.
create table station_event (
    id       uuid primary key,
    station  uuid not null references station (id),
    kind     text collate "C" not null,
    day      text collate "C" not null,
    clock    text not null,                 -- 9:00—11:00, as people write it
    title    text not null,
    staff    text not null,
    visitors bigint not null,
    topic    text collate "C",              -- receptions
    said     text not null,                 -- what visitors said, or what it was about
    done     text not null,                 -- what was done, or what came of it
    disposal text collate "C",              -- receptions
    opinion  uuid,                          -- the opinion it became
    sealed   bigint not null,               -- 1: names or a telephone of visitors are kept
    made     bigint not null,
    made_by  uuid not null,
    struck   text                           -- why it was struck out
);
create index station_event_station on station_event (station, day, id);
create index station_event_day on station_event (day, id);

create table station_event_deputy (
    event   uuid not null references station_event (id),
    person  uuid not null,
    primary key (event, person)
);
create index station_event_deputy_person on station_event_deputy (person, event);

-- Sealed: opened with a recorded reason; apart, so that it can be erased and nothing else with it.
create table station_visitor (
    event  uuid primary key references station_event (id),
    names  text not null,
    phone  text not null
);

-- 星级评定: the sheet of a congress, and gradings by it.
create table station_scheme (
    id       uuid primary key,
    congress uuid not null,
    name     text not null,
    sheet    text not null,                 -- JSON of `Sheet`
    adopted  bigint not null
);
create index station_scheme_congress on station_scheme (congress, adopted, id);

create table station_grade (
    id       uuid primary key,
    station  uuid not null references station (id),
    scheme   uuid not null references station_scheme (id),
    stage    text collate "C" not null,
    given    text not null,                 -- JSON: a `Given` for each indicator
    words    text not null,                 -- what the office says
    total    bigint,
    stars    bigint,
    till     text collate "C",
    applied  bigint not null,
    version  bigint not null
);
create index station_grade_station on station_grade (station, applied, id);

create view v_station as select id, congress, area, name, tier, stage, place, hours, merged from station;
create view v_home as select station, person, since, until from station_home;
create view v_keeper as select p.body as station, p.account from v_post p join station s on s.id = p.body where p.duty = 'keeper';
create view v_reception as select id, station, day, visitors from station_event where kind = 'reception' and struck is null;
create view v_reception_deputy as
select d.event as reception, d.person from station_event_deputy d join station_event e on e.id = d.event
where e.kind = 'reception' and e.struck is null;
