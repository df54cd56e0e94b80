-- Counted anew once, because a word counts by its window alone.
delete from handling_cell;
delete from handling_sum;
delete from handling_year;
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
