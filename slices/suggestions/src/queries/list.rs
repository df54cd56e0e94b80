//! The list of a congress's suggestions: narrowed, newest first, by words too, with the exact total.

use std::collections::BTreeMap;

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Val},
    list::{self, Cursor, Key, Kind, List, Order, Page, Position},
    row,
    search::{Asked, Within},
};
use roster_rules::SessionId;
use suggestions_rules::SuggestionId;
use uuid::Uuid;

use super::counts::counted;
use crate::found::Label;

/// What the list is narrowed to. Drafts are never in it: they are not yet the congress's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The congress.
    pub congress: BodyId,
    /// A stage, by its word.
    pub stage: Option<String>,
    /// A category, by its code.
    pub category: Option<String>,
    /// A session.
    pub session: Option<SessionId>,
    /// A unit that has, or had, a part in it.
    pub unit: Option<BodyId>,
    /// The year in which it was handed in, in Beijing.
    pub year: Option<i16>,
}

impl Filter {
    /// Everything of a congress.
    #[must_use]
    pub const fn of(congress: BodyId) -> Self {
        Self { congress, stage: None, category: None, session: None, unit: None, year: None }
    }

    /// Adds what narrows the rows of `suggestion s`.
    pub(super) fn narrow(&self, mut sql: Sql) -> Sql {
        sql = sql.add(" and s.filed is not null");
        if let Some(stage) = &self.stage {
            sql = sql.add(" and s.stage = {}").bind(stage);
        }
        if let Some(category) = &self.category {
            sql = sql.add(" and s.category = {}").bind(category);
        }
        if let Some(session) = self.session {
            sql = sql.add(" and s.session = {}").bind(session);
        }
        if let Some(unit) = self.unit {
            sql = sql.add(" and s.id in (select a.suggestion from assignment a where a.unit = {})").bind(unit);
        }
        if let Some((from, past)) = self.year.and_then(year) {
            sql = sql.add(" and s.filed >= {} and s.filed < {}").bind(from).bind(past);
        }
        sql
    }

    fn labels(&self) -> Vec<String> {
        let one = |label: Label<'_>| label.word();
        let stage = self.stage.as_deref().map(|stage| one(Label::Stage(stage)));
        let category = self.category.as_deref().map(|category| one(Label::Category(category)));
        let session = self.session.map(|session| one(Label::Session(session)));
        let unit = self.unit.map(|unit| one(Label::Unit(unit)));
        let year = self.year.map(|year| one(Label::Year(year)));
        [stage, category, session, unit, year].into_iter().flatten().collect()
    }
}

/// The first moment of a year and of the next.
fn year(year: i16) -> Option<(Moment, Moment)> {
    let begins = |year| Day::new(year, 1, 1).map(Day::start);
    begins(year).zip(begins(year.checked_add(1)?))
}

row!(
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Line {
        /// The suggestion.
        pub id: SuggestionId,
        /// Its number as written, once it has one.
        pub number: Option<String>,
        /// 标题.
        pub title: String,
        /// The code of its category; empty until accepted.
        pub category: String,
        /// The word of its stage.
        pub stage: String,
        /// When it was handed in.
        pub filed: Moment,
        /// How it ended, once it did.
        pub outcome: Option<String>,
        /// 领衔代表.
        pub lead: Option<String>,
        /// 代表团.
        pub delegation: Option<String>,
        /// 主办单位, or the first of several.
        pub unit: Option<String>,
        /// The nearest day for what is awaited.
        pub due: Option<Day>,
        /// Whether units of it disagree and nobody has settled it yet.
        pub differs: bool,
    }
);

const LINES: &str = "select s.id, s.number, s.title, s.category, s.stage, s.filed, s.outcome, \
      (select p.name from v_person p where p.id = s.lead), \
      (select d.name from v_mandate m join v_delegation d on d.id = m.delegation \
       where m.person = s.lead and d.congress = s.congress \
       and d.term = (select v.term from v_session v where v.id = s.session) limit 1), \
      (select b.name from assignment a join v_body b on b.id = a.unit \
       where a.suggestion = s.id and a.role <> 'co' and a.role <> 'reader' and a.work <> 'passed-on' order by a.ordinal limit 1), \
      (select min(a.awaits_by) from assignment a where a.suggestion = s.id), \
      case when exists (select 1 from unit_difference d where d.suggestion = s.id and d.settled is null) then 1 else 0 end \
      from suggestion s where ";

