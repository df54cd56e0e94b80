//! Urging letters and the register of cases, page by page.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
    web::api::edition,
};
use supervision_rules::{AssignmentId, CaseId, LetterId, SuggestionId};

/// Newest first.
pub const ISSUED: Order =
    Order { name: "letters", keys: &[Key::down("l.issued", Kind::Int), Key::down("l.id", Kind::Id)] };
/// Newest first.
pub const OPENED: Order =
    Order { name: "cases", keys: &[Key::down("c.opened", Kind::Int), Key::down("c.id", Kind::Id)] };

/// What the letters are narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterFilter {
    /// Of a congress; without it, to the actor's units.
    pub congress: Option<BodyId>,
    /// The word of a stage.
    pub stage: Option<String>,
    /// Only those whose day to answer has passed.
    pub overdue: bool,
}

row!(
    /// One line of the letters.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LetterLine {
        /// The letter.
        pub id: LetterId,
        /// The word before its number.
        pub series: String,
        /// Its year.
        pub year: i64,
        /// Its number.
        pub n: i64,
        /// The word of its kind.
        pub kind: String,
        /// The unit.
        pub unit: Option<String>,
        /// The number of the suggestion.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// 督办领导.
        pub leader: String,
        /// The last day to answer.
        pub due: Day,
        /// When it was sent.
        pub issued: Moment,
        /// The word of its stage.
        pub stage: String,
    }
);

const LETTERS: &str = "select l.id, l.series, l.year, l.n, l.kind, (select b.name from v_body b where b.id = l.unit), \
     s.number, s.title, l.leader, l.due, l.issued, l.stage from urging_letter l join v_suggestion s on s.id = l.suggestion where ";

impl LetterFilter {
    fn narrow(&self, sql: Sql, actor: &Actor, today: Day) -> Sql {
        let mut sql = match self.congress {
            Some(congress) => sql.add("l.congress = {}").bind(congress),
            None => sql.add("l.unit in ").list(actor.bodies(Right::AssignmentSee).collect::<Vec<_>>()),
        };
        if let Some(stage) = &self.stage {
            sql = sql.add(" and l.stage = {}").bind(stage);
        }
        if self.overdue {
            sql = sql.add(" and l.stage = 'issued' and l.due < {}").bind(today);
        }
        sql
    }
}

/// One page of letters.
pub async fn letters(
    ask: &mut impl Ask,
    actor: &Actor,
    filter: &LetterFilter,
    today: Day,
    after: Option<Position>,
    size: u16,
) -> Result<Page<LetterLine>, Fault> {
    let list = List {
        select: filter.narrow(Sql::new(LETTERS), actor, today),
        count: filter.narrow(Sql::new("select count(*) from urging_letter l where "), actor, today),
        order: &ISSUED,
        after,
        size,
    };
    list::page(ask, list, |line: &LetterLine| vec![line.issued.into(), Val::from(line.id)]).await
}

row!(
    /// One line of the register.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CaseLine {
        /// The case.
        pub id: CaseId,
        /// Its year.
        pub year: i64,
        /// Its number in that year.
        pub n: i64,
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// The unit's part.
        pub assignment: AssignmentId,
        /// The number of the suggestion.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// The unit.
        pub unit: Option<String>,
        /// Who sees to it.
        pub owner: Option<String>,
        /// When it was listed.
        pub opened: Moment,
        /// The word of its stage.
        pub stage: String,
        /// When it turned or ended.
        pub ended: Option<Moment>,
        /// The congress.
        pub congress: BodyId,
    }
);

impl CaseLine {
    /// The version of who sees to it: another name is another; 0 while nobody is named.
    #[must_use]
    pub fn owner_version(&self) -> i64 {
        self.owner.as_deref().map_or(0, |owner| edition(&[owner]))
    }
}

const CASES: &str = "select c.id, c.year, c.n, c.suggestion, c.assignment, s.number, s.title, \
     (select b.name from v_body b where b.id = c.unit), c.owner, c.opened, c.stage, c.ended, c.congress \
     from dissatisfied_case c join v_suggestion s on s.id = c.suggestion where ";

