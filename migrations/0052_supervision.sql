-- Evaluations of units (办理工作评议): the scheme as data under its hash, figures, scores, votes, appeals.

create table evaluation (
    id           uuid primary key,
    congress     uuid not null,
    title        text not null,
    since        text collate "C" not null,   -- parts assigned from this day on are counted
    until        text collate "C" not null,
    basis        text not null,
    scheme       text not null,               -- JSON; the bytes that are hashed
    hash         text collate "C",            -- SHA-256 of the scheme, from its opening on
    stage        text collate "C" not null,   -- draft, open, computed, told, decided, published
    appeal_until text collate "C",
    published    bigint,
    made         bigint not null,
    version      bigint not null
);
create index evaluation_congress on evaluation (congress, made, id);

create table evaluation_unit (
    evaluation uuid not null references evaluation (id),
    unit       uuid not null,
    figures    text,                          -- JSON, once computed; an upheld appeal corrects them
    appealed   bigint,
    appeal     text,
    ruled      bigint,
    upheld     bigint,
    ruling     text,
    primary key (evaluation, unit)
);
create index evaluation_unit_unit on evaluation_unit (unit, evaluation);

create table evaluation_score (
    evaluation uuid not null references evaluation (id),
    unit       uuid not null,
    person     uuid not null,
    score      bigint not null,               -- out of a hundred
    at         bigint not null,
    primary key (evaluation, unit, person)
);

create table evaluation_vote (
    evaluation   uuid not null references evaluation (id),
    unit         uuid not null,
    ballots      bigint not null,             -- handed in; the four add up to it
    satisfied    bigint not null,
    basically    bigint not null,
    dissatisfied bigint not null,
    invalid      bigint not null,             -- 弃权、无效
    at           bigint not null,
    primary key (evaluation, unit)
);

create view v_evaluation as select id, congress, since, until from evaluation;
create view v_evaluation_unit as select evaluation, unit from evaluation_unit;

drop view v_supervised;
-- What is supervised: whom it concerns, and what it is called. A letter or a case concerns one unit, an evaluation no suggestion.
create view v_supervised as
select k.id, k.congress, k.suggestion, null as unit, s.title, s.publish
from key_suggestion k join v_suggestion s on s.id = k.suggestion
union all
select l.id, l.congress, l.suggestion, l.unit, s.title, s.publish
from urging_letter l join v_suggestion s on s.id = l.suggestion
union all
select c.id, c.congress, c.suggestion, c.unit, s.title, s.publish
from dissatisfied_case c join v_suggestion s on s.id = c.suggestion
union all
select e.id, e.congress, null, null, e.title, 1 from evaluation e;
