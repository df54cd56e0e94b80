-- What an office's list is narrowed by stands in the line it is read along: a rare stage was looked for in every opinion of the year.
alter table opinion_office add column stage text collate "C";
alter table opinion_office add column topic text collate "C";
alter table opinion_office add column open bigint;                 -- 1: somebody has to do something about it
update opinion_office set stage = (select o.stage from opinion o where o.id = opinion_office.opinion);
update opinion_office set topic = (select o.topic from opinion o where o.id = opinion_office.opinion);
update opinion_office set open = case when stage in ('received', 'proposed', 'assigned', 'hotline') then 1 else 0 end;
create index opinion_office_stage on opinion_office (office, stage, received, opinion);
create index opinion_office_topic on opinion_office (office, topic, received, opinion);
create index opinion_office_open on opinion_office (office, open, received, opinion);
create index opinion_office_stage_topic on opinion_office (office, stage, topic, received, opinion);
create index opinion_office_open_topic on opinion_office (office, open, topic, received, opinion);

-- How an opinion that came by a code was handled, for the figures of stations: whether somebody has to do something about it still, whether
-- a clock ran out over it, how it ended.
create view v_opinion_handled as
    select o.id, o.received, o.ending,
    case when o.stage in ('received', 'proposed', 'assigned', 'hotline') then 1 else 0 end as waits,
    case when exists (select 1 from opinion_step s where s.opinion = o.id and s.step = 'overdue') then 1 else 0 end as late
    from opinion o;
