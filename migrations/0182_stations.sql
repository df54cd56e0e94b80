-- What is counted of a station, objections to its stars, and the approval of its yearly plan.

-- 公示和异议: until which day the proposed stars may be objected to, what the station said, and how it was ruled.
alter table station_grade add column until text collate "C";
alter table station_grade add column objection text not null default '';
alter table station_grade add column ruling text not null default '';
alter table station_grade add column upheld bigint;

-- 年度计划审批: the plan of a station and year as a whole. Without a line it is a draft nobody has submitted.
create table station_year (
    id        uuid primary key,
    station   uuid not null references station (id),
    year      bigint not null,
    stage     text collate "C" not null,    -- draft, submitted, approved, returned
    budget    bigint,                       -- 分
    organ     text not null,                -- whose meeting approved it
    day       text collate "C",             -- when
    number    text not null,                -- the number of the decision
    reason    text not null,                -- why it was returned
    version   bigint not null
);
create unique index station_year_one on station_year (station, year);

-- Photographs of what happened: without what they tell of who took them, for those who keep the station's ledgers alone.
create table station_photo (
    event  uuid not null references station_event (id),
    blob   uuid not null,
    n      bigint not null,
    primary key (event, blob)
);
