//! Lists of opinions: those said to a deputy, those of an office, those a body was given.

use accounts_rules::{Actor, Right};
use kernel::{AccountId, AreaCode, BodyId, Day, Moment, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Val},
    list::{self, Cursor, Key, Kind, List, Order, Page, Position, containing},
    row,
    search::{Asked, Within},
    web::{Errors, Wrong},
};
use opinions_rules::{OpinionId, Stage, Treatment};
use uuid::Uuid;

use crate::{found::Label, queries::book, sight::bodies};

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
        /// When the body it lies with signed for it.
        pub signed: Option<Moment>,
        /// Whether it is a hard matter, where it was given to a body; yes where a suggestion is waited for that nobody wrote yet.
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
    /// Those alone whose clock ran out.
    pub late: bool,
    /// Those that are with a body.
    pub unit: Option<BodyId>,
    /// Those of a place, and of all that lies in it.
    pub area: Option<AreaCode>,
    /// Those alone that are over long enough, and whose person was not asked again.
    pub survey: Option<Survey>,
}

/// 应回访: what is over long enough to ask the person once more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Over before this moment; the rule book of the office says how long that is, and fills it in.
    before: Option<Moment>,
    /// Words it must hold: these few rows are looked through without the index.
    words: Vec<String>,
}

/// That its clock ran out, and nobody did anything since.
const LATE: &str =
    "exists (select 1 from opinion_step s where s.opinion = o.id and s.step = 'overdue' and s.at > o.at)";

/// The last to come in first.
pub const LATEST: Order =
    Order { name: "opinions", keys: &[Key::down("o.received", Kind::Int), Key::down("o.id", Kind::Id)] };

/// The same along what an office sees.
const OF_OFFICE: Order =
    Order { name: "opinions", keys: &[Key::down("f.received", Kind::Int), Key::down("f.opinion", Kind::Id)] };

/// The order of the index: by the day it came in, newest first.
const FOUND: Order = Order { name: "found", keys: &[Key::down("day", Kind::Text), Key::down("id", Kind::Id)] };

const LINES: &str = "select o.id, o.year, o.n, o.topic, o.body, o.stage, o.received, o.at, o.signed_for, \
     case when o.stage = 'suggested' and o.suggestion is null then 1 else o.hard end, \
     coalesce((select v.name from v_village v where v.code = o.area), (select a.name from v_area a where a.code = o.area)), \
     (select p.name from v_person p where p.id = o.deputy), (select b.name from v_body b where b.id = o.unit), \
     o.holder, o.way, o.hotline, o.typed_by from ";

