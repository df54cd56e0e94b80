-- Bills: what deputies sign together, or an organ puts, to be decided by the congress.
-- Moments are milliseconds, days text YYYY-MM-DD, booleans 0/1. `stage` names the variant of `Stage` in bills-rules; which other columns
-- are filled follows from it, and a row that breaks this is a fault that names table, column and id.

create table bill (
    id                 uuid primary key,
    congress           uuid not null,
    session            uuid not null,
    begun              bigint not null,
    lead               uuid,                  -- empty where an organ puts it
    organ              text collate "C",
    organ_name         text,
    title              text not null,
    grounds            text not null,
    proposal           text not null,
    publish            bigint,
    not_public_because text not null,
    stage              text collate "C" not null,
    held               text collate "C",      -- the stage before it was withdrawn
    filed              bigint,
    late               bigint,
    returned           bigint,
    return_reason      uuid,
    series             text collate "C",
    n                  bigint,
    number             text,
    numbered           bigint,
    review_by          text,
    review             text collate "C",      -- what the committee proposes
    review_to          text,
    reviewed           bigint,
    review_reason      uuid,
    disposal           text collate "C",      -- what the presidium decided
    refer_to           text,
    decided            bigint,
    decide_reason      uuid,
    report_by          text collate "C",
    asked              bigint,                -- to withdraw it from the agenda
    ask_reason         uuid,
    ending             text collate "C",
    closed             bigint,
    suggestion         uuid,                  -- the suggestion it became
    votes_yes          bigint,
    votes_all          bigint,
    report             uuid,
    withdrawn          bigint,
    withdraw_reason    uuid,
    version            bigint not null,
    unique (congress, series, n)
);
create index bill_filed on bill (congress, filed, id);
create index bill_stage on bill (congress, stage, filed, id);
create index bill_session on bill (session, n);
create index bill_lead on bill (lead, id);
create index bill_suggestion on bill (suggestion) where suggestion is not null;

create table bill_signer (
    bill     uuid not null references bill (id),
    person   uuid not null,
    ordinal  bigint not null,
    invited  bigint not null,
    answer   text collate "C" not null,       -- asked, confirmed, declined
    answered bigint,
    primary key (bill, person)
);
create index bill_signer_person on bill_signer (person, answer, bill);

-- Words people typed as a reason; facts refer to them, so that erasing one breaks no hash.
create table bill_remark (
    id         uuid primary key,
    bill       uuid not null references bill (id),
    kind       text not null,                 -- return, review, decision, withdrawal, refusal, report
    words      text not null,
    written_by uuid,
    at         bigint not null
);
create index bill_remark_bill on bill_remark (bill, at);

-- The last number given in each session: dense, because a number that is not kept is not given.
create table bill_numbering (
    congress uuid not null,
    series   text collate "C" not null,
    last     bigint not null,
    primary key (congress, series)
);

-- What a session sets for its bills; no row: the usual.
create table bill_terms (
    session       uuid primary key,
    congress      uuid not null,
    deadline      bigint,
    late          text collate "C" not null,  -- as-suggestion, refused
    delegations   bigint not null,
    report_months bigint not null,
    pattern       text not null,
    basis         text not null,              -- the document
    version       bigint not null
);

create view v_bill as
select id, congress, session, lead, organ, title, grounds, proposal, publish, not_public_because, stage, number, filed, suggestion
from bill;

create view v_bill_signer as select bill, person, ordinal, invited, answer, answered from bill_signer;

-- Facts of before there were bills make no suggestions: who follows them need not read them all.
insert into follower (name, seq, at) select 'suggestions.from-bills', seq, 0 from journal_head where one = 1;
