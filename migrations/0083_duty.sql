-- Duty at the stations (值班接待排班). Stages and shifts are words of duty-rules; moments are milliseconds, days text YYYY-MM-DD, hours
-- minutes of the day, sets of numbers text with commas between.

create table duty_setting (
    congress  uuid primary key,
    least     bigint not null,              -- 每名代表每年至少接待几次
    ahead     bigint not null,              -- 提前几天公布
    version   bigint not null
);

create table duty_pattern (
    id        uuid primary key,
    station   uuid not null,
    meets     text collate "C" not null,    -- weekday, monthday, market
    numbers   text collate "C" not null,
    weeks     text collate "C" not null,
    months    text collate "C" not null,
    begins    bigint not null,
    ends      bigint not null,
    deputies  bigint not null,
    shift     text collate "C" not null,    -- next, previous, skip, keep
    since     text collate "C" not null,
    until     text collate "C",
    made      bigint not null
);
create index duty_pattern_station on duty_pattern (station, since, id);

create table duty_roster (
    id         uuid primary key,
    station    uuid not null,
    since      text collate "C" not null,
    until      text collate "C" not null,
    stage      text collate "C" not null,   -- draft, published
    told       text not null,               -- JSON: who stays short of the least, and why, when it was generated
    made       bigint not null,
    published  bigint,
    version    bigint not null
);
create index duty_roster_station on duty_roster (station, since, id);

create table duty_turn (
    id        uuid primary key,
    roster    uuid not null references duty_roster (id),
    station   uuid not null,
    day       text collate "C" not null,
    meant     text collate "C" not null,    -- the day it would have been but for a holiday
    begins    bigint not null,
    ends      bigint not null,
    need      bigint not null,
    by_hand   bigint not null,              -- 1: somebody added it, no pattern
    token     text collate "C" unique,      -- the hash of its code
    version   bigint not null,
    unique (station, day, begins)
);
create index duty_turn_roster on duty_turn (roster, day, begins);
create index duty_turn_day on duty_turn (day, id);

create table duty_seat (
    id      uuid primary key,
    turn    uuid not null references duty_turn (id),
    person  uuid not null,
    stage   text collate "C" not null,      -- planned, published, attended, missed
    how     text collate "C",               -- attended, missed: code, hand
    at      bigint not null
);
create unique index duty_seat_one on duty_seat (turn, person);
create index duty_seat_person on duty_seat (person, turn);

-- Changes by hand, with their reasons.
create table duty_change (
    id      uuid primary key,
    turn    uuid not null,
    gone    uuid,
    came    uuid,
    reason  text not null,
    account uuid,
    at      bigint not null
);
create index duty_change_turn on duty_change (turn, at, id);

create table duty_leave (
    id      uuid primary key,
    person  uuid not null,
    since   text collate "C" not null,
    until   text collate "C" not null,
    reason  text not null,
    at      bigint not null,
    ended   bigint
);
create index duty_leave_person on duty_leave (person, since);

create table duty_swap (
    id       uuid primary key,
    seat     uuid not null,
    turn     uuid not null references duty_turn (id),
    asker    uuid not null,
    asked    uuid not null,
    words    text not null,
    stage    text collate "C" not null,     -- asked, accepted, declined, withdrawn
    at       bigint not null,
    settled  bigint
);
create index duty_swap_asked on duty_swap (asked, stage);
create index duty_swap_asker on duty_swap (asker, stage);
create index duty_swap_seat on duty_swap (seat, stage);

-- One row per deputy and turn.
create view v_duty as
select s.id, t.station, t.day, t.begins, t.ends, s.person, s.stage from duty_seat s join duty_turn t on t.id = s.turn;
