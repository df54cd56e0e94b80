//! The cases behind a figure of the statistics.

use kernel::{BodyId, Day};
use kit::{
    Fault, Problem,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
    web::chosen,
};
use serde::Deserialize;
use supervision_rules::{SessionId, SuggestionId};
use utoipa::IntoParams;
use uuid::Uuid;

/// In the order of their identities: the order in which they were begun.
pub const BEGUN: Order = Order { name: "counted", keys: &[Key::up("c.id", Kind::Id)] };
/// The canonical classes, in their order; the empty word is that of no reply.
pub const CLASSES: [&str; 5] = ["solved", "in-progress", "planned", "not-now", ""];
/// The scores, silence, a window still open, and no reply.
pub const OUTCOMES: [&str; 6] = ["satisfied", "basically", "dissatisfied", "silent", WAITING, ""];
/// When the first reply came; if it did not, whether its day is past.
pub const TIMELY: [&str; 4] = ["in-time", "late", OVERDUE, ""];
/// Where suggestions come from; the empty word where nobody said.
pub const SOURCES: [&str; 8] = ["survey", "inspection", "visits", "citizens", "station", "other", "bill", ""];
/// How the unit spoke with a deputy before it signed; the empty word where it has not replied.
pub const CONTACTS: [&str; 4] = ["face", "apart", "without", ""];
/// Stands for the empty word in an address, where blank means all.
pub const NONE: &str = "none";
/// A word on a reply whose window is open: it counts once it is over.
pub const WAITING: &str = "waiting";
/// A reply that is owed after its day.
pub const OVERDUE: &str = "overdue";

/// The words a case is counted under, as an address gives them; blank means all.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct CaseWords {
    /// The code of a category.
    pub category: String,
    /// `survey`, `inspection`, `visits`, `citizens`, `station`, `other`, `bill`, or `none`.
    pub source: String,
    /// A canonical class, or `none`.
    pub class: String,
    /// `satisfied`, `basically`, `dissatisfied`, `silent`, `waiting` or, without a reply, `none`.
    pub outcome: String,
    /// The same of the process.
    pub process: String,
    /// `in-time`, `late`, `overdue` or `none`.
    pub timely: String,
    /// `face`, `apart`, `without` or, without a reply, `none`.
    pub contact: String,
    /// So many replies delivered.
    pub rounds: String,
    /// So often passed on to another unit.
    pub hops: String,
    /// A unit: then its parts, else suggestions.
    pub unit: String,
    /// The delegation of the lead deputy.
    pub delegation: String,
}

/// Which cases of a congress, as they stand on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CasesOf {
    congress: BodyId,
    session: Option<SessionId>,
    today: Day,
    unit: Option<BodyId>,
    delegation: Option<Uuid>,
    category: Option<String>,
    source: Option<String>,
    class: Option<String>,
    outcome: Option<String>,
    process: Option<String>,
    timely: Option<String>,
    contact: Option<String>,
    rounds: Option<i64>,
    hops: Option<i64>,
}

/// A word of a list, the empty one by its name in addresses.
fn known(all: &'static [&'static str]) -> impl Fn(&str) -> Option<String> {
    move |raw: &str| {
        let word = if raw == NONE { "" } else { raw };
        all.contains(&word).then(|| word.to_owned())
    }
}

/// The code of a category.
fn code(raw: &str) -> Option<String> {
    let fits = raw.len() <= 60 && raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    fits.then(|| if raw == NONE { String::new() } else { raw.to_owned() })
}

impl CasesOf {
    /// Reads which cases of a congress, of one session or all, are asked for on a day.
    ///
    /// # Errors
    /// When a word means nothing: it is named.
    pub fn read(congress: BodyId, session: Option<SessionId>, asked: &CaseWords, today: Day) -> Result<Self, Problem> {
        Ok(Self {
            congress,
            session,
            today,
            unit: chosen("unit", &asked.unit, |raw| raw.parse().ok())?,
            delegation: chosen("delegation", &asked.delegation, |raw| raw.parse().ok())?,
            category: chosen("category", &asked.category, code)?,
            source: chosen("source", &asked.source, known(&SOURCES))?,
            class: chosen("class", &asked.class, known(&CLASSES))?,
            outcome: chosen("outcome", &asked.outcome, known(&OUTCOMES))?,
            process: chosen("process", &asked.process, known(&OUTCOMES))?,
            timely: chosen("timely", &asked.timely, known(&TIMELY))?,
            contact: chosen("contact", &asked.contact, known(&CONTACTS))?,
            rounds: chosen("rounds", &asked.rounds, |raw| raw.parse().ok())?,
            hops: chosen("hops", &asked.hops, |raw| raw.parse().ok())?,
        })
    }

