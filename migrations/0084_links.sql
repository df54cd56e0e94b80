-- Links 双联: kinds as data, drafts the office looks at, links with their days, contact records, reminders sent, indicators of coverage.
-- Days are text YYYY-MM-DD, moments milliseconds, booleans 0/1. What sort of thing stands at an end follows from the sides of the kind.

create table link_kind (
    id         uuid primary key,
    congress   uuid not null,
    name       text not null,
    one        text collate "C" not null,     -- who links: committee, leaders, presidium, deputies, office, organs
    other      text collate "C" not null,     -- who is linked: deputies, below, units, towns, villages
    need       bigint not null,               -- how many link each
    fewest     bigint not null,
    most       bigint,
    near       text collate "C" not null,     -- any, prefer, only
    times      bigint not null,               -- contacts a year
    basis      text,
    since      text collate "C" not null,
    until      text collate "C",
    made       bigint not null,
    version    bigint not null
);
create index link_kind_congress on link_kind (congress, made, id);

create table link (
    id         uuid primary key,
    kind       uuid not null references link_kind (id),
    congress   uuid not null,
    one        uuid not null,                 -- a person or a body
    other      uuid,                          -- a person or a body
    place      text collate "C",              -- a place
    target     text collate "C" not null,     -- whichever of the two, as text
    since      text collate "C" not null,
    until      text collate "C",              -- the last day
    reason     text collate "C",              -- changed, left, term, other
    remark     text,
    version    bigint not null
);
create unique index link_once on link (kind, one, target) where until is null;
create index link_kind_since on link (kind, since, id);
create index link_congress on link (congress, until);
create index link_one on link (one, until);
create index link_other on link (other, until);
create index link_place on link (place, until);

create table link_draft (
    id         uuid primary key,
    kind       uuid not null references link_kind (id),
    congress   uuid not null,
    since      text collate "C" not null,     -- the day on which its links begin
    stage      text collate "C" not null,     -- open, adopted, dropped
    made       bigint not null,
    version    bigint not null
);
create unique index link_draft_open on link_draft (kind) where stage = 'open';

create table link_draft_line (
    draft      uuid not null references link_draft (id),
    n          bigint not null,
    one        uuid not null,
    target     text collate "C" not null,
    primary key (draft, n)
);

-- A contact record. Nothing changes or removes a row.
create table link_contact (
    id         uuid primary key,
    link       uuid not null references link (id),
    congress   uuid not null,
    day        text collate "C" not null,
    way        text collate "C" not null,
    words      text not null,
    follow_up  text,
    account    uuid not null,
    typed      bigint not null,               -- by staff, for who made it
    made       bigint not null
);
create index link_contact_link on link_contact (link, day);
create index link_contact_congress on link_contact (congress, day);

create table link_reminded (
    link       uuid not null references link (id),
    year       bigint not null,
    n          bigint not null,               -- which contact of the year
    primary key (link, year, n)
);

create table coverage_indicator (
    id         uuid primary key,
    congress   uuid not null,
    name       text not null,
    population text collate "C" not null,
    condition  text collate "C" not null,
    kind       uuid references link_kind (id),
    made       bigint not null
);
create index coverage_indicator_congress on coverage_indicator (congress, made, id);

create view v_link as
select id, kind, congress, one, other, since, until, place from link;

create view v_link_contact as
select id, link, congress, day, way, typed from link_contact;

insert into follower (name, seq, at) select 'links.closing', seq, 0 from journal_head where one = 1;
