//! The cases behind a figure of the statistics.

use kernel::BodyId;
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
/// The scores, silence, and no reply.
pub const OUTCOMES: [&str; 5] = ["satisfied", "basically", "dissatisfied", "silent", ""];
/// When the first reply came, if it did.
pub const TIMELY: [&str; 3] = ["in-time", "late", ""];
/// Stands for the empty word in an address, where blank means all.
pub const NONE: &str = "none";

/// The words a case is counted under, as an address gives them; blank means all.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct CaseWords {
    /// The code of a category.
    pub category: String,
    /// A canonical class, or `none`.
    pub class: String,
    /// `satisfied`, `basically`, `dissatisfied`, `silent` or, without a reply, `none`.
    pub outcome: String,
    /// `in-time`, `late` or `none`.
    pub timely: String,
    /// So many replies delivered.
    pub rounds: String,
    /// A unit: then its parts, else suggestions.
    pub unit: String,
}

/// Which cases of a congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CasesOf {
    congress: BodyId,
    session: Option<SessionId>,
    unit: Option<BodyId>,
    /// Column words with what they must hold.
    words: Vec<(&'static str, String)>,
    rounds: Option<i64>,
}

impl CasesOf {
    /// Reads which cases of a congress, of one session or all, are asked for.
    ///
    /// # Errors
    /// When a word means nothing: it is named.
    pub fn read(congress: BodyId, session: Option<SessionId>, asked: &CaseWords) -> Result<Self, Problem> {
        let known = |all: &'static [&'static str]| {
            move |raw: &str| {
                let word = if raw == NONE { "" } else { raw };
                all.contains(&word).then(|| word.to_owned())
            }
        };
        let code = |raw: &str| {
            let fits = raw.len() <= 60 && raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
            fits.then(|| if raw == NONE { String::new() } else { raw.to_owned() })
        };
        let words = [
            ("category", chosen("category", &asked.category, code)?),
            ("class", chosen("class", &asked.class, known(&CLASSES))?),
            ("outcome", chosen("outcome", &asked.outcome, known(&OUTCOMES))?),
            ("timely", chosen("timely", &asked.timely, known(&TIMELY))?),
        ];
        Ok(Self {
            congress,
            session,
            unit: chosen("unit", &asked.unit, |raw| raw.parse().ok())?,
            words: words.into_iter().filter_map(|(column, word)| Some((column, word?))).collect(),
            rounds: chosen("rounds", &asked.rounds, |raw| raw.parse().ok())?,
        })
    }

    fn narrow(&self, sql: Sql) -> Sql {
        let mut sql = sql.add(" where c.congress = {}").bind(self.congress);
        if let Some(session) = self.session {
            sql = sql.add(" and c.session = {}").bind(session);
        }
        sql = match self.unit {
            Some(unit) => sql.add(" and c.unit = {}").bind(unit),
            None => sql.add(" and c.main = 1"),
        };
        for (column, word) in &self.words {
            let piece = match *column {
                "category" => " and c.category = {}",
                "class" => " and c.class = {}",
                "outcome" => " and c.outcome = {}",
                _ => " and c.timely = {}",
            };
            sql = sql.add(piece).bind(word);
        }
        match self.rounds {
            Some(rounds) => sql.add(" and c.rounds = {}").bind(rounds),
            None => sql,
        }
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
        /// The lead deputy's latest word; silent without one, empty without a reply.
        pub outcome: String,
        /// in-time, late.
        pub timely: String,
        /// Replies delivered.
        pub rounds: i64,
    }
);

/// One page of the cases behind a figure.
///
/// # Errors
/// When the database refuses.
pub async fn counted(
    ask: &mut impl Ask,
    of: &CasesOf,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Counted>, Fault> {
    let select = Sql::new(
        "select c.id, c.suggestion, s.number, s.title, (select b.name from v_body b where b.id = c.unit), c.category, c.class, \
         c.outcome, c.timely, c.rounds from handling_cell c join v_suggestion s on s.id = c.suggestion",
    );
    let list = List {
        select: of.narrow(select),
        count: of.narrow(Sql::new("select count(*) from handling_cell c")),
        order: &BEGUN,
        after,
        size,
    };
    list::page(ask, list, |row: &Counted| vec![Val::from(row.id)]).await
}
