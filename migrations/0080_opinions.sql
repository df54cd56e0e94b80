-- Codes by which a deputy is found, and what constituents say (群众意见). `stage` names the variants of `Stage` in opinions-rules.

-- Keys that sign codes: a new one every year, older ones are taken as long as a code of theirs is not revoked.
create table code_key (
    n       bigint primary key,         -- 0 to 1023, as it stands in the code
    secret  bytea not null,
    made    bigint not null
);

create table code (
    id       uuid primary key,
    serial   bigint not null unique,    -- forty bits of chance
    key      bigint not null references code_key (n),
    kind     text collate "C" not null, -- deputy
    target   uuid not null,             -- the person; one that was merged leads on to whom it was merged into
    congress uuid not null,
    place    text not null,             -- where it hangs
    made     bigint not null,
    revoked  bigint
);
create index code_target on code (kind, target, made);

-- How often a code was scanned on a day. Nobody is told apart.
create table code_scan (
    code   uuid not null references code (id),
    day    text collate "C" not null,
    count  bigint not null,
    primary key (code, day)
);

create table opinion (
    id          uuid primary key,
    congress    uuid not null,              -- where it came in
    holder      uuid not null,              -- where it lies now
    year        bigint not null,
    n           bigint not null,            -- 〔2026〕12号 of the congress where it came in
    deputy      uuid,                       -- to whom it was said
    area        text collate "C" not null,  -- down to the village
    place       text not null,
    topic       text collate "C" not null,
    way         text collate "C" not null,  -- page, phone, visit, deputy
    typed_by    uuid,                       -- the account of whoever typed it for another
    body        text not null,
    to_deputy   bigint not null,            -- 1: the deputy may see name and telephone
    to_unit     bigint not null,            -- 1: so may the body it is given to
    stage       text collate "C" not null,
    at          bigint not null,            -- since when it stands there
    round       bigint not null,
    unit        uuid,                       -- assigned
    treatment   text collate "C",           -- assigned: own, urge, suggest, remind
    hard        bigint,                     -- assigned
    suggestion  uuid,                       -- suggested, once it has its identity
    channel     text collate "C",           -- elsewhere
    ending      text collate "C",           -- closed
    insists     bigint,                     -- answered: dissatisfied a second time
    received    bigint not null,
    hotline     text collate "C",           -- the number of 12345, where it came from or went there
    tracking    text collate "C" not null unique, -- the hash of the tracking code
    ticket      text collate "C" unique,    -- the form it came with: sent twice it makes one
    version     bigint not null,
    unique (congress, year, n)
);
create index opinion_holder on opinion (holder, received, id);
create index opinion_deputy on opinion (deputy, received, id);
create index opinion_unit on opinion (unit, received, id);

-- The last number of each year: dense, because a number that is not kept is not given.
create table opinion_numbering (
    congress  uuid not null,
    year      bigint not null,
    last      bigint not null,
    primary key (congress, year)
);

-- Sealed: shown masked, opened with a recorded reason; apart, so that it can be erased and nothing else with it.
create table opinion_contact (
    opinion  uuid primary key references opinion (id),
    name     text,
    phone    text
);

-- What happened to it, for whoever follows it. `open`: the person reads the words too.
create table opinion_step (
    opinion  uuid not null references opinion (id),
    n        bigint not null,
    at       bigint not null,
    step     text collate "C" not null,
    body     uuid,
    words    text not null,
    open     bigint not null,
    primary key (opinion, n)
);

create index opinion_step_body on opinion_step (body, step, opinion);

create table opinion_file (
    opinion  uuid not null references opinion (id),
    blob     uuid not null,
    n        bigint not null,
    primary key (opinion, blob)
);

-- What an opinion is, for the notices of others: no word of what was said and by whom.
create view v_opinion as select id, congress, holder, deputy, unit, stage, year, n from opinion;
