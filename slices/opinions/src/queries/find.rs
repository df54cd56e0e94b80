//! 码上找代表: who serves a place, and who is called so. Public facts alone: name, congress, delegation.

use kernel::{AreaCode, BodyId, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use opinions_rules::{TargetId, chain, speaks_for};
use roster_rules::{Typed, typed};

use super::place::{PlaceLine, Serving, congresses};

row! {
    /// A deputy as everybody sees one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DeputyLine {
        /// The person.
        pub person: PersonId,
        /// The name.
        pub name: String,
        /// The congress.
        pub congress: BodyId,
        /// Its name.
        pub congress_name: String,
        /// 代表团.
        pub delegation: Option<String>,
    }
}

/// The deputies of one congress who serve a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The congress.
    pub congress: Serving,
    /// The deputies: those of the place's own delegation, where there is one.
    pub deputies: Vec<DeputyLine>,
    /// Whether there are more than are shown.
    pub more: bool,
    /// 代表小组: those of the congress nearest to the place, by name.
    pub groups: Vec<String>,
}

impl Rung {
    /// The key of the word for its level.
    #[must_use]
    pub fn key(&self) -> String {
        format!("opinions-level-{}", self.congress.level)
    }
}

/// So many of one congress are shown at once; the rest stands on the roster's page.
const MOST: usize = 40;

const DEPUTIES: &str = "select m.person, p.name, m.congress, b.name, d.name from v_mandate m \
     join v_person p on p.id = m.person join v_body b on b.id = m.congress \
     left join v_delegation d on d.id = m.delegation where m.in_office = 1 and p.merged_into is null";

/// The deputies of all levels who serve a place, the nearest first.
pub async fn serving(ask: &mut impl Ask, way: &[PlaceLine]) -> Result<Vec<Rung>, Fault> {
    let Some(place) = way.last() else { return Ok(Vec::new()) };
    let mut rungs = Vec::new();
    for congress in congresses(ask, &place.code).await?.into_iter().rev() {
        let below = way.iter().find(|line| line.code != congress.area && congress.area.contains(&line.code));
        let delegation = match below {
            Some(below) => delegation_of(ask, congress.id, &below.name).await?,
            None => None,
        };
        let groups = groups(ask, congress.id, place).await?;
        rungs.push(rung(ask, congress, delegation, groups).await?);
    }
    Ok(rungs)
}

/// So many groups of one congress are shown.
const MOST_GROUPS: usize = 6;

/// The groups of a congress that stand on the way to a place: those on its lowest rung that has any.
async fn groups(ask: &mut impl Ask, congress: BodyId, place: &PlaceLine) -> Result<Vec<String>, Fault> {
    let sql = Sql::new("select b.area, b.name from v_body b where b.kind = 'group' and b.closed is null");
    let sql = sql.add(" and b.congress = {} and b.area in ").bind(congress).list(chain(&place.code));
    let all: Vec<(AreaCode, String)> = ask.all(sql.add(" order by b.area desc, b.name, b.id")).await?;
    let nearest = all.first().map(|(area, _)| area.clone());
    let near = all.into_iter().filter(|(area, _)| Some(area) == nearest.as_ref());
    Ok(near.map(|(_, name)| name).take(MOST_GROUPS).collect())
}

/// The delegation of a congress that speaks for an area.
async fn delegation_of(ask: &mut impl Ask, congress: BodyId, area: &str) -> Result<Option<String>, Fault> {
    let sql = Sql::new("select distinct d.name from v_delegation d join v_mandate m on m.delegation = d.id ");
    let sql = sql.add("where m.in_office = 1 and m.congress = {} order by 1").bind(congress);
    let names: Vec<(String,)> = ask.all(sql).await?;
    Ok(names.into_iter().map(|(name,)| name).find(|name| speaks_for(name, area)))
}

async fn rung(
    ask: &mut impl Ask,
    congress: Serving,
    delegation: Option<String>,
    groups: Vec<String>,
) -> Result<Rung, Fault> {
    let sql = Sql::new(DEPUTIES).add(" and m.congress = {}").bind(congress.id);
    let sql = match delegation {
        Some(name) => sql.add(" and d.name = {}").bind(name),
        None => sql,
    };
    let limit = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    let mut deputies: Vec<DeputyLine> = ask.all(sql.add(" order by p.pinyin, m.id limit {}").bind(limit)).await?;
    let more = deputies.len() > MOST;
    deputies.truncate(MOST);
    Ok(Rung { congress, deputies, more, groups })
}

/// Deputies in office who are called so, by name, sound or initials; at most as many as one page holds, and whether there are more.
pub async fn named(
    ask: &mut impl Ask,
    asked: &str,
    within: Option<&AreaCode>,
) -> Result<(Vec<DeputyLine>, bool), Fault> {
    let Some(typed) = typed(asked) else { return Ok((Vec::new(), false)) };
    let sql = Sql::new(DEPUTIES);
    let past = |letters: &str| format!("{letters}{{");
    let sql = match &typed {
        Typed::Name { name, .. } => {
            sql.add(" and p.name >= {} and p.name < {}").bind(name).bind(format!("{name}\u{10FFFF}"))
        }
        Typed::Sound(letters) => sql.add(" and p.pinyin >= {} and p.pinyin < {}").bind(letters).bind(past(letters)),
        Typed::Initials(letters) => {
            sql.add(" and p.initials >= {} and p.initials < {}").bind(letters).bind(past(letters))
        }
        Typed::Letters(letters) => sql
            .add(" and (p.pinyin >= {} and p.pinyin < {} or p.initials >= {} and p.initials < {})")
            .bind(letters)
            .bind(past(letters))
            .bind(letters)
            .bind(past(letters)),
    };
    let sql = match within {
        Some(area) => sql.add(" and b.area >= {} and b.area < {}").bind(area).bind(area.past()),
        None => sql,
    };
    let limit = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    let mut found: Vec<DeputyLine> = ask.all(sql.add(" order by p.pinyin, p.id, b.area limit {}").bind(limit)).await?;
    let more = found.len() > MOST;
    found.truncate(MOST);
    Ok((found, more))
}

/// Deputies at home at a station, or serving there beside their home, those of the nearest congress first.
pub async fn at_home(ask: &mut impl Ask, station: TargetId) -> Result<Vec<DeputyLine>, Fault> {
    let sql = Sql::new(DEPUTIES).add(" and m.person in (select h.person from v_serves h where h.station = {}");
    let limit = i64::try_from(MOST).unwrap_or(i64::MAX);
    let sql = sql.bind(station).add(" and h.until is null) order by b.area desc, case b.level when 'nation' then 1 else 0 end, p.pinyin, m.id limit {}");
    let sql = sql.bind(limit);
    ask.all(sql).await
}

/// The seats of one deputy, the nearest first; empty where the person is none.
pub async fn one(ask: &mut impl Ask, person: PersonId) -> Result<Vec<DeputyLine>, Fault> {
    let sql = Sql::new(DEPUTIES).add(" and m.person = {}").bind(person);
    ask.all(sql.add(" order by b.area desc, case b.level when 'nation' then 1 else 0 end, m.id")).await
}
