-- Disclosure to the public: editions of a suggestion and its replies with passages hidden, and the log of what was taken down.
-- `stage` names the variants of `Stage` in disclosure-rules that are kept; which other columns are filled follows from it.

create table disclosure (
    id            uuid primary key,
    congress      uuid not null,
    suggestion    uuid not null unique,
    session       uuid not null,
    year          bigint not null,            -- in which the suggestion was handed in
    category      text collate "C" not null,
    stage         text collate "C" not null,  -- withheld, disclosed, taken-down
    editions      bigint not null,
    since         bigint,                     -- disclosed
    at            bigint not null,            -- when it came into this stage, or into this edition
    until         text collate "C",           -- the last day before the public; 9999-12-31 without end
    ground        text collate "C",
    words         text,                       -- the office's own; never shown outside
    removal_year  bigint,
    removal_n     bigint,
    lead          uuid,                       -- the deputy, where the public may know the name
    version       bigint not null
);
-- The public's lists, newest first: everywhere, of a congress, of a session, of a deputy.
create index disclosure_stage on disclosure (stage, since, id);
create index disclosure_congress on disclosure (congress, stage, since, id);
create index disclosure_session on disclosure (session, stage, since, id);
create index disclosure_lead on disclosure (lead, stage, since, id);

-- What the public read, edition by edition. The original stands with the suggestion and is never changed.
create table disclosure_edition (
    disclosure    uuid not null references disclosure (id),
    edition       bigint not null,
    at            bigint not null,
    extent        text collate "C" not null,  -- whole, summary
    title         text not null,
    body          text not null,              -- with passages hidden; of a summary, the summary
    number        text not null,
    category_name text not null,
    named         bigint not null,            -- whether the deputy is named
    secret        bigint not null,            -- whether the deputy asked that the identity be kept
    delegation    uuid,
    closed        bigint,
    words_hidden  bigint not null,
    why           text,                       -- why there is a new edition
    primary key (disclosure, edition)
);

create table disclosure_reply (
    disclosure    uuid not null,
    edition       bigint not null,
    ordinal       bigint not null,
    assignment    uuid not null,
    round         bigint not null,
    unit          uuid not null,
    role          text collate "C" not null,
    number        text not null,
    class         text collate "C" not null,
    class_name    text not null,
    delivered     bigint not null,
    kept          bigint not null,            -- 1 where the unit keeps the letter back
    body          text not null,              -- empty where it is kept back, or summed up in the edition
    score         text collate "C",           -- where the rule book shows it
    primary key (disclosure, edition, ordinal),
    foreign key (disclosure, edition) references disclosure_edition (disclosure, edition)
);
create index disclosure_reply_unit on disclosure_reply (unit, disclosure, edition);

-- What a person decided of each passage. Places only: what stood there is not written a second time.
create table disclosure_passage (
    disclosure    uuid not null,
    edition       bigint not null,
    part          text collate "C" not null,  -- title, body, or the unit's part
    start         bigint not null,
    past          bigint not null,
    kind          text collate "C" not null,
    hidden        bigint not null,
    primary key (disclosure, edition, part, start, past),
    foreign key (disclosure, edition) references disclosure_edition (disclosure, edition)
);

-- The log of what was taken down: nothing removes a line.
create table disclosure_removal (
    congress      uuid not null,
    year          bigint not null,
    n             bigint not null,
    disclosure    uuid not null references disclosure (id),
    number        text not null,              -- of the suggestion; no title, which may be what was wrong
    edition       bigint not null,
    since         bigint not null,
    at            bigint not null,
    ground        text collate "C" not null,
    primary key (congress, year, n)
);
create index disclosure_removal_at on disclosure_removal (at, disclosure);
create index disclosure_removal_of on disclosure_removal (disclosure, at);

-- The last number of the log in each year: dense, because a number that is not kept is not given.
create table disclosure_numbering (
    congress      uuid not null,
    year          bigint not null,
    last          bigint not null,
    primary key (congress, year)
);

-- What a disclosure is of, for the notices of others; what is no longer before the public goes into no mail.
create view v_disclosure as
select d.id, d.congress, d.suggestion, d.stage, s.title,
       case when d.stage = 'disclosed' then s.publish else 0 end as publish
from disclosure d join v_suggestion s on s.id = d.suggestion;
