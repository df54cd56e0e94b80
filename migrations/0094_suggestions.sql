-- 拆件: papers that the office made of one with two matters, and the paper as the deputies signed it.
create table severance (
    paper uuid primary key references suggestion (id),
    original uuid not null references suggestion (id),
    title text not null,
    body text not null,
    at bigint not null,
    reason uuid not null              -- a remark of the original
);
create index severance_original on severance (original, paper);

-- Closed matters on which the office is to look back, with the moment from which they wait: the last look, or their closing.
create index suggestion_closed on suggestion (closed, id) where stage = 'closed';
create index look_back_at on look_back (at, suggestion);
create view v_look_back as
select s.id as suggestion, s.congress, s.session, s.closed as since from suggestion s
where s.stage = 'closed' and not exists (select 1 from look_back k where k.suggestion = s.id and k.at >= s.closed)
  and exists (select 1 from reply r join assignment a on a.id = r.assignment
              where r.suggestion = s.id and a.work <> 'passed-on' and r.counted_as in ('in-progress', 'planned')
              and not exists (select 1 from reply n where n.assignment = r.assignment and n.round > r.round)
              and not exists (select 1 from promise p where p.assignment = r.assignment and p.round = r.round
                              and p.standing = 'kept' and p.counted_as = 'solved'))
union all
select s.id, s.congress, s.session, k.at from look_back k join suggestion s on s.id = k.suggestion
where s.stage = 'closed' and k.at >= s.closed and k.found <> 'done'
  and not exists (select 1 from look_back m where m.suggestion = k.suggestion and m.ordinal > k.ordinal)
  and exists (select 1 from reply r join assignment a on a.id = r.assignment
              where r.suggestion = s.id and a.work <> 'passed-on' and r.counted_as in ('in-progress', 'planned')
              and not exists (select 1 from reply n where n.assignment = r.assignment and n.round > r.round)
              and not exists (select 1 from promise p where p.assignment = r.assignment and p.round = r.round
                              and p.standing = 'kept' and p.counted_as = 'solved'));
