-- The electronic way of a round (秘密表决). No table holds the number of a deputy and a credential; nothing of what comes without a name has a time.
-- `stage` names the variant of `HallStage` in ballots-rules. Hashes are hexadecimal, keys and signatures base64 as they come and are published.

create table ballot_hall (
    round      uuid primary key references ballot_round (id),
    stage      text collate "C" not null,     -- setup, collect, freezing, confirm, vote, tally, done, void
    attempt    bigint not null,
    vote       text collate "C" not null unique,  -- the identity of this attempt in the archive
    method     text not null,                 -- the method that permits it, and its article
    article    text not null,
    least      bigint not null,               -- fewest voters
    board      bytea not null,                -- what the board signs receipts with
    reason     text,
    version    bigint not null
);

create table ballot_trustee (
    round      uuid not null references ballot_hall (round),
    n          bigint not null,
    name       text not null,
    account    uuid,
    commitment text collate "C",
    key        text,                          -- the key with its proof, as it was handed in
    decryption text,
    turn       bigint,                        -- which of the decryptions came
    primary key (round, n)
);

-- 签到册. A device is of one deputy in one round.
create table ballot_roll (
    round      uuid not null references ballot_hall (round),
    n          bigint not null,
    account    uuid not null,
    person     uuid not null,
    name       text not null,
    device     text collate "C" not null,
    key_hash   text collate "C" not null,
    present    bigint not null,
    primary key (round, n),
    unique (round, account),
    unique (round, device)
);

-- The key that signs blindly, of one attempt; the secret half goes when the list is frozen.
create table ballot_signer (
    vote       text collate "C" primary key,
    public     text not null,
    hash       text collate "C" not null,
    secret     bytea
);

create table ballot_issue (
    vote       text collate "C" not null,
    n          bigint not null,
    device     text collate "C" not null,
    blinded    text not null,
    signature  text not null,
    signed     text not null,
    primary key (vote, n)
);

create table ballot_confirm (
    vote       text collate "C" not null,
    n          bigint not null,
    device     text collate "C" not null,
    setup      text collate "C" not null,
    signature  text not null,
    primary key (vote, n)
);

-- The list, written at once and sorted; nothing of it was in the database before.
create table ballot_frozen (
    vote        text collate "C" primary key,
    opened      bigint not null,              -- the second of the setup, the only time there is
    listed      bigint not null,
    credentials text not null,
    tokens      text not null,                -- tokens.jsonl
    setup       text collate "C" not null,
    head        text collate "C" not null,    -- the last event but those of ballots while voting goes on, and its height
    height      bigint not null,
    totals      text,                         -- the encrypted totals, once voting has ended
    result      text                          -- the numbers, question by question
);

create table ballot_sealed (
    vote       text collate "C" not null,
    height     bigint not null,
    credential text collate "C" not null,
    tracker    text collate "C" not null,
    event      text collate "C" not null,
    ballot     text not null,
    primary key (vote, height),
    unique (vote, credential)
);
