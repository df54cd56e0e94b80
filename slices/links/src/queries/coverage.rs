//! Coverage 全覆盖: the two lists of an indicator, as of a day, for one congress or over a tree of areas.

use std::collections::{HashMap, HashSet};

use kernel::{AreaCode, BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
};
use links_rules::{Condition, End, KindId, Population, Ratio, Rolled, Sort, roll_up};

use super::{
    candidates::{COMMITTEE, place_of},
    held_on, stations, with_role,
};

/// An indicator as it is asked: built in, or a congress's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Who is counted.
    pub population: Population,
    /// What makes one covered.
    pub condition: Condition,
    /// Links of which kind alone.
    pub kind: Option<KindId>,
}

/// Where it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In one congress: its own deputies, the towns and villages of its area.
    Body(BodyId, AreaCode),
    /// In an area: the deputies of every congress in it.
    Tree(AreaCode),
}

/// Along which tree it is summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tree {
    /// 行政区划.
    Administrative,
    /// 功能区: parks, farms, management zones.
    Functional,
}

impl Tree {
    /// Reads the word of an address.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        match word {
            "administrative" => Some(Self::Administrative),
            "functional" => Some(Self::Functional),
            _ => None,
        }
    }
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub end: End,
    /// The name.
    pub name: String,
    /// The place.
    pub area: AreaCode,
}

/// One area of a roll-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaLine {
    /// The area.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// The ratio.
    pub ratio: Ratio,
}

/// The area of a congress.
pub async fn area_of(ask: &mut impl Ask, congress: BodyId) -> Result<Option<AreaCode>, Fault> {
    let sql = Sql::new("select area from v_body where kind = 'congress' and id = {}").bind(congress);
    Ok(ask.one::<(AreaCode,)>(sql).await?.map(|(area,)| area))
}

fn within(sql: Sql, area: &AreaCode) -> Sql {
    sql.bind(area).bind(area.past())
}

/// Who is counted, each with the place.
async fn members(ask: &mut impl Ask, asked: Asked, scope: &Scope, day: Day) -> Result<Vec<(AreaCode, End)>, Fault> {
    let (Scope::Body(_, area) | Scope::Tree(area)) = scope;
    match asked.population {
        Population::Deputies | Population::Committee => deputies(ask, asked.population, scope, day).await,
        Population::Towns => {
            let sql = "select code from v_area where level = 'township' and code >= {} and code < {} order by code";
            places(ask, within(Sql::new(sql), area)).await
        }
        Population::Villages => {
            let sql = "select code from v_village where code >= {} and code < {} order by code";
            places(ask, within(Sql::new(sql), area)).await
        }
    }
}

async fn places(ask: &mut impl Ask, sql: Sql) -> Result<Vec<(AreaCode, End)>, Fault> {
    let rows: Vec<(AreaCode,)> = ask.all(sql).await?;
    Ok(rows.into_iter().map(|(code,)| (code.clone(), End::Place(code))).collect())
}

async fn deputies(
    ask: &mut impl Ask,
    population: Population,
    scope: &Scope,
    day: Day,
) -> Result<Vec<(AreaCode, End)>, Fault> {
    let sql = Sql::new("select distinct s.person, s.area, d.name from v_seat s");
    let sql = sql.add(" left join v_delegation d on d.id = s.delegation where ");
    let (sql, area) = match scope {
        Scope::Body(congress, area) => (sql.add("s.congress = {}").bind(*congress), area),
        Scope::Tree(area) => (within(sql.add("s.area >= {} and s.area < {}"), area), area),
    };
    let sql = held_on(sql, day);
    let sql = if population == Population::Committee { with_role(sql, COMMITTEE, day) } else { sql };
    let rows = ask.all(sql).await?;
    placed(ask, area, rows).await
}

/// Deputies stand in the place their delegation is named after, where it is named after one; else in the area of their congress.
async fn placed(
    ask: &mut impl Ask,
    area: &AreaCode,
    rows: Vec<(PersonId, AreaCode, Option<String>)>,
) -> Result<Vec<(AreaCode, End)>, Fault> {
    let sql = Sql::new("select parent, name, code from v_area where parent >= {} and parent < {}");
    let known: Vec<(AreaCode, String, AreaCode)> = ask.all(sql.bind(area).bind(area.past())).await?;
    let known: HashMap<(AreaCode, String), AreaCode> =
        known.into_iter().map(|(parent, name, code)| ((parent, name), code)).collect();
    let place = |(person, area, delegation): (PersonId, AreaCode, Option<String>)| {
        let named = delegation.map(|name| place_of(&name).to_owned());
        let found = named.and_then(|name| known.get(&(area.clone(), name)).cloned());
        (found.unwrap_or(area), End::Person(person))
    };
    let mut all: Vec<(AreaCode, End)> = rows.into_iter().map(place).collect();
    all.sort();
    Ok(all)
}

/// Who is covered, wherever they are.
async fn covered(ask: &mut impl Ask, asked: Asked, day: Day) -> Result<HashSet<End>, Fault> {
    let year_ago = day.plus_months(-12);
    match asked.condition {
        Condition::Home => stations::home(ask, day).await,
        Condition::Received => stations::received(ask, year_ago, day).await,
        Condition::Station => stations::open(ask, day).await,
        Condition::Linked | Condition::Contacted => linked(ask, asked, day).await,
        Condition::Links | Condition::Visits => {
            let sql = Sql::new("select distinct coalesce(p.merged_into, p.id) from link l");
            let sql = sql.add(" join v_person p on p.id = l.one where ");
            let rows: Vec<(PersonId,)> = ask.all(standing(sql, asked, day)).await?;
            Ok(rows.into_iter().map(|(person,)| End::Person(person)).collect())
        }
    }
}