    fn narrow(&self, sql: Sql) -> Sql {
        let sql = sql.add(" where c.congress = {}").bind(self.congress);
        let sql = and(sql, " and c.session = {}", self.session);
        let sql = match self.unit {
            Some(unit) => sql.add(" and c.role not in ('none', 'several') and c.unit = {}").bind(unit),
            None => sql.add(" and c.main = 1"),
        };
        let sql = and(sql, " and c.category = {}", self.category.as_ref());
        let sql = and(sql, " and c.source = {}", self.source.as_ref());
        let sql = and(sql, " and c.class = {}", self.class.as_ref());
        let sql = self.said(sql, self.outcome.as_deref(), " and c.outcome = {}");
        let sql = self.said(sql, self.process.as_deref(), " and c.process = {}");
        let sql = and(self.in_time(sql), " and c.contact = {}", self.contact.as_ref());
        let sql = and(sql, " and c.rounds = {}", self.rounds);
        let sql = and(sql, " and c.hops = {}", self.hops);
        let led = " and c.suggestion in (select g.id from v_suggestion g join v_session t on t.id = g.session \
             join v_mandate m on m.person = g.lead and m.term = t.term where m.delegation = {})";
        and(sql, led, self.delegation)
    }

    /// A word counts once its window is over.
    fn said(&self, sql: Sql, word: Option<&str>, is: &'static str) -> Sql {
        match word {
            None => sql,
            Some(WAITING) => sql.add(" and c.judge_by >= {}").bind(self.today),
            Some(word) => sql.add(" and c.judge_by < {}").bind(self.today).add(is).bind(word),
        }
    }

    fn in_time(&self, sql: Sql) -> Sql {
        match self.timely.as_deref() {
            None => sql,
            Some(OVERDUE) => sql.add(" and c.due <> '' and c.due < {}").bind(self.today),
            Some("") => sql.add(" and c.timely = '' and (c.due = '' or c.due >= {})").bind(self.today),
            Some(word) => sql.add(" and c.timely = {}").bind(word),
        }
    }
}

fn and(sql: Sql, piece: &'static str, value: Option<impl Into<Val>>) -> Sql {
    match value {
        Some(value) => sql.add(piece).bind(value),
        None => sql,
    }
}

row!(
    /// A case behind a figure.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Counted {
        /// The row.
        pub id: Uuid,
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// Its number.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// The unit.
        pub unit: Option<String>,
        /// The code of its category.
        pub category: String,
        /// The canonical class.
        pub class: String,
        /// Where the suggestion came from; empty where nobody said.
        pub source: String,
        /// The lead deputy's word on the newest reply, waiting while its window is open; silent without one, empty without a reply.
        pub outcome: String,
        /// The same of the process.
        pub process: String,
        /// in-time, late, overdue; empty before the day.
        pub timely: String,
        /// face, apart, without; empty without a reply.
        pub contact: String,
        /// Replies delivered.
        pub rounds: i64,
        /// How often a part was passed on.
        pub hops: i64,
    }
);

/// One page of the cases behind a figure.
pub async fn counted(
    ask: &mut impl Ask,
    of: &CasesOf,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Counted>, Fault> {
    let select = Sql::new(
        "select c.id, c.suggestion, s.number, s.title, (select b.name from v_body b where b.id = c.unit), c.category, c.class, \
         c.source, case when c.judge_by < {} then c.outcome else 'waiting' end, case when c.judge_by < {} then c.process \
         else 'waiting' end, case when c.due <> '' and c.due < {} then 'overdue' else c.timely end, c.contact, c.rounds, c.hops \
         from handling_cell c join v_suggestion s on s.id = c.suggestion",
    );
    let select = select.bind(of.today).bind(of.today).bind(of.today);
    let list = List {
        select: of.narrow(select),
        count: of.narrow(Sql::new("select count(*) from handling_cell c")),
        order: &BEGUN,
        after,
        size,
    };
    list::page(ask, list, |row: &Counted| vec![Val::from(row.id)]).await
}
