-- Appointments: offices of a congress, who holds them and held them, proposals and their way to the register.
-- Days are text YYYY-MM-DD, moments milliseconds, booleans 0/1. `stage` is the word of `state`, which is JSON of `Stage` in appointments-rules;
-- `meets`, `decided` and the numbers stand there too and are repeated for lists and registers.

create table appointment_seat (
    id         uuid primary key,
    congress   uuid not null,
    name       text collate "C" not null,     -- 县教育局局长
    office     text collate "C" not null,     -- what the law calls it: word of `Office`
    ordinal    bigint not null,
    quota      bigint,                        -- how many may hold it, where fixed
    by_term    bigint not null,               -- whether it ends with the term of the congress
    closed     text collate "C",              -- the day the office was done away with
    version    bigint not null,
    unique (congress, name)
);

-- Whoever is appointed need not stand in the roster.
create table appointee (
    id         uuid primary key,
    congress   uuid not null,
    name       text collate "C" not null,
    born       text collate "C",              -- YYYY-MM-DD
    post       text not null,                 -- 现任职务
    person     uuid,                          -- the entry of the roster, where there is one
    version    bigint not null
);
create index appointee_congress on appointee (congress, name);
create index appointee_person on appointee (person);

create table appointment (
    id          uuid primary key,
    congress    uuid not null,
    kind        text collate "C" not null,    -- appoint, remove, acting, resign, approve
    seat        uuid not null references appointment_seat (id),
    office      text collate "C" not null,
    person      uuid not null references appointee (id),
    proposer    text collate "C" not null,    -- word of `Nominator`
    reason      text not null,
    ballot      uuid,                         -- the round of paper ballots it was voted in
    stage       text collate "C" not null,
    state       text not null,
    meets       text collate "C",
    decided     text collate "C",
    notice_year bigint,
    notice_n    bigint,
    letter_year bigint,
    letter_n    bigint,
    made        bigint not null,
    made_by     uuid,
    version     bigint not null,
    unique (congress, letter_year, letter_n)
);
create index appointment_congress on appointment (congress, made, id);
create index appointment_person on appointment (person);
create index appointment_notice on appointment (congress, notice_year, notice_n);

create table appointment_document (
    appointment uuid not null references appointment (id),
    n           bigint not null,
    document    text collate "C" not null,
    title       text not null,
    mark        text,                         -- 文号
    day         text collate "C",
    at          bigint not null,
    account     uuid,
    primary key (appointment, n)
);

create table appointment_exam (
    person      uuid not null references appointee (id),
    day         text collate "C" not null,
    score       bigint not null,
    at          bigint not null,
    account     uuid,
    primary key (person, day)
);

create table appointment_speech (
    appointment uuid not null references appointment (id),
    n           bigint not null,
    speech      text collate "C" not null,    -- statement, question, answer
    who         text not null,
    words       text not null,
    at          bigint not null,
    account     uuid,
    primary key (appointment, n)
);

create table appointment_holding (
    id          uuid primary key,
    seat        uuid not null references appointment_seat (id),
    person      uuid not null references appointee (id),
    since       text collate "C" not null,
    until       text collate "C",
    how         text collate "C" not null,    -- elected, appointed, acting, registered
    entered     uuid references appointment (id),
    ended_by    uuid references appointment (id),
    note        text not null,
    version     bigint not null
);
create index appointment_holding_seat on appointment_holding (seat, since);
create index appointment_holding_person on appointment_holding (person, since);

create table appointment_rule (
    congress    uuid primary key,
    settings    text not null,                -- JSON of `Settings`
    version     bigint not null
);

create table appointment_numbering (
    congress    uuid not null,
    register    text collate "C" not null,    -- notice, letter
    year        bigint not null,
    last        bigint not null,
    primary key (congress, register, year)
);

create view v_appointment as
select a.id, a.congress, e.person, s.name as office, a.stage, a.decided, a.kind, a.person as appointee, a.made_by
from appointment a
join appointment_seat s on s.id = a.seat
join appointee e on e.id = a.person;

create view v_office_holder as
select h.id, s.congress, s.id as seat, s.name as office, e.person, e.name, h.since, h.until, h.how
from appointment_holding h
join appointment_seat s on s.id = h.seat
join appointee e on e.id = h.person;