/// Newest first, as it was handed in.
pub const NEWEST: Order =
    Order { name: "newest", keys: &[Key::down("s.filed", Kind::Int), Key::down("s.id", Kind::Id)] };

/// The order of the index: by the day handed in, newest first.
const FOUND: Order = Order { name: "found", keys: &[Key::down("day", Kind::Text), Key::down("id", Kind::Id)] };

/// Lines after `after`, newest first.
pub async fn list(
    ask: &mut impl Ask,
    filter: &Filter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Line>, Fault> {
    let select = filter.narrow(Sql::new(LINES).add("s.congress = {}").bind(filter.congress));
    let list = List { select, count: counted(filter), order: &NEWEST, after, size };
    list::page(ask, list, |line: &Line| vec![line.filed.into(), line.id.into()]).await
}

/// A page of the list, of what the words are found in where words were typed; `after` as it stood in the address.
///
/// # Errors
/// Beside `after`, when it is no place in this list; when the database or the index refuses.
pub async fn look(site: &Site, filter: &Filter, words: &str, after: &str, size: u16) -> Result<Page<Line>, Problem> {
    if words.trim().is_empty() {
        let after = list::position(after, &NEWEST)?;
        return Ok(list(&mut site.db(), filter, after, size).await?);
    }
    let after = list::position(after, &FOUND)?.and_then(|position| place(&position));
    let (within, labels) = ([Within::Reader(filter.congress.uuid())], filter.labels());
    let limit = usize::from(size) + 1;
    let asked = Asked { text: words, kind: Some("suggestion"), labels: &labels, within: &within, after, limit };
    let found = site.search()?.find(&asked)?;
    let shown = found.hits.get(..usize::from(size)).unwrap_or(&found.hits);
    let last = shown.last().filter(|_| found.hits.len() > shown.len());
    let next = last.map(|hit| Cursor::of(&FOUND, &[hit.day.into(), Val::Id(hit.id)])).transpose()?;
    let ids: Vec<SuggestionId> = shown.iter().map(|hit| SuggestionId::from_uuid(hit.id)).collect();
    let items = lines_of(&mut site.db(), filter.congress, &ids).await?;
    Ok(Page { items, next, total: i64::try_from(found.total).unwrap_or(i64::MAX) })
}

fn place(position: &Position) -> Option<(Day, Uuid)> {
    match position.values() {
        [Val::Text(day), Val::Id(id)] => Some((day.parse().ok()?, *id)),
        _ => None,
    }
}

/// The lines of some suggestions of a congress, in the order asked for; those that are not in the list are left out.
pub async fn lines_of(ask: &mut impl Ask, congress: BodyId, ids: &[SuggestionId]) -> Result<Vec<Line>, Fault> {
    // The congress is compared so that no index can help with it: SQLite would guess that a congress has fewer suggestions than
    // there are ids, and read all of them.
    let sql = Sql::new(LINES).add("s.id in ").list(ids.iter().copied());
    let sql = sql.add(" and s.filed is not null and coalesce(s.congress, s.congress) = {}").bind(congress);
    let mut lines: Vec<Line> = ask.all(sql).await?;
    lines.sort_by_key(|line| ids.iter().position(|id| *id == line.id));
    Ok(lines)
}

/// What they say, to show where words were found.
pub async fn bodies(ask: &mut impl Ask, lines: &[Line]) -> Result<BTreeMap<SuggestionId, String>, Fault> {
    let sql = Sql::new("select id, body from suggestion where id in ").list(lines.iter().map(|line| line.id));
    Ok(ask.all::<(SuggestionId, String)>(sql).await?.into_iter().collect())
}
