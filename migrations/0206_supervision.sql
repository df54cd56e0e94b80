-- Whether units spoke with the deputies before they replied (沟通率), and whether face to face (见面率): one more word of each part.

drop view handling_counted;
drop view handling_part;
drop view handling_word;

alter table handling_cell add column contact text collate "C" not null default '';  -- face, apart, without; empty until a reply was delivered

-- A part as it is counted. `contact`: how the unit spoke with a signer before it signed its first reply, where the deputy does not dispute
-- it; empty until a reply was delivered. A day ends at 16:00 UTC in Beijing; a reply of its last day is in time. While a unit objects nothing is overdue.
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
       coalesce(h.rounds, 0) as rounds, o.source, o.hops,
       case when h.replied is null or h.role = 'co' then ''
            else case coalesce((select max(t.face) from v_talk t where t.assignment = h.assignment
                                and t.word in ('waiting', 'confirmed')
-- only sqlite
                                and (strftime('%s', t.day) - 28800) * 1000 <= coalesce(h.letter_signed, h.replied)), -1)
-- only postgres
                                and (cast(extract(epoch from cast(t.day as date)) as bigint) - 28800) * 1000
                                    <= coalesce(h.letter_signed, h.replied)), -1)
-- both
                 when 1 then 'face' when 0 then 'apart' else 'without' end end as contact
from v_handling h join v_word w on w.assignment = h.assignment join v_origin o on o.suggestion = h.suggestion
where h.stage in ('handling', 'closed') and h.role <> 'reader';

-- What the rows are to be: each part, and beside them one row for each suggestion that no unit answers yet, or several do (分办). It has a
-- class, a word and its replies once all have answered, and then the worst of them.
create view handling_counted as
select p.id, p.suggestion, p.congress, p.session, p.category, p.unit, p.role, p.class, p.outcome, p.process, p.judge_by,
       p.timely, p.due, p.rounds, p.source, p.hops, p.contact,
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
       o.source, o.hops,
       coalesce((select p.contact from handling_part p where p.suggestion = s.id and p.role <> 'co'
                 order by case p.contact when '' then 0 when 'without' then 1 when 'apart' then 2 else 3 end limit 1), ''),
       1
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
union all select suggestion, congress, session, congress, 'contact', contact from handling_cell where main = 1
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
    case due when '' then timely else due end from handling_cell where role not in ('none', 'several', 'co')
union all select suggestion, congress, session, unit, 'contact', contact
    from handling_cell where role not in ('none', 'several', 'co');

-- Counted anew once.
delete from handling_cell;
delete from handling_sum;
delete from handling_year;
insert into handling_cell (id, suggestion, congress, session, category, unit, role, class, outcome, process, judge_by, timely, due, rounds,
    source, hops, contact, main)
select id, suggestion, congress, session, category, unit, role, class, outcome, process, judge_by, timely, due, rounds, source, hops,
    contact, main
from handling_counted;
insert into handling_sum (congress, session, about, dimension, word, n)
select congress, session, about, dimension, word, count(*) from handling_word group by congress, session, about, dimension, word;
insert into handling_year (area, year, dimension, word, n)
select substr(r.area, 1, l.size), r.year, r.dimension, r.word, cast(sum(r.n) as bigint)
from handling_rising r
join (select 2 as size union all select 4 union all select 6 union all select 9 union all select 12) l on l.size <= length(r.area)
group by substr(r.area, 1, l.size), r.year, r.dimension, r.word;