async fn linked(ask: &mut impl Ask, asked: Asked, day: Day) -> Result<HashSet<End>, Fault> {
    if asked.population.sort() == Sort::Person {
        let sql = Sql::new("select distinct coalesce(p.merged_into, p.id) from link l");
        let sql = sql.add(" join v_person p on p.id = l.other where ");
        let rows: Vec<(PersonId,)> = ask.all(standing(sql, asked, day)).await?;
        return Ok(rows.into_iter().map(|(person,)| End::Person(person)).collect());
    }
    // Places are linked by deputies of any rung; what offices link does not count unless its kind is asked for.
    let sql = Sql::new(
        "select distinct l.place from link l join link_kind k on k.id = l.kind where l.place is not null and ",
    );
    let sql = if asked.kind.is_some() { sql } else { sql.add("k.one not in ('office', 'organs') and ") };
    let rows: Vec<(AreaCode,)> = ask.all(standing(sql, asked, day)).await?;
    Ok(rows.into_iter().map(|(code,)| End::Place(code)).collect())
}

/// The links that stood on the day, with a contact within the year before where that is asked.
fn standing(sql: Sql, asked: Asked, day: Day) -> Sql {
    let mut sql = sql.add("l.since <= {} and (l.until is null or l.until > {})").bind(day).bind(day);
    if let Some(kind) = asked.kind {
        sql = sql.add(" and l.kind = {}").bind(kind);
    }
    if matches!(asked.condition, Condition::Contacted | Condition::Visits) {
        let year_ago = day.plus_months(-12);
        sql = sql.add(" and exists (select 1 from link_contact t where t.link = l.id and t.day > {} and t.day <= {})");
        sql = sql.bind(year_ago).bind(day);
    }
    sql
}

fn once(all: &[(AreaCode, End)], covered: &HashSet<End>) -> Ratio {
    roll_up(&[], all, covered).total
}

/// The ratio of an indicator.
pub async fn ratio(ask: &mut impl Ask, asked: Asked, scope: &Scope, day: Day) -> Result<Ratio, Fault> {
    let all = members(ask, asked, scope, day).await?;
    let covered = covered(ask, asked, day).await?;
    Ok(once(&all, &covered))
}

/// Who is covered, or who is missing; each once, by place. Names are looked up of a page alone: see [`named`].
pub async fn list(
    ask: &mut impl Ask,
    asked: Asked,
    scope: &Scope,
    (part, day): (bool, Day),
) -> Result<(Ratio, Vec<(AreaCode, End)>), Fault> {
    let mut all = members(ask, asked, scope, day).await?;
    let covered = covered(ask, asked, day).await?;
    let ratio = once(&all, &covered);
    let mut seen = HashSet::new();
    all.retain(|(_, end)| covered.contains(end) == part && seen.insert(end.clone()));
    Ok((ratio, all))
}

/// Ends asked for in one statement.
const AT_A_TIME: usize = 500;

fn names_of_people(some: &[(AreaCode, End)]) -> Sql {
    Sql::new("select id, name from v_person where id in ").list(some.iter().filter_map(|(_, end)| end.person()))
}

fn names_of_places(some: &[(AreaCode, End)]) -> Sql {
    let codes = || some.iter().map(|(code, _)| code);
    let sql = Sql::new("select code, name from v_area where code in ").list(codes());
    sql.add(" union all select code, name from v_village where code in ").list(codes())
}

/// The names of members, in their order.
pub async fn named(ask: &mut impl Ask, all: Vec<(AreaCode, End)>) -> Result<Vec<Member>, Fault> {
    let mut names: HashMap<End, String> = HashMap::new();
    for some in all.chunks(AT_A_TIME) {
        let rows: Vec<(PersonId, String)> = ask.all(names_of_people(some)).await?;
        names.extend(rows.into_iter().map(|(person, name)| (End::Person(person), name)));
        let rows: Vec<(AreaCode, String)> = ask.all(names_of_places(some)).await?;
        names.extend(rows.into_iter().map(|(code, name)| (End::Place(code), name)));
    }
    let member =
        |(area, end): (AreaCode, End)| Member { name: names.get(&end).cloned().unwrap_or_default(), end, area };
    Ok(all.into_iter().map(member).collect())
}

/// The areas one rung down, or the functional areas inside, each with its ratio; who stands in none of them, and all of them together, nobody twice.
pub async fn rolled_up(
    ask: &mut impl Ask,
    asked: Asked,
    area: &AreaCode,
    (tree, day): (Tree, Day),
) -> Result<(Rolled, Vec<AreaLine>), Fault> {
    let sql = match tree {
        Tree::Administrative => {
            Sql::new("select code, name from v_area where kind <> 'functional' and parent = {}").bind(area)
        }
        Tree::Functional => {
            let sql = Sql::new("select code, name from v_area where kind = 'functional' and code >= {} and code < {}");
            sql.bind(area).bind(area.past())
        }
    };
    let areas: Vec<(AreaCode, String)> = ask.all(sql.add(" order by code")).await?;
    let codes: Vec<AreaCode> = areas.iter().map(|(code, _)| code.clone()).collect();
    let mut all = members(ask, asked, &Scope::Tree(area.clone()), day).await?;
    if tree == Tree::Functional {
        all.retain(|(at, _)| codes.iter().any(|code| code.contains(at)));
    }
    let covered = covered(ask, asked, day).await?;
    let rolled = roll_up(&codes, &all, &covered);
    let line = |((code, name), ratio)| AreaLine { code, name, ratio };
    let lines = areas.into_iter().zip(rolled.lines.iter().copied()).map(line).collect();
    Ok((rolled, lines))
}
