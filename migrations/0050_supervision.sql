-- Urging letters (督办通知单) with the units' answers, and the register of dissatisfied cases (挂号督办).

create table urging_letter (
    id         uuid primary key,
    congress   uuid not null,
    suggestion uuid not null,
    assignment uuid not null,
    unit       uuid not null,
    series     text collate "C" not null,
    year       bigint not null,
    n          bigint not null,
    kind       text collate "C" not null,     -- urge, supervise, listed
    problem    text not null,
    demand     text not null,
    leader     text not null,
    due        text collate "C" not null,
    issued     bigint not null,
    stage      text collate "C" not null,     -- issued, answered, closed, withdrawn
    ended      bigint,
    words      text,                          -- how it was closed, or why it was taken back
    version    bigint not null,
    unique (congress, series, year, n)
);
create index urging_letter_congress on urging_letter (congress, issued, id);
create index urging_letter_unit on urging_letter (unit, issued, id);
create index urging_letter_suggestion on urging_letter (suggestion);

create table urging_answer (
    letter  uuid not null references urging_letter (id),
    ordinal bigint not null,
    at      bigint not null,
    words   text not null,
    back    bigint,                           -- when the office asked again
    reason  text,
    primary key (letter, ordinal)
);

create table dissatisfied_case (
    id         uuid primary key,
    congress   uuid not null,
    year       bigint not null,
    n          bigint not null,
    suggestion uuid not null,
    assignment uuid not null,
    unit       uuid not null,
    opened     bigint not null,
    owner      text,                          -- who sees to it
    stage      text collate "C" not null,     -- open, turned, ended
    ended      bigint,
    unique (congress, year, n)
);
create index dissatisfied_case_congress on dissatisfied_case (congress, stage, opened, id);
create unique index dissatisfied_case_open on dissatisfied_case (assignment) where stage = 'open';

-- The last number given in each series and year: dense, because a number that is not kept is not given.
create table supervision_numbering (
    congress uuid not null,
    series   text collate "C" not null,
    year     bigint not null,
    last     bigint not null,
    primary key (congress, series, year)
);

drop view v_supervised;
-- What is supervised: whom it concerns, and what it is called. A letter or a case concerns one unit.
create view v_supervised as
select k.id, k.congress, k.suggestion, null as unit, s.title, s.publish
from key_suggestion k join v_suggestion s on s.id = k.suggestion
union all
select l.id, l.congress, l.suggestion, l.unit, s.title, s.publish
from urging_letter l join v_suggestion s on s.id = l.suggestion
union all
select c.id, c.congress, c.suggestion, c.unit, s.title, s.publish
from dissatisfied_case c join v_suggestion s on s.id = c.suggestion;
