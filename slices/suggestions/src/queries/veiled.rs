//! What units and transfer offices read of a part while deputies may still judge its reply: that it waits for their words, by the last
//! day of the window, whatever they said already (suggestions.md §10).

use kernel::Day;
use kit::db::Sql;

/// ` from assignment a`, with `awaits` and `awaits_by` as this reader may see them on `today`.
pub(super) fn parts(veiled: bool, today: Day) -> Sql {
    if !veiled {
        return Sql::new(" from assignment a");
    }
    Sql::new(
        " from (select p.id, p.suggestion, p.congress, p.unit, p.role, p.ordinal, p.assigned, p.work, \
         case when w.judge_by is null then p.awaits else 'judgement' end as awaits, \
         coalesce(w.judge_by, p.awaits_by) as awaits_by from assignment p \
         left join (select r.assignment, max(r.judge_by) as judge_by from reply r where r.judge_by >= {}",
    )
    .bind(today)
    .add(
        " group by r.assignment) w on w.assignment = p.id and p.awaits in ('redo', 'nothing') \
         and exists (select 1 from suggestion h where h.id = p.suggestion and h.stage = 'handling')) a",
    )
}
