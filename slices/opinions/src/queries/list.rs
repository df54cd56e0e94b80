//! Lists of opinions: those said to a deputy, those of an office, those a body was given.

use accounts_rules::{Actor, Right};
use kernel::{AccountId, BodyId, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use opinions_rules::{OpinionId, Stage, Treatment};

use crate::sight::bodies;

row! {
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct OpinionLine {
        /// The opinion.
        pub id: OpinionId,
        /// The year of its number.
        pub year: i64,
        /// Its number.
        pub n: i64,
        /// The word of what it is about.
        pub topic: String,
        /// What was said.
        pub body: String,
        /// The word of the stage.
        pub stage: String,
        /// When it came in.
        pub received: Moment,
        /// Since when it stands there.
        pub at: Moment,
        /// Whether it is a hard matter, where it was given to a body.
        pub hard: Option<bool>,
        /// The place: the name of the area.
        pub area: Option<String>,
        /// The deputy.
        pub deputy: Option<String>,
        /// The body it was given to.
        pub unit: Option<String>,
        /// Who has it.
        pub holder: BodyId,
        /// How it came in.
        pub way: String,
        /// The number of 12345.
        pub hotline: Option<String>,
        /// Who typed it for another.
        pub typed_by: Option<AccountId>,
    }
}

/// Whose opinions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those said to a deputy.
    Deputy(PersonId),
    /// Those an office has or received.
    Office(BodyId),
    /// Those given to one of these bodies.
    Units(Vec<BodyId>),
}

/// What the list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A stage, by its word; `open`: all that somebody has to do something about.
    pub stage: Option<String>,
    /// What it is about, by its word.
    pub topic: Option<String>,
    /// Words in what was said.
    pub words: Option<String>,
}

/// The last to come in first.
pub const LATEST: Order =
    Order { name: "opinions", keys: &[Key::down("o.received", Kind::Int), Key::down("o.id", Kind::Id)] };

/// The same along what an office sees.
const OF_OFFICE: Order =
    Order { name: "opinions", keys: &[Key::down("f.received", Kind::Int), Key::down("f.opinion", Kind::Id)] };

const LINES: &str = "select o.id, o.year, o.n, o.topic, o.body, o.stage, o.received, o.at, o.hard, \
     coalesce((select v.name from v_village v where v.code = o.area), (select a.name from v_area a where a.code = o.area)), \
     (select p.name from v_person p where p.id = o.deputy), (select b.name from v_body b where b.id = o.unit), \
     o.holder, o.way, o.hotline, o.typed_by from ";

/// The stage of a row as far as its clock goes; nothing where no clock runs.
#[must_use]
pub fn running(stage: &str, (at, hard): (Moment, Option<bool>), holder: BodyId) -> Option<Stage> {
    Some(match (stage, hard) {
        ("received" | "proposed", _) => Stage::Received { at },
        ("hotline", Some(hard)) => Stage::Hotline { at, hard },
        // Which body and how it is treated changes no clock.
        ("assigned", Some(hard)) => Stage::Assigned { at, unit: holder, treatment: Treatment::Urge, hard },
        _ => return None,
    })
}

/// Whose opinions an actor sees first: an office its own, a deputy those said to them, a body those it was given.
#[must_use]
pub fn whose(actor: &Actor) -> Option<Whose> {
    if let Some(congress) = actor.bodies(Right::OpinionSee).next() {
        return Some(Whose::Office(congress));
    }
    let own = bodies(actor);
    if !own.is_empty() {
        return Some(Whose::Units(own));
    }
    let seated = actor.posts.iter().any(|post| post.duty.seated());
    actor.stands_for().filter(|_| actor.signed_in() && seated).map(Whose::Deputy)
}

/// One page of a list.
///
/// # Errors
/// When the database refuses.
pub async fn page(
    ask: &mut impl Ask,
    whose: &Whose,
    filter: &Filter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<OpinionLine>, Fault> {
    let select = filter.narrow(whose.narrow(Sql::new(LINES)));
    let order = if matches!(whose, Whose::Office(_)) { &OF_OFFICE } else { &LATEST };
    let list = List { select, count: counted(whose, filter), order, after, size };
    list::page(ask, list, |line: &OpinionLine| vec![line.received.into(), Val::from(line.id)]).await
}

/// How many there are; what an office sees is counted as it changes, unless words are looked for.
fn counted(whose: &Whose, filter: &Filter) -> Sql {
    match whose {
        Whose::Office(office) if filter.words.is_none() => {
            let sql = Sql::new("select cast(coalesce(sum(o.n), 0) as bigint) from opinion_count o where o.office = {}");
            filter.narrow(sql.bind(*office))
        }
        _ => filter.narrow(whose.narrow(Sql::new("select count(*) from "))),
    }
}

/// How many wait for the actor to do something, and of which stage: a deputy and an office to say a first word, a body to answer.
///
/// # Errors
/// When the database refuses.
pub async fn waiting(ask: &mut impl Ask, whose: &Whose) -> Result<(&'static str, i64), Fault> {
    let sql = Sql::new("select count(*) from ");
    let (stage, sql) = match whose {
        Whose::Deputy(_) => ("received", whose.narrow(sql)),
        Whose::Office(office) => ("received", sql.add("opinion o where o.holder = {}").bind(*office)),
        // The body stands in the row for as long as it has it.
        Whose::Units(units) => ("assigned", sql.add("opinion o where o.unit in ").list(units.clone())),
    };
    let found: Option<(i64,)> = ask.one(sql.add(" and o.stage = {}").bind(stage)).await?;
    Ok((stage, found.map_or(0, |(count,)| count)))
}

impl Whose {
    fn narrow(&self, sql: Sql) -> Sql {
        match self {
            Self::Deputy(person) => sql
                .add("opinion o where o.deputy in (select p.id from v_person p where p.id = {} or p.merged_into = {})")
                .bind(*person)
                .bind(*person),
            Self::Office(office) => {
                sql.add("opinion_office f join opinion o on o.id = f.opinion where f.office = {}").bind(*office)
            }
            Self::Units(units) => sql
                .add("opinion o where o.id in (select s.opinion from opinion_step s where s.step = 'assigned' and s.body in ")
                .list(units.clone())
                .add(")"),
        }
    }
}

impl Filter {
    fn narrow(&self, mut sql: Sql) -> Sql {
        sql = match self.stage.as_deref() {
            Some("open") => sql.add(" and o.stage in ('received', 'proposed', 'assigned', 'hotline')"),
            Some(stage) => sql.add(" and o.stage = {}").bind(stage),
            None => sql,
        };
        if let Some(topic) = &self.topic {
            sql = sql.add(" and o.topic = {}").bind(topic);
        }
        match &self.words {
            Some(words) => sql.add(" and o.body like {} escape '!'").bind(list::containing(words)),
            None => sql,
        }
    }
}
