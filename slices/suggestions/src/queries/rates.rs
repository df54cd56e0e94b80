//! 满意率: the lead deputies' words on the replies of a congress or a unit, counted by unit, category or session, and the cases behind each
//! figure. Only replies whose window is over are counted, for whoever asks: a figure tells no unit what it may not see yet.

use kernel::{BodyId, Day, Id};
use kit::{
    Fault,
    db::{Ask, FromRow, Sql},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use roster_rules::SessionId;
use suggestions_rules::{AssignmentId, Outcome, SuggestionId, Tally};

use super::Whose;

/// Which of the two scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// 办理工作/态度.
    Process,
    /// 办理结果.
    Result,
}

/// By what the figures are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// 承办单位.
    Unit,
    /// 类别.
    Category,
    /// 会议.
    Session,
}

/// Which reply of a part counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// 首次答复: how it was before anything was done again.
    First,
    /// 最后答复.
    Last,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Whose replies.
    pub whose: Whose,
    /// Which score.
    pub measure: Measure,
    /// Which reply.
    pub which: Which,
    /// Only those of one session.
    pub session: Option<SessionId>,
    /// The day on which it is asked.
    pub today: Day,
}

/// One line: a unit, a category or a session, with its four columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateLine {
    /// The unit, the code of the category, or the session.
    pub key: String,
    /// How many said what.
    pub tally: Tally,
}

row!(
    /// One case behind a figure.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Case {
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
        pub unit: Option<String>,
        /// The round of the reply.
        pub round: u16,
        /// What the lead deputy said of the process.
        pub process: Option<String>,
        /// And of the result.
        pub result: Option<String>,
    }
);

/// The order of cases.
pub const CASES: Order = Order { name: "case", keys: &[Key::up("a.id", Kind::Id)] };

impl Measure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Result, Self::Process];

    /// The word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Process => "process",
            Self::Result => "result",
        }
    }

    const fn column(self) -> &'static str {
        match self {
            Self::Process => "j.process",
            Self::Result => "j.result",
        }
    }
}

impl By {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Unit, Self::Category, Self::Session];

    /// The word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Category => "category",
            Self::Session => "session",
        }
    }

    const fn column(self) -> &'static str {
        match self {
            Self::Unit => "a.unit",
            Self::Category => "s.category",
            Self::Session => "s.session",
        }
    }
}

impl Which {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Last, Self::First];

    /// The word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Last => "last",
        }
    }
}

const FROM: &str = " from assignment a join suggestion s on s.id = a.suggestion join reply r on r.assignment = a.id \
     left join judgement j on j.assignment = r.assignment and j.round = r.round and j.signer = s.lead where ";

impl Counted {
    fn narrowed(&self) -> Sql {
        let sql = match self.whose {
            Whose::Congress(congress) | Whose::Government(congress) => Sql::new("a.congress = {}").bind(congress),
            Whose::Unit(unit) => Sql::new("a.unit = {}").bind(unit),
        };
        let sql = sql
            .add(" and a.work <> 'passed-on' and r.stage = 'delivered' and s.stage in ('handling', 'closed')")
            .add(" and r.judge_by < {}")
            .bind(self.today);
        let sql = match self.which {
            Which::First => sql.add(" and r.round = 1"),
            Which::Last => sql
                .add(" and not exists (select 1 from reply n where n.assignment = r.assignment and n.round > r.round")
                .add(" and n.stage = 'delivered')"),
        };
        match self.session {
            Some(session) => sql.add(" and s.session = {}").bind(session),
            None => sql,
        }
    }
}

/// The four columns by unit, category or session.
pub async fn rates(ask: &mut impl Ask, counted: &Counted, by: By) -> Result<Vec<RateLine>, Fault> {
    match by {
        By::Unit | By::Session => tallied::<Id<()>>(ask, counted, by).await,
        By::Category => tallied::<String>(ask, counted, by).await,
    }
}

async fn tallied<K>(ask: &mut impl Ask, counted: &Counted, by: By) -> Result<Vec<RateLine>, Fault>
where
    K: ToString + kit::db::FromVal + Send,
    (K, i64, i64, i64, i64): FromRow,
{
    let column = counted.measure.column();
    let sum = |sql: Sql, word: &'static str| {
        sql.add(", cast(sum(case when ").add(column).add(" = '").add(word).add("' then 1 else 0 end) as bigint)")
    };
    let sql = Sql::new("select ").add(by.column());
    let sql = sum(sum(sum(sql, "satisfied"), "basically"), "dissatisfied");
    let sql = sql.add(", cast(sum(case when j.signer is null then 1 else 0 end) as bigint)").add(FROM);
    let sql = sql.join(counted.narrowed()).add(" group by ").add(by.column()).add(" order by ").add(by.column());
    let rows: Vec<(K, i64, i64, i64, i64)> = ask.all(sql).await?;
    let count = |n: i64| u64::try_from(n).unwrap_or(0);
    let line = |(key, satisfied, basically, dissatisfied, unanswered): (K, i64, i64, i64, i64)| RateLine {
        key: key.to_string(),
        tally: Tally {
            satisfied: count(satisfied),
            basically: count(basically),
            dissatisfied: count(dissatisfied),
            unanswered: count(unanswered),
        },
    };
    Ok(rows.into_iter().map(line).collect())
}

/// What the cases behind a figure are narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// What was counted.
    pub counted: Counted,
    /// The column; without one, all four.
    pub outcome: Option<Outcome>,
    /// One unit.
    pub unit: Option<BodyId>,
    /// The code of one category.
    pub category: Option<String>,
}

/// The cases behind a figure.
pub async fn cases(
    ask: &mut impl Ask,
    behind: &Behind,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Case>, Fault> {
    let select = Sql::new(
        "select a.id, s.id, s.number, s.title, (select p.name from v_person p where p.id = s.lead), \
         (select b.name from v_body b where b.id = a.unit), r.round, j.process, j.result",
    );
    let select = select.add(FROM).join(behind.narrowed());
    let count = Sql::new("select count(*)").add(FROM).join(behind.narrowed());
    let list = List { select, count, order: &CASES, after, size };
    list::page(ask, list, |case: &Case| vec![case.id.into()]).await
}

impl Behind {
    fn narrowed(&self) -> Sql {
        let mut sql = self.counted.narrowed();
        let column = self.counted.measure.column();
        sql = match self.outcome {
            None => sql,
            Some(Outcome::Unanswered) => sql.add(" and j.signer is null"),
            Some(outcome) => sql.add(" and ").add(column).add(" = {}").bind(outcome.word()),
        };
        if let Some(unit) = self.unit {
            sql = sql.add(" and a.unit = {}").bind(unit);
        }
        match &self.category {
            Some(category) => sql.add(" and s.category = {}").bind(category),
            None => sql,
        }
    }
}

/// The names of some bodies, by identity.
pub async fn names_of(ask: &mut impl Ask, bodies: Vec<BodyId>) -> Result<Vec<(String, String)>, Fault> {
    let rows: Vec<(BodyId, String)> =
        ask.all(Sql::new("select id, name from v_body where id in ").list(bodies)).await?;
    Ok(rows.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// The congress a unit belongs to.
pub async fn congress_of(ask: &mut impl Ask, unit: BodyId) -> Result<Option<BodyId>, Fault> {
    let row: Option<(Option<BodyId>,)> =
        ask.one(Sql::new("select congress from v_body where id = {}").bind(unit)).await?;
    Ok(row.and_then(|(congress,)| congress))
}
