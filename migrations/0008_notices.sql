-- Notices: what each account is told, once each, and how it wants to be told.
-- A row holds identities and days, never names, titles or reasons: those are read where they stand when the notice is shown.

create table notice (
    id      uuid primary key,
    account uuid not null,
    kind    text collate "C" not null, -- names its sentence
    subject uuid not null,             -- the suggestion, or the account itself
    via     text collate "C",          -- the right by which it concerns the account; none: it is its own
    body    uuid,                      -- and the body over which
    given   text not null,             -- JSON: what the sentence's places are filled from
    key     text collate "C" not null, -- what it tells, so that it is told once
    at      bigint not null,
    read    bigint,
    mail    text collate "C",          -- at_once, daily, weekly while a letter is still to tell of it
    unique (account, key)
);
create index notice_newest on notice (account, at, id);
create index notice_unread on notice (account, at, id) where read is null;
create index notice_mail on notice (mail, account) where mail is not null;
create index notice_at on notice (at);

-- How an account wants to be told. No row: in the inbox alone. The address is contact data: sealed, shown masked.
create table notice_choice (
    account   uuid primary key,
    rhythm    text collate "C" not null, -- at_once, daily, weekly, none
    language  text not null,
    email     text,
    confirmed bigint,
    code      text,                      -- SHA-256 of the code that confirms the address
    expires   bigint,
    tries     bigint not null,           -- wrong codes typed
    asked     bigint,                    -- when a code was last sent
    asked_day text collate "C",          -- how many were sent on that day
    asked_n   bigint not null,
    leave     text unique                -- what a letter's link to end all letters carries
);

-- How far work that comes round has come.
create table notice_round (
    name text collate "C" primary key,   -- remind, weekly
    day  text collate "C" not null
);

-- What happened before there were notices is news to nobody.
insert into follower (name, seq, at) select 'notices', seq, 0 from journal_head where one = 1;
