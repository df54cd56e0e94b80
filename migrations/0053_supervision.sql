-- Counts of the handling: a row for each part, or each numbered suggestion without one, with what it is counted by; and sums of them.
-- A follower moves all of it in the transaction that takes a fact in; a page reads the sums and never counts suggestions.

create table handling_cell (
    id         uuid primary key,              -- the part, or the suggestion while it has none
    suggestion uuid not null,
    congress   uuid not null,
    session    uuid not null,
    category   text collate "C" not null,
    unit       uuid not null,                 -- the congress itself while it has no part
    role       text collate "C" not null,     -- none, sole, lead, co, separate
    class      text collate "C" not null,     -- empty until a reply was delivered
    outcome    text collate "C" not null,     -- the lead deputy's latest word; silent without one, empty until a reply was delivered
    timely     text collate "C" not null,     -- in-time, late; empty until a reply was delivered
    rounds     bigint not null,               -- replies delivered
    main       bigint not null                -- 1 on one row of each suggestion: what counts suggestions
);
create index handling_cell_suggestion on handling_cell (suggestion);
create index handling_cell_congress on handling_cell (congress, session, id);

-- How many: of a congress's numbered suggestions (about: the congress itself) and of each unit's parts (about: the unit).
create table handling_sum (
    congress  uuid not null,
    session   uuid not null,
    about     uuid not null,
    dimension text collate "C" not null,   -- all, category, class, outcome, timely, rounds; of units role, class, outcome, timely
    word      text collate "C" not null,
    n         bigint not null,
    primary key (congress, session, about, dimension, word)
);

-- How many numbered suggestions all congresses within an area have, its own too, of every session: what a higher level sees.
create table handling_below (
    area      text collate "C" not null,
    dimension text collate "C" not null,   -- level too
    word      text collate "C" not null,
    n         bigint not null,
    primary key (area, dimension, word)
);

-- What the rows are to be. A day ends at 16:00 UTC in Beijing; a reply of its last day is in time.
create view handling_counted as
select h.assignment as id, h.suggestion, h.congress, h.session, h.category, h.unit, h.role,
       coalesce(h.class, '') as class,
       case when h.result is not null then h.result when h.replied is null then '' else 'silent' end as outcome,
       case when h.replied is null then ''
-- only sqlite
            when h.replied < (strftime('%s', h.due) + 57600) * 1000 then 'in-time'
-- only postgres
            when h.replied < (cast(extract(epoch from cast(h.due as date)) as bigint) + 57600) * 1000 then 'in-time'
-- both
            else 'late' end as timely,
       coalesce(h.rounds, 0) as rounds,
       case when h.role <> 'co' and not exists (
           select 1 from v_assignment o
           where o.suggestion = h.suggestion and o.role not in ('co', 'reader') and o.work <> 'passed-on'
             and (o.assigned < h.assigned or (o.assigned = h.assigned and o.id < h.assignment))
       ) then 1 else 0 end as main
from v_handling h where h.stage in ('handling', 'closed') and h.role <> 'reader'
union all
select s.id, s.id, s.congress, s.session, s.category, s.congress, 'none', '', '', '', 0, 1
from v_suggestion s
where s.number is not null and s.stage in ('numbered', 'handling', 'closed')
  and not exists (select 1 from v_assignment a where a.suggestion = s.id and a.work <> 'passed-on' and a.role not in ('co', 'reader'));

-- Each word a row is counted under.
create view handling_word as
select suggestion, congress, session, congress as about, 'all' as dimension, '' as word from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'category', category from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'class', class from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'outcome', outcome from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'timely', timely from handling_cell where main = 1
union all select suggestion, congress, session, congress, 'rounds', cast(rounds as text) from handling_cell where main = 1
union all select suggestion, congress, session, unit, 'role', case role when 'co' then 'co' else 'lead' end
    from handling_cell where role <> 'none'
union all select suggestion, congress, session, unit, 'class', class from handling_cell where role not in ('none', 'co')
union all select suggestion, congress, session, unit, 'outcome', outcome from handling_cell where role not in ('none', 'co')
union all select suggestion, congress, session, unit, 'timely', timely from handling_cell where role not in ('none', 'co');

-- Counted once now; from here on the follower does it.
insert into handling_cell (id, suggestion, congress, session, category, unit, role, class, outcome, timely, rounds, main)
select id, suggestion, congress, session, category, unit, role, class, outcome, timely, rounds, main from handling_counted;
insert into handling_sum (congress, session, about, dimension, word, n)
select congress, session, about, dimension, word, count(*) from handling_word group by congress, session, about, dimension, word;
create view handling_rising as
select b.area, s.dimension, s.word, s.n from handling_sum s join v_body b on b.id = s.congress where s.about = s.congress
union all select b.area, 'level', b.level, s.n from handling_sum s join v_body b on b.id = s.congress
    where s.about = s.congress and s.dimension = 'all';
insert into handling_below (area, dimension, word, n)
select substr(r.area, 1, l.size), r.dimension, r.word, cast(sum(r.n) as bigint)
from handling_rising r
join (select 2 as size union all select 4 union all select 6 union all select 9 union all select 12) l on l.size <= length(r.area)
group by substr(r.area, 1, l.size), r.dimension, r.word;
insert into follower (name, seq, at) select 'supervision.tally', seq, 0 from journal_head where one = 1;
