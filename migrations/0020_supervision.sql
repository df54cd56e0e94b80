-- Supervision: key suggestions (重点督办建议) with their files.
-- Moments are milliseconds, days text YYYY-MM-DD, booleans 0/1. What follows from a day (overdue) is not stored.
-- `stage` names the variant of `KeyStage` in supervision-rules; which other columns are filled follows from it.

create table key_suggestion (
    id         uuid primary key,
    congress   uuid not null,
    session    uuid not null,
    suggestion uuid not null,
    leader     text not null,
    committee  text not null,
    basis      text not null,
    marked     bigint not null,
    stage      text collate "C" not null,     -- running, concluded, lifted
    ended      bigint,
    words      text,                          -- the result, or why it was lifted
    version    bigint not null
);
create index key_suggestion_session on key_suggestion (congress, session, marked, id);
-- One at a time.
create unique index key_suggestion_once on key_suggestion (suggestion) where stage <> 'lifted';

create table key_step (
    id      uuid primary key,
    key     uuid not null references key_suggestion (id),
    ordinal bigint not null,
    what    text not null,
    day     text collate "C" not null,
    done    bigint,
    note    text
);
create index key_step_key on key_step (key, ordinal);

create table key_visit (
    id      uuid primary key,
    key     uuid not null references key_suggestion (id),
    ordinal bigint not null,
    day     text collate "C" not null,
    place   text not null,
    people  text not null,
    minutes text not null
);
create index key_visit_key on key_visit (key, ordinal);

create table key_report (
    id      uuid primary key,
    key     uuid not null references key_suggestion (id),
    ordinal bigint not null,
    kind    text collate "C" not null,        -- interim, final
    at      bigint not null,
    words   text not null
);
create index key_report_key on key_report (key, ordinal);

create table key_policy (
    id      uuid primary key,
    key     uuid not null references key_suggestion (id),
    ordinal bigint not null,
    name    text not null,
    day     text collate "C" not null
);
create index key_policy_key on key_policy (key, ordinal);

-- What is supervised: whom it concerns, and what it is called.
create view v_supervised as
select k.id, k.congress, k.suggestion, s.title, s.publish from key_suggestion k join v_suggestion s on s.id = k.suggestion;
