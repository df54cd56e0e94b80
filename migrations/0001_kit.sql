-- What everything technical keeps. One text for SQLite and PostgreSQL: uuid, text, bigint and bytea only.

-- The journal: facts, once, chained. Nothing in the program updates or deletes a row of it.
create table journal (
    seq        bigint not null primary key,
    at         bigint not null,
    by         uuid,
    acting_for uuid,
    body       uuid,
    subject    uuid not null,
    verb       text not null,
    fact       text not null,
    prev       text not null,
    hash       text not null
);
create index journal_subject on journal (subject, seq);
create index journal_body on journal (body, seq);

-- The head of the chain: one row; its lock puts facts in one order.
create table journal_head (
    one  bigint not null primary key,
    seq  bigint not null,
    hash text not null
);
insert into journal_head (one, seq, hash) values (1, 0, 'none');

-- Sessions: only the SHA-256 of the token is kept.
create table visit (
    token    text not null primary key,
    id       uuid not null unique,
    account  uuid,
    started  bigint not null,
    seen     bigint not null,
    ends     bigint not null,
    device   text not null,
    address  text not null,
    acting_for uuid,
    confirmed bigint
);
create index visit_account on visit (account, seen);
create index visit_ends on visit (ends);

-- Requests that carry an idempotency key: the first answer is remembered with the write that made it.
create table request_key (
    account uuid not null,
    key     text not null,
    digest  text not null,
    subject uuid not null,
    at      bigint not null,
    primary key (account, key)
);

-- Settings an operator or a congress changes while the program runs.
create table setting (
    key     text not null primary key,
    value   text not null,
    version bigint not null
);

-- Followers of the journal: how far each has taken the facts in.
create table follower (
    name text not null primary key,
    seq  bigint not null,
    at   bigint not null
);

-- Work to be done outside the request that asked for it. Done work is deleted.
create table job (
    id       uuid not null primary key,
    kind     text not null,
    key      text, -- at most one waiting job of a kind has it
    payload  text not null,
    state    text not null, -- waiting, or dead when it was given up
    due      bigint not null, -- of a job being worked on: when its worker is taken for lost
    worker   uuid,
    attempts bigint not null,
    problem  text,
    made     bigint not null,
    unique (kind, key)
);
create index job_due on job (state, due, id);

-- The last occasion for which each schedule's job was made.
create table schedule (
    name text not null primary key,
    made_for bigint not null
);

-- Letters and calls to other systems, written with the change that causes them, sent afterwards.
create table outbox (
    id      uuid not null primary key,
    kind    text not null, -- mail, hook
    target  text not null, -- a mail address; a hook's id
    payload text not null,
    state   text not null, -- waiting, sent, failed
    problem text,
    made    bigint not null,
    sent    bigint
);
create index outbox_state on outbox (state, made);

-- Other systems that are told of facts (Standard Webhooks).
create table hook (
    id      uuid not null primary key,
    body    uuid, -- whose facts; nothing: everybody's
    url     text not null,
    verbs   text not null, -- between blanks: suggestion.filed, suggestion.*, *
    secrets text not null, -- between blanks, the newest first; several while one replaces the other
    active  bigint not null,
    made    bigint not null,
    version bigint not null
);
create index hook_body on hook (body, active);

-- Attachments: what is known of each file; the bytes are in the folder or the bucket.
create table blob (
    id     uuid not null primary key,
    sha256 text not null,
    size   bigint not null,
    media  text not null,
    name   text not null,
    made   bigint not null
);

-- Days that documents moved, beyond those shipped with the program.
create table calendar_day (
    day      text collate "C" not null primary key,
    kind     text not null, -- off, work
    occasion text not null,
    source   text not null
);

-- Spreadsheets on their way in: what was uploaded, and each row beside its reasons until somebody says yes.
create table import (
    id        uuid not null primary key,
    kind      text not null,
    body      uuid,
    by        uuid,
    file      text not null,
    state     text not null,
    made      bigint not null,
    beat      bigint not null,
    row_count bigint not null,
    warned    bigint not null,
    bad       bigint not null,
    taken     bigint not null,
    notes     text not null
);
create index import_kind on import (kind, made);

-- status: 0 good, 1 good with a warning, 2 bad. cells and reasons are JSON.
create table import_row (
    import  uuid not null references import (id),
    line    bigint not null,
    status  bigint not null,
    cells   text not null,
    reasons text,
    primary key (import, line)
);
create index import_row_said on import_row (import, line) where status > 0;
