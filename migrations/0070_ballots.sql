-- Ballots on paper: what is voted on, its rounds, who counts, what each teller entered, results edition by edition.
-- Moments are milliseconds, days text YYYY-MM-DD, booleans 0/1. What follows from figures (who agrees, who is elected) is not stored but
-- in ballot_standing, which is written once when a result is announced. `stage` names the variant of `Stage` in ballots-rules.

create table ballot (
    id         uuid primary key,
    congress   uuid not null,
    title      text not null,
    meeting    text not null,
    day        text collate "C" not null,
    kind       text collate "C" not null,     -- election, decision, pick
    spec       text not null,                 -- names, settings, method: JSON of `Spec`; what the first round opens with
    made       bigint not null,
    version    bigint not null
);
create index ballot_congress on ballot (congress, day, id);

create table ballot_round (
    id         uuid primary key,
    ballot     uuid not null references ballot (id),
    n          bigint not null,
    why        text collate "C" not null,     -- first, again, tie, rerun
    after      uuid references ballot_round (id),
    spec       text not null,
    hash       text collate "C" not null,     -- SHA-256 of `spec`, fixed when the round opened
    members    bigint not null,
    present    bigint not null,
    opened     bigint not null,
    edition    bigint not null,
    stage      text collate "C" not null,     -- open, counting, reported, announced, called-off
    boxes      text,                          -- ballots out and in: JSON of `Boxes`
    at         bigint,                        -- reported, announced, called off
    reason     text,                          -- called off
    version    bigint not null,
    unique (ballot, n)
);

create table ballot_teller (
    round      uuid not null references ballot_round (id),
    ordinal    bigint not null,
    account    uuid not null,
    person     uuid,
    role       text collate "C" not null,     -- counter, chief
    declared   bigint,
    aside      bigint,
    primary key (round, account)
);
create index ballot_teller_account on ballot_teller (account);

-- A bundle of which something was entered; the others follow from the boxes.
create table ballot_bundle (
    round      uuid not null references ballot_round (id),
    box_no     bigint not null,
    n          bigint not null,
    attempt    bigint not null,
    differs    text not null,                 -- JSON: where the entries before differed; never what stood there
    primary key (round, box_no, n)
);

-- What a teller entered. Nothing changes or removes a row.
create table ballot_entry (
    round      uuid not null references ballot_round (id),
    box_no     bigint not null,
    n          bigint not null,
    attempt    bigint not null,
    account    uuid not null,
    at         bigint not null,
    count      text not null,
    primary key (round, box_no, n, attempt, account)
);

-- What the chief teller said of each spelling; the last turn stands.
create table ballot_reading (
    round      uuid not null references ballot_round (id),
    turn       bigint not null,
    written    text collate "C" not null,
    meant      text,
    account    uuid not null,
    at         bigint not null,
    primary key (round, turn, written)
);

-- What was reported and announced. A correction makes the next edition; the old one says when and why it was taken up.
create table ballot_result (
    round      uuid not null references ballot_round (id),
    edition    bigint not null,
    figures    text not null,
    unreadable bigint not null,
    reported   bigint not null,
    announced  bigint,
    corrected  bigint,
    reason     text,
    primary key (round, edition)
);

create table ballot_standing (
    round      uuid not null,
    edition    bigint not null,
    ordinal    bigint not null,
    name       text not null,
    note       text,
    person     uuid,
    written_in bigint not null,
    approve    bigint not null,
    against    bigint not null,
    abstain    bigint not null,
    unclear    bigint not null,
    standing   text collate "C",              -- elected, tied, failed; nothing where the round is void
    primary key (round, edition, ordinal),
    foreign key (round, edition) references ballot_result (round, edition)
);

-- Announced results by name, the newest announced edition of each round.
create view v_ballot_result as
select b.congress, b.id as ballot, b.kind, b.title, b.meeting, b.day, r.id as round, r.n, r.why, e.edition, e.announced,
       s.ordinal, s.name, s.note, s.person, s.written_in, s.approve, s.against, s.abstain, s.standing
from ballot b
join ballot_round r on r.ballot = b.id
join ballot_result e on e.round = r.id and e.announced is not null
     and not exists (select 1 from ballot_result l where l.round = e.round and l.edition > e.edition and l.announced is not null)
join ballot_standing s on s.round = e.round and s.edition = e.edition;
