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
