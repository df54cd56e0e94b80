-- Counts of the handling anew: what depends on a day (a window still open, a reply overdue) is kept by its day and asked of one; a suggestion
-- that several units answer counts by the worst of them; the sums of areas stand by the year of the session.

drop view handling_counted;
drop view handling_word;
drop view handling_rising;
drop table handling_below;

alter table handling_cell add column process text collate "C" not null default '';  -- as `outcome`, of the process
alter table handling_cell add column judge_by text collate "C" not null default ''; -- the last day of the window before whose end no word counts
alter table handling_cell add column due text collate "C" not null default '';      -- the last day of a reply that is owed
alter table handling_cell add column source text collate "C" not null default '';
alter table handling_cell add column hops bigint not null default 0;

-- A part as it is counted. A day ends at 16:00 UTC in Beijing; a reply of its last day is in time. While a unit objects nothing is overdue.
create view handling_part as
select h.assignment as id, h.suggestion, h.congress, h.session, h.category, h.unit, h.role, h.ordinal,
       coalesce(h.class, '') as class,
       case when h.replied is null then '' else coalesce(w.result, 'silent') end as outcome,
       case when h.replied is null then '' else coalesce(w.process, 'silent') end as process,
       w.judge_by,
       case when h.replied is null then ''
-- only sqlite
            when h.replied < (strftime('%s', h.due) + 57600) * 1000 then 'in-time'
-- only postgres
            when h.replied < (cast(extract(epoch from cast(h.due as date)) as bigint) + 57600) * 1000 then 'in-time'
-- both
            else 'late' end as timely,
       case when h.replied is null and h.role <> 'co' and h.work <> 'objecting' then h.due else '' end as due,
       coalesce(h.rounds, 0) as rounds, o.source, o.hops
from v_handling h join v_word w on w.assignment = h.assignment join v_origin o on o.suggestion = h.suggestion
where h.stage in ('handling', 'closed') and h.role <> 'reader';

-- What the rows are to be: each part, and beside them one row for each suggestion that no unit answers yet, or several do (分办). It has a
-- class, a word and its replies once all have answered, and then the worst of them.
create view handling_counted as
select p.id, p.suggestion, p.congress, p.session, p.category, p.unit, p.role, p.class, p.outcome, p.process, p.judge_by,
       p.timely, p.due, p.rounds, p.source, p.hops,
       case when p.role <> 'co' and not exists (
           select 1 from v_assignment o where o.suggestion = p.suggestion and o.id <> p.id
           and o.role not in ('co', 'reader') and o.work <> 'passed-on') then 1 else 0 end as main
from handling_part p
union all
select s.id, s.id, s.congress, s.session, s.category,
       coalesce((select p.unit from handling_part p where p.suggestion = s.id and p.role <> 'co'
                 order by p.ordinal, p.id limit 1), s.congress),
       case when exists (select 1 from handling_part p where p.suggestion = s.id and p.role <> 'co')
            then 'several' else 'none' end,
       coalesce((select p.class from handling_part p where p.suggestion = s.id and p.role <> 'co'
                 order by case p.class when '' then 0 when 'not-now' then 1 when 'planned' then 2 when 'in-progress' then 3
                                       else 4 end limit 1), ''),
       coalesce((select p.outcome from handling_part p where p.suggestion = s.id and p.role <> 'co'
                 order by case p.outcome when '' then 0 when 'dissatisfied' then 1 when 'silent' then 2 when 'basically' then 3
                                         else 4 end limit 1), ''),
       coalesce((select p.process from handling_part p where p.suggestion = s.id and p.role <> 'co'
                 order by case p.process when '' then 0 when 'dissatisfied' then 1 when 'silent' then 2 when 'basically' then 3
                                         else 4 end limit 1), ''),
       coalesce((select max(p.judge_by) from handling_part p where p.suggestion = s.id and p.role <> 'co'
                 and not exists (select 1 from handling_part u where u.suggestion = s.id and u.role <> 'co' and u.outcome = '')), ''),
       coalesce((select p.timely from handling_part p where p.suggestion = s.id and p.role <> 'co'
                 order by case p.timely when '' then 0 when 'late' then 1 else 2 end limit 1), ''),
       coalesce((select min(p.due) from handling_part p where p.suggestion = s.id and p.due <> ''), ''),
       coalesce((select case when min(p.rounds) = 0 then 0 else max(p.rounds) end
                 from handling_part p where p.suggestion = s.id and p.role <> 'co'), 0),
       o.source, o.hops, 1
