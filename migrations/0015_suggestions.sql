-- Promises of units: what was promised in a reply, for which day, and what became of it. Nothing here is edited or deleted except
-- the day a promise is for now, each change of which is a row of `promise_step`.
create table promise (
    id            uuid primary key,
    suggestion    uuid not null references suggestion (id),
    assignment    uuid not null references assignment (id),
    congress      uuid not null,
    unit          uuid not null,
    round         bigint not null,               -- the round of reply in which it was made
    words         text not null,
    made          bigint not null,
    first_due     text collate "C" not null,
    due           text collate "C" not null,
    report_by     text collate "C" not null,     -- the last day for the next report
    standing      text collate "C" not null,     -- open, answered, kept, not-kept, struck
    taken_over    bigint not null default 0,     -- whether it was carried into a later year
    answered      bigint,                        -- the second reply
    answered_by   uuid,
    reply         uuid,                          -- its words, a remark
    said_kept     bigint,
    class         text,
    counted_as    text collate "C",
    judge_by      text collate "C",
    settled       bigint,                        -- when it was struck or settled
    settle_reason uuid
);
create index promise_suggestion on promise (suggestion, made, id);
create index promise_congress on promise (congress, standing, due, id);
create index promise_congress_day on promise (congress, due, id);
create index promise_unit on promise (unit, standing, due, id);
create index promise_unit_day on promise (unit, due, id);
create index promise_due on promise (due, id) where standing = 'open';
create index promise_report on promise (report_by, id) where standing = 'open';

create table promise_step (
    promise uuid not null references promise (id),
    ordinal bigint not null,
    at      bigint not null,
    kind    text collate "C" not null,           -- reported, moved, taken-over, sent-back
    words   uuid not null,                       -- the report or the reason, a remark
    was     text collate "C",
    due     text collate "C",
    primary key (promise, ordinal)
);

-- What each signer said of the n-th second reply; without a result nothing was said.
create table promise_word (
    promise uuid not null references promise (id),
    nth     bigint not null,
    signer  uuid not null,
    ordinal bigint not null,
    result  text collate "C",
    reason  uuid,
    at      bigint,
    primary key (promise, nth, signer)
);
create index promise_word_signer on promise_word (signer, promise);

-- Evidence: files that came with a report.
alter table attachment add column promise uuid;

-- When the office looked back on a closed matter, and what it found.
create table look_back (
    suggestion uuid not null references suggestion (id),
    ordinal    bigint not null,
    congress   uuid not null,
    at         bigint not null,
    found      text collate "C" not null,        -- done, going-on, nothing-done
    words      uuid not null,                    -- a remark
    primary key (suggestion, ordinal)
);

-- Promises that bind, with the days they are reminded of.
create view v_promise as
select p.id, p.suggestion, p.assignment, p.congress, p.unit, p.standing, p.made, p.due, p.report_by
from promise p
join suggestion s on s.id = p.suggestion
join reply r on r.assignment = p.assignment and r.round = p.round
where r.stage = 'delivered' and s.stage in ('handling', 'closed');
