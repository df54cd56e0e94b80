-- Objections to lists of voters (选民名单申诉): received, decided by the election committee within three days, taken to the court.
create table election_objection (
    id             uuid primary key,
    district       uuid not null references election_district (id),
    against        text collate "C" not null, -- left_out, wrongly_on, wrong_facts
    objector       text collate "C" not null, -- 申诉人
    about          text collate "C" not null, -- whom it is about
    voter          uuid,                      -- their line of the list, where one is kept
    words          text not null,
    posted         text collate "C" not null, -- the day the list was posted, as it was then
    received       text collate "C" not null,
    decided        text collate "C",
    ruling         text collate "C",          -- upheld, rejected
    reason         text,
    sued           text collate "C",
    court          text,
    judged         text collate "C",
    judgment       text collate "C",          -- upheld, rejected
    judgment_words text,
    applied        bigint not null,           -- the list was changed by it
    made           bigint not null
);
create index election_objection_district on election_objection (district, received, id);

-- Objections of elections that are not certified, with the days their clocks run from.
create view v_objection as
select o.id, e.congress, o.district, e.id as election, e.day, o.posted, o.received, o.decided, o.ruling, o.sued, o.judged, o.judgment
from election_objection o
join election_district d on d.id = o.district
join election e on e.id = d.election
where e.stage in ('announced', 'nominating', 'fixed', 'voted');
