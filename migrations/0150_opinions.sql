-- How many opinions each office sees, by stage and topic: to count 200,000 along their index took six milliseconds of every list.
create table opinion_count (
    office  uuid not null,
    stage   text collate "C" not null,
    topic   text collate "C" not null,
    n       bigint not null,
    primary key (office, stage, topic)
);
insert into opinion_count (office, stage, topic, n)
    select f.office, o.stage, o.topic, count(*) from opinion_office f join opinion o on o.id = f.opinion
    group by f.office, o.stage, o.topic;
