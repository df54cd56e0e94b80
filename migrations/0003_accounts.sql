-- Accounts: who can sign in, what posts they hold, for whom they may act.
-- Passwords stand as argon2id; codes, tokens and device marks as SHA-256 of what only their owner holds.

create table account (
    id       uuid primary key,
    person   uuid unique,                 -- the person of the roster; an operator need not be one
    name     text not null,               -- the name to greet
    sign_in  text collate "C" not null unique,
    phone    text collate "C" unique,     -- shown masked
    password text,                        -- none until the activation code was used
    congress uuid,                        -- whose office answers for it; none: the operator alone
    made     bigint not null,
    closed   bigint,                      -- when it was closed; it may be opened again
    language text,
    version  bigint not null
);
create index account_congress on account (congress, sign_in);

-- One-time codes handed over in print or message. A new one puts the one before out of use.
create table activation (
    hash    text primary key,
    account uuid not null references account (id),
    made    bigint not null,
    made_by uuid,
    expires bigint not null,
    used    bigint,
    voided  bigint
);
create index activation_account on activation (account);

create table post (
    id        uuid primary key,
    account   uuid not null references account (id),
    duty      text collate "C" not null,
    body      uuid not null,               -- all zeros for an operator, who keeps the machine and sits in no body
    congress  uuid not null,
    area      text collate "C" not null,
    since     text collate "C" not null,
    until     text collate "C",           -- the last day
    issued_by uuid,
    withdrawn bigint,
    version   bigint not null
);
create index post_account on post (account);
create index post_body on post (body, duty);
create index post_congress on post (congress, duty);

-- 代录: a deputy asked somebody to enter things in their name.
create table acting (
    id         uuid primary key,
    deputy     uuid not null,
    account    uuid not null references account (id),
    congress   uuid not null,
    since      text collate "C" not null,
    until      text collate "C" not null, -- the last day: nobody is acted for without an end
    basis      text not null,             -- how the deputy asked: in writing, by telephone, in person
    granted_by uuid,
    ended      bigint,
    version    bigint not null
);
create index acting_account on acting (account);
create index acting_deputy on acting (deputy);

create table api_token (
    id        uuid primary key,
    account   uuid not null references account (id),
    name      text not null,
    hash      text not null unique,
    made      bigint not null,
    expires   bigint not null,
    last_used bigint,
    revoked   bigint
);
create index api_token_account on api_token (account, made);

create table totp (
    account   uuid primary key references account (id),
    secret    bytea not null,
    enrolled  bigint not null,
    verified  bigint,                     -- none while the six digits have not been shown to work
    last_step bigint not null             -- a code is good once
);

create table recovery_code (
    account uuid not null references account (id),
    hash    text not null,
    used    bigint,
    primary key (account, hash)
);

-- Devices that have signed in to an account: they pass while somebody guesses from elsewhere.
create table known_device (
    hash    text primary key,
    account uuid not null references account (id),
    made    bigint not null,
    seen    bigint not null
);
create index known_device_account on known_device (account);

-- Failures by account and address, account and device, or address; the key is a hash, so no name or address is kept.
create table login_failure (
    key      text primary key,
    failures bigint not null,
    last     bigint not null
);
create index login_failure_last on login_failure (last);

-- Between the password and the six digits, and between us and an identity provider: begun here, ended once.
create table sign_in_step (
    hash    text primary key,
    kind    text not null,                -- totp, provider, link
    account uuid,
    nonce   text,
    verifier text,
    next    text,
    expires bigint not null
);
create index sign_in_step_expires on sign_in_step (expires);

create table identity (
    issuer  text not null,
    subject text not null,
    account uuid not null references account (id),
    linked  bigint not null,
    primary key (issuer, subject)
);
create index identity_account on identity (account);

create view v_account as select id, person, name, congress, closed from account;

create view v_post as
select account, duty, body, congress, area, since, until from post where withdrawn is null;
