//! The public's list: what is disclosed, newest first.

use disclosure_rules::{DisclosureId, SessionId};
use kernel::{BodyId, Day, Moment, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Val},
    list::{self, Cursor, Key, Kind, List, Order, Page, Position},
    row,
    search::Asked,
};
use uuid::Uuid;

use crate::found::{Label, open_on};

row! {
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Line {
        /// The disclosure.
        pub id: DisclosureId,
        /// Since when it is disclosed.
        pub since: Moment,
        /// 第12号.
        pub number: String,
        /// The title, with passages hidden.
        pub title: String,
        /// The congress.
        pub congress: Option<String>,
        /// The session.
        pub session: Option<String>,
        /// The unit that answers first.
        pub unit: Option<String>,
        /// The name of the class of its letter.
        pub class: Option<String>,
    }
}

const LINES: &str = "select d.id, d.since, e.number, e.title, (select b.name from v_body b where b.id = d.congress), \
     (select s.name from v_session s where s.id = d.session), \
     (select b.name from disclosure_reply r join v_body b on b.id = r.unit where r.disclosure = d.id \
      and r.edition = d.editions order by r.ordinal limit 1), \
     (select r.class_name from disclosure_reply r where r.disclosure = d.id and r.edition = d.editions \
      order by r.ordinal limit 1) \
     from disclosure d join disclosure_edition e on e.disclosure = d.id and e.edition = d.editions \
     where d.stage = 'disclosed'";
const COUNT: &str = "select count(*) from disclosure d where d.stage = 'disclosed'";

/// What the list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The congress.
    pub congress: Option<BodyId>,
    /// The session.
    pub session: Option<SessionId>,
    /// The year in which it was handed in.
    pub year: Option<i16>,
    /// A unit that answered.
    pub unit: Option<BodyId>,
    /// The code of a category.
    pub category: Option<String>,
    /// The deputy, where named.
    pub deputy: Option<PersonId>,
}

/// The last disclosed first.
pub const NEWEST: Order =
    Order { name: "disclosed", keys: &[Key::down("d.since", Kind::Int), Key::down("d.id", Kind::Id)] };
/// The order of the index.
const FOUND: Order = Order { name: "found", keys: &[Key::down("day", Kind::Text), Key::down("id", Kind::Id)] };

impl Filter {
    /// Narrows to what the public reads on a day.
    pub(crate) fn narrow(&self, sql: Sql, today: Day) -> Sql {
        let mut sql = sql.add(" and (d.until is null or d.until >= {})").bind(today);
        if let Some(congress) = self.congress {
            sql = sql.add(" and d.congress = {}").bind(congress);
        }
        if let Some(session) = self.session {
            sql = sql.add(" and d.session = {}").bind(session);
        }
        if let Some(year) = self.year {
            sql = sql.add(" and d.year = {}").bind(i64::from(year));
        }
        if let Some(category) = &self.category {
            sql = sql.add(" and d.category = {}").bind(category);
        }
        if let Some(deputy) = self.deputy {
            sql = sql.add(" and d.lead = {}").bind(deputy);
        }
        match self.unit {
            Some(unit) => {
                let answered = " and exists (select 1 from disclosure_reply r where r.disclosure = d.id \
                                and r.edition = d.editions and r.unit = {})";
                sql.add(answered).bind(unit)
            }
            None => sql,
        }
    }

    fn labels(&self) -> Vec<String> {
        let all = [
            self.congress.map(Label::Congress),
            self.session.map(Label::Session),
            self.year.map(Label::Year),
            self.unit.map(Label::Unit),
            self.category.as_deref().map(Label::Category),
            self.deputy.map(Label::Deputy),
        ];
        all.iter().flatten().map(Label::word).collect()
    }
}

