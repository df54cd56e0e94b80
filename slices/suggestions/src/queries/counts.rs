//! How many: the totals of lists, the counts of a congress, what is awaited and overdue, the load of units.

use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use roster_rules::SessionId;

use super::{Filter, Whose, veiled};

row!(
    /// How many of one kind.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Count {
        /// The word of the stage.
        pub stage: String,
        /// The code of the category; empty until accepted.
        pub category: String,
        /// How they ended; empty until closed.
        pub outcome: String,
        /// How many.
        pub n: i64,
    }
);

row!(
    /// How many assignments wait for one thing.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct AwaitedCount {
        /// The word of what is awaited.
        pub awaits: String,
        /// How many wait.
        pub n: i64,
        /// How many of them are overdue.
        pub overdue: i64,
    }
);

row!(
    /// What lies with one unit.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct UnitLoad {
        /// The unit.
        pub unit: BodyId,
        /// Its name.
        pub name: Option<String>,
        /// Open assignments.
        pub open: i64,
        /// Those overdue.
        pub overdue: i64,
    }
);

/// How many suggestions the filter leaves, exactly.
pub async fn total(ask: &mut impl Ask, filter: &Filter) -> Result<i64, Fault> {
    Ok(ask.one::<(i64,)>(counted(filter)).await?.map_or(0, |(n,)| n))
}

/// What counts them: a sum over a few rows, whatever there are of suggestions, unless a unit
/// or a year is asked for, whose own suggestions are then counted.
pub(super) fn counted(filter: &Filter) -> Sql {
    if filter.unit.is_some() || filter.year.is_some() {
        return filter
            .narrow(Sql::new("select count(*) from suggestion s where s.congress = {}").bind(filter.congress));
    }
    let mut sql = Sql::new("select cast(coalesce(sum(n), 0) as bigint) from suggestion_count where congress = {}")
        .bind(filter.congress)
        .add(" and stage not in ('draft', 'cosigning')");
    if let Some(stage) = &filter.stage {
        sql = sql.add(" and stage = {}").bind(stage);
    }
    if let Some(category) = &filter.category {
        sql = sql.add(" and category = {}").bind(category);
    }
    if let Some(session) = filter.session {
        sql = sql.add(" and session = {}").bind(session);
    }
    sql
}

/// The counts of a congress by stage, category and outcome, drafts left out; of one session or of all.
pub async fn counts(ask: &mut impl Ask, congress: BodyId, session: Option<SessionId>) -> Result<Vec<Count>, Fault> {
    let mut sql = Sql::new(
        "select stage, category, outcome, cast(sum(n) as bigint) from suggestion_count \
         where stage not in ('draft', 'cosigning') and congress = {}",
    )
    .bind(congress);
    if let Some(session) = session {
        sql = sql.add(" and session = {}").bind(session);
    }
    ask.all(sql.add(" group by stage, category, outcome having sum(n) <> 0 order by stage, category, outcome")).await
}

/// The same without how they ended, for who may not read that before the window closes.
#[must_use]
pub fn without_outcomes(counts: Vec<Count>) -> Vec<Count> {
    let mut all: Vec<Count> = Vec::new();
    for count in counts {
        match all.iter_mut().find(|one| (&one.stage, &one.category) == (&count.stage, &count.category)) {
            Some(one) => one.n += count.n,
            None => all.push(Count { outcome: String::new(), ..count }),
        }
    }
    all
}

/// What is awaited in a congress, as this reader may see it, and how much of it is overdue on `today`.
pub async fn awaited(ask: &mut impl Ask, whose: Whose, today: Day) -> Result<Vec<AwaitedCount>, Fault> {
    let sql = Sql::new(
        "select a.awaits, count(*), cast(coalesce(sum(case when a.awaits_by < {} then 1 else 0 end), 0) as bigint)",
    )
    .bind(today)
    .join(veiled::parts(whose.veiled(), today))
    .add(" where a.congress = {} and a.awaits <> 'nothing' group by a.awaits order by a.awaits")
    .bind(whose.body());
    ask.all(sql).await
}

/// What lies with each unit of a congress, the most overdue first.
pub async fn loads(ask: &mut impl Ask, congress: BodyId, today: Day) -> Result<Vec<UnitLoad>, Fault> {
    let sql = Sql::new(
        "select a.unit, (select b.name from v_body b where b.id = a.unit), count(*), \
         cast(coalesce(sum(case when a.awaits_by < {} then 1 else 0 end), 0) as bigint) as overdue",
    )
    .bind(today)
    .add(" from assignment a where a.congress = {} and a.awaits in ('sign-for', 'ruling', 'consent', 'opinion', 'reply', 'check', 'signature', 'delivery')")
    .bind(congress)
    .add(" group by a.unit order by overdue desc, count(*) desc, a.unit");
    ask.all(sql).await
}
