-- 签收: when the body signed for what it was given; the clock of handling runs from then.
alter table opinion add column signed_for bigint;

-- A line of an opinion for ledgers of other nouns: what it is about and where it stands, no word of what was said and by whom.
create view v_opinion_line as
    select o.id, o.congress, o.year, o.n, o.received, o.topic, o.stage,
    case when exists (select 1 from opinion_step s where s.opinion = o.id and s.step = 'overdue') then 1 else 0 end as late
    from opinion o;
