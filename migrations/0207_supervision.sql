-- Categories of the levels below counted by the one list above (汇总类别): what each category of a congress is mapped to, as its rule book says and
-- as the sums were counted; the follower moves both when an entry is laid. No code: mapped to nothing.
create table handling_mapping (
    congress uuid not null,
    category text collate "C" not null,
    code     text collate "C" not null,
    name     text not null,
    primary key (congress, category)
);
create index handling_mapping_code on handling_mapping (code, congress, category);

insert into handling_mapping (congress, category, code, name)
select x.congress, x.category,
-- only sqlite
       case when instr(x.said, ' ') = 0 then '' else substr(x.said, 1, instr(x.said, ' ') - 1) end,
       case when instr(x.said, ' ') = 0 then '' else trim(substr(x.said, instr(x.said, ' ') + 1)) end
-- only postgres
       case when strpos(x.said, ' ') = 0 then '' else substr(x.said, 1, strpos(x.said, ' ') - 1) end,
       case when strpos(x.said, ' ') = 0 then '' else trim(substr(x.said, strpos(x.said, ' ') + 1)) end
-- both
from (select s.congress, s.word as category,
             case substr(coalesce(s.laid, ''), 1, 1) when '-' then '' else coalesce(s.laid, case s.word
                 when 'politics-law' then '09 法治' when 'finance-economy' then '05 财税金融'
                 when 'urban-environment' then '04 城建环资' when 'education-health' then '07 科教文卫体'
                 when 'agriculture' then '02 农业' when 'social' then '08 社会建设' else '' end) end as said
      from (select h.congress, h.word, (select r.value from v_suggestion_rule r where r.congress = h.congress
                                        and r.key = 'mapping.' || h.word order by r.term desc limit 1) as laid
            from handling_sum h where h.about = h.congress and h.dimension = 'category'
            group by h.congress, h.word) s) x;

drop view handling_rising;
create view handling_rising as
select b.area, substr(t.opened, 1, 4) as year, s.dimension, s.word, s.n
from handling_sum s join v_body b on b.id = s.congress join v_session t on t.id = s.session where s.about = s.congress
union all select b.area, substr(t.opened, 1, 4), 'level', b.level, s.n
from handling_sum s join v_body b on b.id = s.congress join v_session t on t.id = s.session
where s.about = s.congress and s.dimension = 'all'
union all select b.area, substr(t.opened, 1, 4), 'mapping', coalesce(m.code, ''), s.n
from handling_sum s join v_body b on b.id = s.congress join v_session t on t.id = s.session
left join handling_mapping m on m.congress = s.congress and m.category = s.word
where s.about = s.congress and s.dimension = 'category';

insert into handling_year (area, year, dimension, word, n)
select substr(r.area, 1, l.size), r.year, r.dimension, r.word, cast(sum(r.n) as bigint)
from handling_rising r
join (select 2 as size union all select 4 union all select 6 union all select 9 union all select 12) l on l.size <= length(r.area)
where r.dimension = 'mapping'
group by substr(r.area, 1, l.size), r.year, r.dimension, r.word;
