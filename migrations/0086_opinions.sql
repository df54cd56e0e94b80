-- Codes of stations, receptions and activities; consent at each hand-over; asking again later; how often contact data is opened.

-- An activity has no noun of its own: what it is called and when it is stand here. Where a code hangs in the tree of places, so
-- that whoever scans it need not choose.
alter table code add column name text;
alter table code add column day text collate "C";
alter table code add column area text collate "C";
create index code_congress on code (congress, made, id);

-- By which code it came: what is said at a station, at a reception, of an activity. Nobody is told apart by it.
alter table opinion add column code uuid;
create index opinion_code on opinion (code);
create index opinion_hotline on opinion (congress, hotline);
create index opinion_stage on opinion (stage, at);

-- What the person said of one body's seeing name and telephone, at that hand-over. Without a line the ticks of the form hold.
create table opinion_consent (
    opinion  uuid not null references opinion (id),
    body     uuid not null,
    given    bigint not null,
    at       bigint not null,
    primary key (opinion, body)
);

-- 回访: whether it held, asked once.
create table opinion_survey (
    opinion  uuid primary key references opinion (id),
    at       bigint not null,
    score    text collate "C" not null,
    words    text not null,
    asked_by uuid                       -- who asked, by telephone; nobody where the person said so unasked
);

-- How many people's contact data an account opened on a day.
create table opinion_opening (
    account  uuid not null,
    day      text collate "C" not null,
    count    bigint not null,
    primary key (account, day)
);

-- By which code an opinion came, for the ledgers of stations.
create view v_opinion_code as
    select o.id, o.congress, o.stage, o.received, c.kind, c.target from opinion o join code c on c.id = o.code;

-- Which offices see an opinion: where it came in, and where it lay. The list of an office is read along this, newest first, however
-- many there are.
create table opinion_office (
    office    uuid not null,
    received  bigint not null,
    opinion   uuid not null references opinion (id),
    primary key (office, received, opinion)
);
insert into opinion_office (office, received, opinion) select congress, received, id from opinion;
insert into opinion_office (office, received, opinion)
    select holder, received, id from opinion where holder <> congress;
create index opinion_office_opinion on opinion_office (opinion);
