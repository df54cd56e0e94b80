//! Work lists: the assignments of a congress or of a unit by what they wait for, the nearest day first.

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::{AssignmentId, Awaited, SuggestionId};

/// Whose work list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The office's or the government office's: all of a congress.
    Congress(BodyId),
    /// A unit's own.
    Unit(BodyId),
}

/// What the work list is narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartFilter {
    /// Whose.
    pub whose: Whose,
    /// What they wait for; without it, everything that has a day.
    pub awaits: Option<Awaited>,
    /// Only those whose day is before this one: with today, the overdue.
    pub before: Option<Day>,
}

row!(
    /// One line of a work list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PartLine {
        /// The assignment.
        pub id: AssignmentId,
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// Its number as written.
        pub number: Option<String>,
        /// 标题.
        pub title: String,
        /// 领衔代表.
        pub lead: Option<String>,
        /// The unit.
        pub unit: BodyId,
        /// Its name.
        pub unit_name: Option<String>,
        /// The word of its part.
        pub role: String,
        /// When it was assigned.
        pub assigned: Moment,
        /// The word of what is awaited.
        pub awaits: String,
        /// The last day for it.
        pub by: Option<Day>,
        /// Whether the deputy wants to be met.
        pub wants_meeting: bool,
    }
);

/// Lines after `after`, the nearest day first; those without a day by age.
///
/// # Errors
/// When the database refuses.
pub async fn parts(
    ask: &mut impl Ask,
    filter: PartFilter,
    after: Option<(Option<Day>, AssignmentId)>,
    limit: u16,
) -> Result<super::Page<PartLine, (Option<Day>, AssignmentId)>, Fault> {
    let lines = Sql::new(
        "select a.id, a.suggestion, s.number, s.title, (select p.name from v_person p where p.id = s.lead), \
         a.unit, (select b.name from v_body b where b.id = a.unit), a.role, a.assigned, a.awaits, a.awaits_by, \
         s.wants_meeting from assignment a join suggestion s on s.id = a.suggestion where ",
    )
    .join(narrowed(filter));
    let lines = match after {
        Some((Some(by), id)) => lines.add(" and (a.awaits_by, a.id) > ({}, {})").bind(by).bind(id),
        Some((None, id)) => lines.add(" and a.id > {}").bind(id),
        None => lines,
    };
    let lines = lines.add(" order by a.awaits_by, a.id limit {}").bind(i64::from(limit) + 1);
    let mut lines = ask.all::<PartLine>(lines).await?;
    if matches!(filter.whose, Whose::Unit(_)) {
        for line in lines.iter_mut().filter(|line| line.awaits == Awaited::Redo.word()) {
            Awaited::Judgement.word().clone_into(&mut line.awaits);
        }
    }
    let total = Sql::new("select count(*) from assignment a where ").join(narrowed(filter));
    let total: Option<(i64,)> = ask.one(total).await?;
    Ok(super::Page::cut(lines, limit, total.map_or(0, |(n,)| n), |line| (line.by, line.id)))
}

fn narrowed(filter: PartFilter) -> Sql {
    let sql = match filter.whose {
        Whose::Congress(congress) => Sql::new("a.congress = {}").bind(congress),
        Whose::Unit(unit) => Sql::new("a.unit = {}").bind(unit),
    };
    let sql = match filter.awaits {
        // A unit does not learn from its list that a score is bad before scores are open to it.
        Some(Awaited::Redo) if matches!(filter.whose, Whose::Unit(_)) => sql.add(" and 1 = 0"),
        Some(Awaited::Judgement) if matches!(filter.whose, Whose::Unit(_)) => {
            sql.add(" and a.awaits in ('judgement', 'redo')")
        }
        Some(awaits) => sql.add(" and a.awaits = {}").bind(awaits.word()),
        None => sql.add(" and a.awaits_by is not null"),
    };
    match filter.before {
        Some(day) => sql.add(" and a.awaits_by < {}").bind(day),
        None => sql,
    }
}