/// One page of the register of a congress.
pub async fn cases(
    ask: &mut impl Ask,
    congress: BodyId,
    stage: Option<&str>,
    after: Option<Position>,
    size: u16,
) -> Result<Page<CaseLine>, Fault> {
    let narrow = |sql: &'static str| {
        let sql = Sql::new(sql).add("c.congress = {}").bind(congress);
        match stage {
            Some(stage) => sql.add(" and c.stage = {}").bind(stage),
            None => sql,
        }
    };
    let list = List {
        select: narrow(CASES),
        count: narrow("select count(*) from dissatisfied_case c where "),
        order: &OPENED,
        after,
        size,
    };
    list::page(ask, list, |line: &CaseLine| vec![line.opened.into(), Val::from(line.id)]).await
}

/// One case; nothing when there is none.
pub async fn case(ask: &mut impl Ask, id: CaseId) -> Result<Option<CaseLine>, Fault> {
    ask.one(Sql::new(CASES).add("c.id = {}").bind(id)).await
}

row! {
    /// A unit's part that could be urged.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Urgeable {
        /// The part.
        pub assignment: AssignmentId,
        /// The unit.
        pub unit: Option<String>,
        /// The number of the suggestion.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// What is awaited of the unit.
        pub awaits: String,
        /// Its last day.
        pub by: Option<Day>,
    }
}

const URGEABLE: &str = "select a.id, (select b.name from v_body b where b.id = a.unit), s.number, s.title, a.awaits, a.awaits_by \
     from v_assignment a join v_suggestion s on s.id = a.suggestion where a.work <> 'passed-on'";

/// Most parts shown to be urged at once: more and the office does it in several goes.
pub const MOST_AT_ONCE: i64 = 100;

/// The parts of a congress that are overdue at the unit and have no letter without an end, the longest overdue first.
pub async fn overdue_parts(ask: &mut impl Ask, congress: BodyId, today: Day) -> Result<Vec<Urgeable>, Fault> {
    let sql = Sql::new(URGEABLE).add(" and a.congress = {} and a.awaits_by < {}").bind(congress).bind(today);
    let sql = sql
        .add(" and a.awaits in ('sign-for', 'opinion', 'reply', 'signature', 'delivery') and not exists")
        .add(" (select 1 from urging_letter l where l.assignment = a.id and l.stage in ('issued', 'answered'))")
        .add(" order by a.awaits_by, a.id limit {}");
    ask.all(sql.bind(MOST_AT_ONCE)).await
}

/// The parts of a suggestion that could be urged.
pub async fn parts_of(ask: &mut impl Ask, suggestion: SuggestionId) -> Result<Vec<Urgeable>, Fault> {
    ask.all(Sql::new(URGEABLE).add(" and a.suggestion = {} order by a.assigned, a.id").bind(suggestion)).await
}

/// One part that could be urged.
pub async fn urgeable(ask: &mut impl Ask, assignment: AssignmentId) -> Result<Option<Urgeable>, Fault> {
    ask.one(Sql::new(URGEABLE).add(" and a.id = {}").bind(assignment)).await
}

/// Shows parts as a transfer office may see them: while deputies may still judge a reply it waits for their words, whatever they said.
pub async fn veil(ask: &mut impl Ask, parts: &mut [Urgeable], today: Day) -> Result<(), Fault> {
    let sql =
        Sql::new("select d.assignment, max(d.judge_by) from v_delivery d join v_suggestion s on s.id = d.suggestion")
            .add(" where s.stage = 'handling' and d.judge_by >= {}")
            .bind(today)
            .add(" and d.assignment in ")
            .list(parts.iter().map(|part| part.assignment))
            .add(" group by d.assignment");
    let open: Vec<(AssignmentId, Day)> = ask.all(sql).await?;
    for part in parts.iter_mut().filter(|part| ["redo", "nothing"].contains(&part.awaits.as_str())) {
        if let Some((_, judge_by)) = open.iter().find(|(id, _)| *id == part.assignment) {
            (part.awaits, part.by) = ("judgement".to_owned(), Some(*judge_by));
        }
    }
    Ok(())
}

/// The word that stood before the number of the congress's last letter.
pub async fn last_series(ask: &mut impl Ask, congress: BodyId) -> Result<Option<String>, Fault> {
    let sql = Sql::new("select series from urging_letter where congress = {} order by issued desc, id desc limit 1");
    Ok(ask.one::<(String,)>(sql.bind(congress)).await?.map(|(series,)| series))
}
