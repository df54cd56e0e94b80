-- Suggestions: one paper, its assignments to units, its rounds of replies, its judgements.
-- Moments are milliseconds, days text YYYY-MM-DD, booleans 0/1. What follows from a day (overdue, colour) is not stored.
-- `stage`, `work` and `reply.stage` name the variants of `Stage`, `Work` and `RoundStage` in suggestions-rules; which other
-- columns are filled follows from them, and a row that breaks this is a fault that names table, column and id.

create table suggestion (
    id                  uuid primary key,
    congress            uuid not null,
    session             uuid not null,
    lead                uuid not null,
    entered_by          uuid,                 -- the account that typed it for the deputy
    entry_confirmed     bigint,
    title               text not null,
    body                text not null,
    source              text,
    publish             bigint,
    not_public_because  text not null,
    wants_meeting       bigint not null,
    keep_identity       bigint not null,
    stage               text collate "C" not null,
    held                text collate "C",     -- the stage before it was withdrawn
    category            text collate "C" not null, -- empty until accepted
    begun               bigint not null,
    cosign_until        text collate "C",
    filed               bigint,
    occasion            text,
    assign_by           text collate "C",
    returned            bigint,
    return_reason       uuid,
    accepted            bigint,
    series              text collate "C",
    n                   bigint,
    number              text,
    numbered            bigint,
    assigned            bigint,
    closed              bigint,
    outcome             text collate "C",
    withdrawn           bigint,
    withdraw_reason     uuid,
    version             bigint not null,
    unique (congress, series, n)
);
-- The list of the office: by stage and category, newest first (W1); by stage alone; all of it.
create index suggestion_stage_category on suggestion (congress, stage, category, filed, id);
create index suggestion_stage on suggestion (congress, stage, filed, id);
create index suggestion_filed on suggestion (congress, filed, id);
create index suggestion_lead on suggestion (lead, id);
create index suggestion_session on suggestion (session, series, n);

-- How many there are, kept in the transaction that changes it: a list's total costs one row, not a million.
create table suggestion_count (
    congress uuid not null,
    stage    text collate "C" not null,
    category text collate "C" not null,
    session  uuid not null,
    outcome  text collate "C" not null,       -- empty until closed
    n        bigint not null,
    primary key (congress, stage, category, session, outcome)
);

create table cosigner (
    suggestion uuid not null references suggestion (id),
    person     uuid not null,
    ordinal    bigint not null,
    invited    bigint not null,
    answer     text collate "C" not null,     -- asked, confirmed, declined
    answered   bigint,
    primary key (suggestion, person)
);
create index cosigner_person on cosigner (person, answer, suggestion);

create table wish (
    suggestion uuid not null references suggestion (id),
    ordinal    bigint not null,
    unit       uuid not null,
    primary key (suggestion, ordinal)
);

-- Words people typed as a reason; facts refer to them, so that erasing one breaks no hash.
create table remark (
    id         uuid primary key,
    suggestion uuid not null references suggestion (id),
    kind       text not null,                 -- return, withdraw, opinion, send-back, judgement, redo
    words      text not null,
    written_by uuid,
    at         bigint not null
);
create index remark_suggestion on remark (suggestion, at);

create table assignment (
    id         uuid primary key,
    suggestion uuid not null references suggestion (id),
    congress   uuid not null,
    unit       uuid not null,
    role       text collate "C" not null,     -- sole, lead, co, separate
    ordinal    bigint not null,
    assigned   bigint not null,
    sign_by    text collate "C" not null,
    due        text collate "C" not null,
    work       text collate "C" not null,     -- waiting, advising, advised, handling
    signed     bigint,
    advised    bigint,
    opinion    uuid,
    awaits     text collate "C" not null,     -- what is awaited next, read off the state on every save
    awaits_by  text collate "C"               -- and the last day for it, where a limit runs
);
create index assignment_suggestion on assignment (suggestion, ordinal);
create index assignment_unit on assignment (unit, awaits, awaits_by, id);
create index assignment_congress on assignment (congress, awaits, awaits_by, id);
-- Everything with a day, the nearest first.
create index assignment_unit_day on assignment (unit, awaits_by, id);
create index assignment_congress_day on assignment (congress, awaits_by, id);

-- Files that came with a suggestion or a reply; what is known of each stands in `blob`.
create table attachment (
    blob       uuid primary key references blob (id),
    suggestion uuid not null references suggestion (id),
    assignment uuid references assignment (id), -- of a reply; otherwise of the suggestion itself
    round      bigint,
    added      bigint not null,
    added_by   uuid,
    removed    bigint
);
create index attachment_suggestion on attachment (suggestion, added);

create table reply (
    assignment       uuid not null references assignment (id),
    round            bigint not null,
    suggestion       uuid not null references suggestion (id),
    opened           bigint not null,
    due              text collate "C" not null,
    stage            text collate "C" not null, -- awaited, drafted, checking, sent-back, passed, signed, delivered
    number           text,
    body             text,
    contact          text,
    publish          bigint,
    sent             bigint,
    sent_back        bigint,
    sent_back_reason uuid,
    passed           bigint,
    signed           bigint,
    signed_by        uuid,
    class            text collate "C",
    counted_as       text collate "C",
    delivered        bigint,
    judge_by         text collate "C",
    primary key (assignment, round)
);
create index reply_suggestion on reply (suggestion);

create table delivery (
    assignment uuid not null,
    round      bigint not null,
    signer     uuid not null,
    ordinal    bigint not null,
    suggestion uuid not null references suggestion (id),
    primary key (assignment, round, signer),
    foreign key (assignment, round) references reply (assignment, round)
);
create index delivery_suggestion on delivery (suggestion);
create index delivery_signer on delivery (signer, suggestion);

-- A row only where a signer has spoken: silence is the absence of one and never counts as satisfied.
create table judgement (
    assignment uuid not null,
    round      bigint not null,
    signer     uuid not null,
    process    text collate "C" not null,
    result     text collate "C" not null,
    reason     uuid,
    at         bigint not null,
    primary key (assignment, round, signer),
    foreign key (assignment, round, signer) references delivery (assignment, round, signer)
);

-- The last number given in each series: dense, because a number that is not kept is not given.
create table numbering (
    congress uuid not null,
    series   text collate "C" not null,
    last     bigint not null,
    primary key (congress, series)
);

-- A congress's own entries over the Hunan default. A term of zeros means every term.
create table suggestion_rules (
    congress uuid not null,
    term     uuid not null,
    key      text collate "C" not null,
    value    text not null,
    grade    text not null,
    document text not null,
    version  bigint not null,
    primary key (congress, term, key)
);

create view v_suggestion as
select id, congress, session, lead, title, stage, category, number, filed, closed, outcome, publish from suggestion;

create view v_assignment as
select id, suggestion, congress, unit, role, assigned, due, work, awaits, awaits_by from assignment;

create view v_cosigner as select suggestion, person, answer, answered from cosigner;