/// The stage of a row as far as its clock goes; nothing where no clock runs.
#[must_use]
pub fn running(
    stage: &str,
    (at, signed, hard): (Moment, Option<Moment>, Option<bool>),
    holder: BodyId,
) -> Option<Stage> {
    Some(match (stage, hard) {
        ("received" | "proposed", _) => Stage::Received { at },
        ("suggested", Some(_)) => Stage::Suggested { at, suggestion: None },
        ("hotline", Some(hard)) => Stage::Hotline { at, hard },
        // Which body and how it is treated changes no clock.
        ("assigned", Some(hard)) => Stage::Assigned { at, unit: holder, treatment: Treatment::Urge, hard, signed },
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
pub async fn page(
    ask: &mut impl Ask,
    whose: &Whose,
    filter: &Filter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<OpinionLine>, Fault> {
    let select = whose.narrow(Sql::new(LINES));
    let (select, order) = match whose {
        Whose::Office(_) => (filter.along(select), &OF_OFFICE),
        _ => (filter.narrow(select), &LATEST),
    };
    let list = List { select, count: counted(whose, filter), order, after, size };
    list::page(ask, list, |line: &OpinionLine| vec![line.received.into(), Val::from(line.id)]).await
}

/// The same, of what words are found in where some were typed; `after` as it stood in the address.
///
/// # Errors
/// Beside `after`, when it is no place in this list; when the database or the index refuses.
pub async fn look(
    site: &Site,
    whose: &Whose,
    (filter, words): (&Filter, &str),
    after: &str,
    size: u16,
) -> Result<Page<OpinionLine>, Problem> {
    if filter.survey.is_some() {
        let filter = filter.clone().dated(site, whose, words).await?;
        return Ok(page(&mut site.db(), whose, &filter, list::position(after, &LATEST)?, size).await?);
    }
    if words.trim().is_empty() {
        let after = list::position(after, &LATEST)?;
        return Ok(page(&mut site.db(), whose, filter, after, size).await?);
    }
    let after = list::position(after, &FOUND)?.and_then(|position| place(&position));
    let (within, labels) = (whose.readers(&mut site.db()).await?, filter.labels());
    let limit = usize::from(size) + 1;
    let asked = Asked { text: words, kind: Some("opinion"), labels: &labels, within: &within, after, limit };
    let found = site.search()?.find(&asked)?;
    let shown = found.hits.get(..usize::from(size)).unwrap_or(&found.hits);
    let last = shown.last().filter(|_| found.hits.len() > shown.len());
    let next = last.map(|hit| Cursor::of(&FOUND, &[hit.day.into(), Val::Id(hit.id)])).transpose()?;
    let ids: Vec<Uuid> = shown.iter().map(|hit| hit.id).collect();
    // The index may lag behind by a moment: whose it is, is asked of the rows.
    let sql = whose.keep(Sql::new(LINES).add("opinion o where o.id in ").list(ids.iter().copied()));
    let mut items: Vec<OpinionLine> = site.db().all(sql).await?;
    items.sort_by_key(|line| ids.iter().position(|id| *id == line.id.uuid()));
    Ok(Page { items, next, total: i64::try_from(found.total).unwrap_or(i64::MAX) })
}

fn place(position: &Position) -> Option<(Day, Uuid)> {
    match position.values() {
        [Val::Text(day), Val::Id(id)] => Some((day.parse().ok()?, *id)),
        _ => None,
    }
}

/// How many there are; what an office sees is counted as it changes.
fn counted(whose: &Whose, filter: &Filter) -> Sql {
    match whose {
        Whose::Office(office) if !filter.further() => {
            let sql = Sql::new("select cast(coalesce(sum(o.n), 0) as bigint) from opinion_count o where o.office = {}");
            filter.narrow(sql.bind(*office))
        }
        _ => filter.narrow(whose.narrow(Sql::new("select count(*) from "))),
    }
}

/// How many wait for the actor to do something, and of which stage: a deputy and an office to say a first word, a body to answer.
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

/// What else waits: for who answers for an office what is proposed, for an office and a body what is overdue. How many, the key of the
/// sentence, where they are listed, how it looks.
pub async fn waiting_further(
    ask: &mut impl Ask,
    actor: &Actor,
) -> Result<Vec<(i64, &'static str, &'static str, &'static str)>, Fault> {
    let mut all = Vec::new();
    for congress in actor.bodies(Right::OpinionApprove).take(1) {
        let sql =
            Sql::new("select count(*) from opinion o where o.holder = {} and o.stage = 'proposed'").bind(congress);
        let count = ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count);
        all.push((count, "app-waits-opinions-approve", "/opinions?stage=proposed", "warn"));
    }
    let whose = match (actor.bodies(Right::OpinionKeep).next(), bodies(actor)) {
        (Some(congress), _) => Some(Sql::new("select count(*) from opinion o where o.holder = {}").bind(congress)),
        (None, own) if own.is_empty() => None,
        (None, own) => Some(Sql::new("select count(*) from opinion o where o.unit in ").list(own)),
    };
    if let Some(sql) = whose {
        let sql =
            sql.add(" and o.stage in ('received', 'proposed', 'assigned', 'hotline', 'suggested') and ").add(LATE);
        let count = ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count);
        all.push((count, "app-waits-opinions-late", "/opinions?late=yes", "bad"));
    }
    Ok(all)
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

    /// Keeps of chosen rows those that are theirs.
    fn keep(&self, sql: Sql) -> Sql {
        match self {
            Self::Deputy(person) => sql
                .add(" and o.deputy in (select p.id from v_person p where p.id = {} or p.merged_into = {})")
                .bind(*person)
                .bind(*person),
            Self::Office(office) => sql
                .add(" and exists (select 1 from opinion_office f where f.opinion = o.id and f.office = {})")
                .bind(*office),
            Self::Units(units) => sql
                .add(" and exists (select 1 from opinion_step s where s.opinion = o.id and s.step = 'assigned' and s.body in ")
                .list(units.clone())
                .add(")"),
        }
    }

    /// As whom they look into the index.
    async fn readers(&self, ask: &mut impl Ask) -> Result<Vec<Within>, Fault> {
        Ok(match self {
            Self::Deputy(person) => {
                let sql = Sql::new("select id from v_person where id = {} or merged_into = {}").bind(*person);
                let all: Vec<(PersonId,)> = ask.all(sql.bind(*person)).await?;
                all.into_iter().map(|(person,)| Within::Reader(person.uuid())).collect()
            }
            Self::Office(office) => vec![Within::Reader(office.uuid())],
            Self::Units(units) => units.iter().map(|unit| Within::Reader(unit.uuid())).collect(),
        })
    }
}

impl Filter {
    /// Says since when a matter must be over, by the rule book of the office that asks the person again.
    async fn dated(self, site: &Site, whose: &Whose, words: &str) -> Result<Self, Problem> {
        let Whose::Office(office) = whose else {
            return Err(Errors::one("late", Wrong::new("kit-filter-unknown")).into());
        };
        let days = book::of_congress(&mut site.db(), *office).await?.opinions.survey.value;
        let before = Some(site.today().plus_days(1 - i32::from(days)).start());
        let words = words.split_whitespace().map(str::to_lowercase).collect();
        Ok(Self { survey: Some(Survey { before, words }), ..self })
    }

    /// Whether it is narrowed by more than what is counted as it changes.
    const fn further(&self) -> bool {
        self.late || self.unit.is_some() || self.area.is_some() || self.survey.is_some()
    }

    fn narrow_further(&self, mut sql: Sql) -> Sql {
        if self.late {
            sql = sql.add(" and ").add(LATE);
        }
        if let Some(unit) = self.unit {
            sql = sql.add(" and o.unit = {}").bind(unit);
        }
        if let Some(survey) = &self.survey {
            sql = sql.add(" and o.stage = 'closed' and o.ending <> 'elsewhere' and o.at < {}").bind(survey.before);
            sql = sql.add(" and not exists (select 1 from opinion_survey s where s.opinion = o.id)");
            for word in &survey.words {
                sql = sql.add(" and lower(o.body) like {} escape '!'").bind(containing(word));
            }
        }
        match &self.area {
            Some(area) => sql.add(" and o.area >= {} and o.area < {}").bind(area).bind(area.past()),
            None => sql,
        }
    }

    fn narrow(&self, mut sql: Sql) -> Sql {
        sql = match self.stage.as_deref() {
            Some("open") => sql.add(" and o.stage in ").list(Stage::OPEN),
            Some(stage) => sql.add(" and o.stage = {}").bind(stage),
            None => sql,
        };
        sql = match &self.topic {
            Some(topic) => sql.add(" and o.topic = {}").bind(topic),
            None => sql,
        };
        self.narrow_further(sql)
    }

    /// The same along what an office sees: each choice has an index of its own there, in the order of the list.
    fn along(&self, mut sql: Sql) -> Sql {
        sql = match self.stage.as_deref() {
            Some("open") => sql.add(" and f.open = 1"),
            Some(stage) => sql.add(" and f.stage = {}").bind(stage),
            None => sql,
        };
        sql = match &self.topic {
            Some(topic) => sql.add(" and f.topic = {}").bind(topic),
            None => sql,
        };
        self.narrow_further(sql)
    }

    fn labels(&self) -> Vec<String> {
        let stage = self.stage.as_deref().map(|stage| Label::Stage(stage).word());
        let topic = self.topic.as_deref().map(|topic| Label::Topic(topic).word());
        let late = self.late.then(|| Label::Late.word());
        let unit = self.unit.map(|unit| Label::Unit(unit).word());
        let area = self.area.as_ref().map(|area| Label::Area(area).word());
        [stage, topic, late, unit, area].into_iter().flatten().collect()
    }
}