/// One page of what is disclosed.
pub async fn list(
    ask: &mut impl Ask,
    filter: &Filter,
    today: Day,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Line>, Fault> {
    let list = List {
        select: filter.narrow(Sql::new(LINES), today),
        count: filter.narrow(Sql::new(COUNT), today),
        order: &NEWEST,
        after,
        size,
    };
    list::page(ask, list, |line: &Line| vec![line.since.into(), Val::from(line.id)]).await
}

/// The same, of what words are found in where some were typed; `after` as it stood in the address.
///
/// # Errors
/// Beside `after`, when it is no place in this list; when the database or the index refuses.
pub async fn look(site: &Site, filter: &Filter, words: &str, after: &str, size: u16) -> Result<Page<Line>, Problem> {
    if words.trim().is_empty() {
        let after = list::position(after, &NEWEST)?;
        return Ok(list(&mut site.db(), filter, site.today(), after, size).await?);
    }
    let after = list::position(after, &FOUND)?.and_then(|position| place(&position));
    let (within, labels) = (open_on(site.today()), filter.labels());
    let limit = usize::from(size) + 1;
    let asked = Asked { text: words, kind: Some("disclosure"), labels: &labels, within: &within, after, limit };
    let found = site.search()?.find(&asked)?;
    let shown = found.hits.get(..usize::from(size)).unwrap_or(&found.hits);
    let last = shown.last().filter(|_| found.hits.len() > shown.len());
    let next = last.map(|hit| Cursor::of(&FOUND, &[hit.day.into(), Val::Id(hit.id)])).transpose()?;
    let ids: Vec<Uuid> = shown.iter().map(|hit| hit.id).collect();
    // The index may lag behind by a moment; what was taken down is not read from the tables any more.
    let sql = filter.narrow(Sql::new(LINES).add(" and d.id in ").list(ids.iter().copied()), site.today());
    let mut items: Vec<Line> = site.db().all(sql).await?;
    items.sort_by_key(|line| ids.iter().position(|id| *id == line.id.uuid()));
    Ok(Page { items, next, total: i64::try_from(found.total).unwrap_or(i64::MAX) })
}

fn place(position: &Position) -> Option<(Day, Uuid)> {
    match position.values() {
        [Val::Text(day), Val::Id(id)] => Some((day.parse().ok()?, *id)),
        _ => None,
    }
}

/// A choice of a filter: its value and its words.
pub type Choice = (String, String);

/// The congresses that have disclosed something, by area; a province's are too many for one list, and the rest are found by address.
pub async fn congresses(ask: &mut impl Ask) -> Result<Vec<Choice>, Fault> {
    let sql = "select b.id, b.name from v_body b where b.kind = 'congress' and exists \
               (select 1 from disclosure d where d.congress = b.id and d.stage = 'disclosed') order by b.area, b.id limit 300";
    let found: Vec<(Uuid, String)> = ask.all(Sql::new(sql)).await?;
    Ok(found.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// The sessions of a congress, the latest first.
pub async fn sessions(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Choice>, Fault> {
    let sql = Sql::new("select id, name from v_session where congress = {} order by opened desc, id desc");
    let found: Vec<(Uuid, String)> = ask.all(sql.bind(congress)).await?;
    Ok(found.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// The units that answered something the congress discloses.
pub async fn units(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Choice>, Fault> {
    let sql = Sql::new("select b.id, b.name from v_body b where b.id in (select r.unit from disclosure_reply r")
        .add(" join disclosure d on d.id = r.disclosure and d.editions = r.edition")
        .add(" where d.stage = 'disclosed' and d.congress = {}) order by b.name, b.id")
        .bind(congress);
    let found: Vec<(Uuid, String)> = ask.all(sql).await?;
    Ok(found.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// The years of what a congress discloses, the latest first. Where none is named the last ten: whose they are would have to be
/// asked of every congress there is, for everybody who passes by.
pub async fn years(ask: &mut impl Ask, congress: Option<BodyId>, today: Day) -> Result<Vec<i64>, Fault> {
    let Some(congress) = congress else {
        let last = i64::from(today.parts().0);
        return Ok((last - 9..=last).rev().collect());
    };
    let sql = Sql::new("select distinct year from disclosure where stage = 'disclosed' and congress = {}");
    let found: Vec<(i64,)> = ask.all(sql.bind(congress).add(" order by year desc")).await?;
    Ok(found.into_iter().map(|(year,)| year).collect())
}

/// The name of a body; nothing when there is none.
pub async fn body_name(ask: &mut impl Ask, id: BodyId) -> Result<Option<String>, Fault> {
    let found: Option<(String,)> = ask.one(Sql::new("select name from v_body where id = {}").bind(id)).await?;
    Ok(found.map(|(name,)| name))
}

/// The name of a deputy; nothing when there is none.
pub async fn person_name(ask: &mut impl Ask, id: PersonId) -> Result<Option<String>, Fault> {
    let found: Option<(String,)> = ask.one(Sql::new("select name from v_person where id = {}").bind(id)).await?;
    Ok(found.map(|(name,)| name))
}