from v_suggestion s join v_origin o on o.suggestion = s.id
where s.number is not null and s.stage in ('numbered', 'handling', 'closed')
  and (select count(*) from v_assignment a where a.suggestion = s.id and a.work <> 'passed-on'
       and a.role not in ('co', 'reader')) <> 1;

-- Each word a row is counted under. `window`, `process-window` and `owed` begin with a day: asked of a day they are read as `waiting` or the
-- word, and as overdue or nothing yet.
create view handling_word as
select suggestion, congress, session, congress as about, 'all' as dimension, '' as word from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'category', category from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'source', source from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'hops', cast(hops as text) from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'class', class from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'rounds', cast(rounds as text) from handling_cell where main = 1
union all select suggestion, congress, session, congress, case judge_by when '' then 'outcome' else 'window' end,
    case judge_by when '' then outcome else judge_by || ' ' || outcome end from handling_cell where main = 1
union all select suggestion, congress, session, congress, case judge_by when '' then 'process' else 'process-window' end,
    case judge_by when '' then process else judge_by || ' ' || process end from handling_cell where main = 1
union all select suggestion, congress, session, congress, case due when '' then 'timely' else 'owed' end,
    case due when '' then timely else due end from handling_cell where main = 1
union all select suggestion, congress, session, unit, 'role', case role when 'co' then 'co' else 'lead' end
    from handling_cell where role not in ('none', 'several')
union all select suggestion, congress, session, unit, 'class', class
    from handling_cell where role not in ('none', 'several', 'co')
union all select suggestion, congress, session, unit, case judge_by when '' then 'outcome' else 'window' end,
    case judge_by when '' then outcome else judge_by || ' ' || outcome end
    from handling_cell where role not in ('none', 'several', 'co')
union all select suggestion, congress, session, unit, case judge_by when '' then 'process' else 'process-window' end,
    case judge_by when '' then process else judge_by || ' ' || process end
    from handling_cell where role not in ('none', 'several', 'co')
union all select suggestion, congress, session, unit, case due when '' then 'timely' else 'owed' end,
    case due when '' then timely else due end from handling_cell where role not in ('none', 'several', 'co');

-- How many numbered suggestions all congresses within an area have, its own too, by the year in which their session opened: what a higher level sees.
create table handling_year (
    area      text collate "C" not null,
    year      text collate "C" not null,
    dimension text collate "C" not null,   -- level too
    word      text collate "C" not null,
    n         bigint not null,
    primary key (area, year, dimension, word)
);

create view handling_rising as
select b.area, substr(t.opened, 1, 4) as year, s.dimension, s.word, s.n
from handling_sum s join v_body b on b.id = s.congress join v_session t on t.id = s.session where s.about = s.congress
union all select b.area, substr(t.opened, 1, 4), 'level', b.level, s.n
from handling_sum s join v_body b on b.id = s.congress join v_session t on t.id = s.session
where s.about = s.congress and s.dimension = 'all';

-- Counted anew once.
delete from handling_cell;
delete from handling_sum;
insert into handling_cell (id, suggestion, congress, session, category, unit, role, class, outcome, process, judge_by, timely, due, rounds,
    source, hops, main)
select id, suggestion, congress, session, category, unit, role, class, outcome, process, judge_by, timely, due, rounds, source, hops, main
from handling_counted;
insert into handling_sum (congress, session, about, dimension, word, n)
select congress, session, about, dimension, word, count(*) from handling_word group by congress, session, about, dimension, word;
insert into handling_year (area, year, dimension, word, n)
select substr(r.area, 1, l.size), r.year, r.dimension, r.word, cast(sum(r.n) as bigint)
from handling_rising r
join (select 2 as size union all select 4 union all select 6 union all select 9 union all select 12) l on l.size <= length(r.area)
group by substr(r.area, 1, l.size), r.year, r.dimension, r.word;

-- What the office writes beside the numbers of a session's report (办理情况报告): examples it chose, problems, the plan of next year.
create table annual_report (
    id       uuid primary key,
    congress uuid not null,
    session  uuid not null,
    problems text,
    plan     text,
    at       bigint not null,
    version  bigint not null,
    unique (congress, session)
);
create table annual_example (
    report     uuid not null references annual_report (id),
    ordinal    bigint not null,
    suggestion uuid not null,
    words      text not null,
    primary key (report, ordinal)
);
