-- Elections: days, districts, candidates, rounds, certificates; how mandates end; what is announced to the public.
-- Days are text YYYY-MM-DD, moments milliseconds, booleans 0/1. Stages and kinds are the words of elections-rules.

create table election (
    id          uuid primary key,
    congress    uuid not null,               -- whose office holds it
    seated      uuid not null,               -- the congress in which the seats are
    term        uuid not null,
    kind        text collate "C" not null,   -- direct, indirect, leaders, by_election
    mode        text collate "C" not null,   -- direct, indirect: who votes
    class       text collate "C",            -- chief, vice, member: of leaders alone
    title       text not null,
    seats       bigint not null,
    day         text collate "C" not null,
    voter_days  bigint not null,
    first_days  bigint not null,
    formal_days bigint not null,
    method      text not null,
    ballot      uuid,
    stage       text collate "C" not null,
    reason      text,                        -- cancelled
    certified   text,
    confirmed   text,
    made        bigint not null,
    version     bigint not null
);
create index election_congress on election (congress, day, id);
create index election_term on election (term);
create index election_seated on election (seated, stage);

-- A congress that votes itself is one district.
create table election_district (
    id           uuid primary key,
    election     uuid not null references election (id),
    n            bigint not null,
    name         text collate "C" not null,
    constituency uuid,
    seats        bigint not null,
    voters       bigint not null,
    stations     bigint not null,            -- 投票站
    voter_list   text,
    first_list   text,
    formal_list  text,
    unique (election, n),
    unique (election, name)
);

create table election_candidate (
    id          uuid primary key,
    district    uuid not null references election_district (id),
    n           bigint not null,
    name        text collate "C" not null,
    person      uuid,
    note        text,
    origin      text collate "C" not null,   -- party, joint, written
    proposer    text,
    signers     bigint,
    formal      bigint not null,
    preliminary bigint,                      -- votes in the preliminary election
    unique (district, name)
);
create index election_candidate_person on election_candidate (person);

create table election_round (
    district     uuid not null references election_district (id),
    n            bigint not null,
    why          text collate "C" not null,
    seats        bigint not null,
    registered   bigint not null,
    voted        bigint not null,
    ballots      bigint not null,
    invalid      bigint not null,
    proxied      bigint not null,
    most_for_one bigint not null,
    mobile       bigint not null,
    ballot_round uuid,                       -- of a congress's vote
    valid        bigint not null,
    at           bigint not null,
    primary key (district, n)
);

create table election_tally (
    district  uuid not null,
    n         bigint not null,
    candidate uuid not null references election_candidate (id),
    votes     bigint not null,
    place     text collate "C" not null,     -- elected, tied, failed
    primary key (district, n, candidate),
    foreign key (district, n) references election_round (district, n)
);

-- Which ended mandates a by-election fills.
create table election_vacancy (
    mandate  uuid primary key,
    election uuid not null references election (id)
);

create table certificate_numbering (
    congress uuid not null,
    year     bigint not null,
    last     bigint not null,
    primary key (congress, year)
);

create table certificate (
    id        uuid primary key,
    election  uuid not null references election (id),
    candidate uuid not null references election_candidate (id),
    congress  uuid not null,                 -- in which the seat is
    year      bigint not null,
    n         bigint not null,
    code      text collate "C" not null unique,
    person    uuid not null,
    mandate   uuid,                          -- of deputies; leaders have none
    issued    text not null,
    confirmed text,
    unique (congress, year, n)
);
create index certificate_election on certificate (election);
create index certificate_mandate on certificate (mandate);

create table departure (
    id          uuid primary key,
    congress    uuid not null,
    mandate     uuid not null,
    person      uuid not null,
    leaving     text collate "C" not null,
    received    text collate "C" not null,
    words       text,
    petitioners bigint,
    electorate  bigint,
    yes         bigint,
    stage       text collate "C" not null,   -- received, accepted, declined, published
    meeting     text,
    decided     text,
    made        bigint not null,
    version     bigint not null
);
create index departure_congress on departure (congress, received, id);
create index departure_mandate on departure (mandate);

create table announcement_numbering (
    congress uuid not null,
    year     bigint not null,
    last     bigint not null,
    primary key (congress, year)
);

-- 公告, as it was made public. Nothing changes a row.
create table announcement (
    id       uuid primary key,
    congress uuid not null,
    kind     text collate "C" not null,
    subject  uuid not null,
    year     bigint not null,
    n        bigint not null,
    title    text not null,
    body     text not null,
    day      text collate "C" not null,
    unique (congress, year, n)
);
create index announcement_day on announcement (day, id);
create index announcement_subject on announcement (subject);

create view v_election as select id, congress, kind, day, stage, seated, term, mode, title from election;

-- Who was elected a deputy: the roster makes a person of the name where it has none.
create view v_elected as
select c.id as certificate, c.election, c.mandate, c.person, k.name, c.congress, c.issued, c.confirmed
from certificate c join election_candidate k on k.id = c.candidate
where c.mandate is not null;

-- Seats of running terms whose mandates ended, the by-election that fills them, and whether it did.
create view v_vacancy as
select m.id as mandate, m.congress, m.term, m.constituency, m.person, m.ended, m.reason, v.election,
       case when e.stage in ('certified', 'closed') then 1 else 0 end as filled
from v_mandate_end m
join v_term t on t.id = m.term and t.ended is null
left join election_vacancy v on v.mandate = m.id
left join election e on e.id = v.election
where m.reason <> 'term_over';
