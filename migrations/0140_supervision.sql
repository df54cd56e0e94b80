-- Special inquiries (专题询问): questions, answers, votes, and what is to be put right.
-- `stage` names the variant of `InquiryStage` in supervision-rules; how far an item is follows from its rows and is not stored.

create table inquiry (
    id       uuid primary key,
    congress uuid not null,
    topic    text not null,
    kind     text collate "C" not null,       -- report, enforcement, handling
    day      text collate "C" not null,
    place    text not null,
    leader   text not null,
    basis    text not null,
    begun    bigint not null,
    told     bigint,                          -- when the units were sent the questions
    stage    text collate "C" not null,       -- preparing, told, held, concluded, called-off
    ended    bigint,
    words    text,                            -- the result, or why it was called off
    version  bigint not null
);
create index inquiry_congress on inquiry (congress, day, id);

create table inquiry_question (
    id       uuid primary key,
    inquiry  uuid not null references inquiry (id),
    ordinal  bigint not null,
    unit     uuid not null,
    asker    text not null,
    words    text not null,
    answered bigint,
    answer   text,
    remark   text
);
create index inquiry_question_inquiry on inquiry_question (inquiry, ordinal);
create index inquiry_question_unit on inquiry_question (unit);

create table inquiry_poll (
    inquiry      uuid not null references inquiry (id),
    unit         uuid not null,
    turn         text collate "C" not null,   -- first, second
    ballots      bigint not null,             -- handed in; the four add up to it
    satisfied    bigint not null,
    basically    bigint not null,
    dissatisfied bigint not null,
    invalid      bigint not null,
    primary key (inquiry, unit, turn)
);

create table inquiry_item (
    id        uuid primary key,
    inquiry   uuid not null references inquiry (id),
    ordinal   bigint not null,
    unit      uuid not null,
    problem   text not null,
    due       text collate "C" not null,
    planned   bigint,
    measure   text,
    owner     text,
    settled   bigint,
    words     text,
    reported  bigint not null                 -- 1 while a report waits for the office: such an item owes nothing
);
create index inquiry_item_inquiry on inquiry_item (inquiry, ordinal);
create index inquiry_item_unit on inquiry_item (unit);
create index inquiry_item_due on inquiry_item (due, id) where settled is null and reported = 0;

create table inquiry_report (
    item    uuid not null references inquiry_item (id),
    ordinal bigint not null,
    at      bigint not null,
    words   text not null,
    back    bigint,
    reason  text,
    primary key (item, ordinal)
);

create view v_inquiry_unit as
select inquiry, unit from inquiry_question union select inquiry, unit from inquiry_item;

drop view v_supervised;
-- What is supervised: whom it concerns, and what it is called. A letter or a case concerns one unit, an evaluation or an inquiry no suggestion.
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
select e.id, e.congress, null, null, e.title, 1 from evaluation e
union all
select i.id, i.congress, null, null, i.topic, 1 from inquiry i;

drop view v_supervision_clock;
-- Days of supervision of which people are reminded: letters that wait for the unit's answer, steps of a plan that are not done, items of an
-- inquiry that are not put right. `item` is the letter, the key suggestion or the inquiry; an inquiry is of no suggestion.
create view v_supervision_clock as
select 'letter' as kind, l.id as item, l.congress, l.suggestion, l.unit, l.issued as since, l.due
from urging_letter l where l.stage = 'issued'
union all
select 'step', k.id, k.congress, k.suggestion, null, k.marked, t.day
from key_step t join key_suggestion k on k.id = t.key where k.stage = 'running' and t.done is null
union all
select 'item', i.id, i.congress, null, t.unit, i.begun, t.due
from inquiry_item t join inquiry i on i.id = t.inquiry where i.stage = 'held' and t.settled is null and t.reported = 0;
