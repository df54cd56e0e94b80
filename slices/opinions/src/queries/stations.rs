//! What is read of stations, their deputies and their turns: the views that those nouns publish, and nothing else of theirs.

use std::collections::BTreeSet;

use accounts_rules::{Actor, Right};
use kernel::{AreaCode, BodyId, Day, PersonId};
use kit::{
    Fault, Problem,
    db::{Ask, Sql},
    row,
};
use opinions_rules::{CodeKind, OpinionId, TargetId, chain};

use super::place;
use crate::store::CodeKept;

row! {
    /// A station as everybody sees one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct StationLine {
        /// The station.
        pub id: TargetId,
        /// Its name.
        pub name: String,
        /// The place, in the tree of places.
        pub area: AreaCode,
        /// Where it is.
        pub place: Option<String>,
        /// When it is open.
        pub hours: Option<String>,
        /// The word of its stage.
        pub stage: String,
        /// Into which it was merged.
        pub merged: Option<TargetId>,
    }
}

row! {
    /// A turn of a deputy at a station.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TurnLine {
        /// The station.
        pub station: TargetId,
        /// The day.
        pub day: Day,
        /// The minute of the day at which it begins.
        pub begins: i64,
        /// And ends.
        pub ends: i64,
        /// The deputy.
        pub name: Option<String>,
    }
}

/// So many stations are shown near a place.
const MOST: usize = 12;
/// So many mergers one after another a code is led along.
const MOST_MERGED: usize = 16;
const STATION: &str =
    "select s.id, s.name, s.area, nullif(s.place, ''), nullif(s.hours, ''), s.stage, s.merged from v_station s where ";

/// One station, whatever its stage.
pub async fn one(ask: &mut impl Ask, id: TargetId) -> Result<Option<StationLine>, Fault> {
    ask.one(Sql::new(STATION).add("s.id = {}").bind(id)).await
}

/// Stations near a place, the nearest first: in it, or on the way up to its county.
pub async fn near(ask: &mut impl Ask, place: &AreaCode) -> Result<Vec<StationLine>, Fault> {
    let way: Vec<AreaCode> = chain(place).into_iter().filter(|code| code.level() >= kernel::Level::County).collect();
    if way.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new(STATION).add("s.stage = 'open' and (s.area in ").list(way);
    let sql = sql.add(" or (s.area >= {} and s.area < {})) order by s.area desc, s.name, s.id limit {}");
    let limit = i64::try_from(MOST).unwrap_or(i64::MAX);
    ask.all(sql.bind(place).bind(place.past()).bind(limit)).await
}

/// The stations a congress keeps, for the codes it makes.
pub async fn kept_by(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<StationLine>, Fault> {
    let sql = Sql::new(STATION).add("s.stage in ('open', 'suspended') and s.congress = {}").bind(congress);
    ask.all(sql.add(" order by s.area, s.name, s.id limit 500")).await
}

/// The last receptions at stations a congress keeps: which, on what day, where.
pub async fn receptions(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<(TargetId, String, String)>, Fault> {
    let sql = Sql::new("select r.id, r.day, s.name from v_reception r join v_station s on s.id = r.station ");
    ask.all(sql.add("where s.congress = {} order by r.day desc, r.id limit 60").bind(congress)).await
}

row! {
    /// What was said at a reception, for the opinion it becomes.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SaidThere {
        /// The station.
        pub station: TargetId,
        /// The congress whose office keeps it.
        pub congress: BodyId,
        /// The place, in the tree of places.
        pub area: AreaCode,
        /// The word of what it was about.
        pub topic: Option<String>,
        /// What was said.
        pub said: String,
        /// The opinion it became.
        pub opinion: Option<OpinionId>,
    }
}

/// What was said at a reception, for who keeps the ledgers of that station.
///
/// # Errors
/// As if there were none, for anybody else; who is not signed in is asked to.
pub async fn said_at(ask: &mut impl Ask, actor: &Actor, reception: TargetId) -> Result<SaidThere, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let sql = Sql::new("select station, congress, area, topic, said, opinion from v_reception_said where id = {}");
    let there: SaidThere = ask.one(sql.bind(reception)).await?.ok_or_else(Problem::missing)?;
    // Whoever keeps a station has their post in the station itself.
    let bodies = [there.congress, BodyId::from_uuid(there.station.uuid())];
    let works = bodies.into_iter().any(|body| actor.may(Right::StationWork, body).is_ok());
    if works { Ok(there) } else { Err(Problem::missing()) }
}

/// The first of the deputies who received there and are in office.
pub async fn received_by(ask: &mut impl Ask, reception: TargetId) -> Result<Option<PersonId>, Fault> {
    let sql = Sql::new("select d.person from v_reception_deputy d where d.reception = {} and exists");
    let sql = sql.bind(reception).add(" (select 1 from v_mandate m where m.person = d.person and m.in_office = 1)");
    let found: Option<(PersonId,)> = ask.one(sql.add(" order by d.person limit 1")).await?;
    Ok(found.map(|(person,)| person))
}

/// Whether one of these bodies is a station that lives and stands within the area of a congress.
pub async fn stand_in(ask: &mut impl Ask, bodies: Vec<BodyId>, congress: BodyId) -> Result<bool, Fault> {
    let Some(area) = place::area_of(ask, congress).await? else { return Ok(false) };
    let sql = Sql::new("select area from v_station where stage in ('open', 'suspended') and id in ").list(bodies);
    let all: Vec<(AreaCode,)> = ask.all(sql).await?;
    Ok(all.iter().any(|(station,)| area.contains(station)))
}

/// The next turns at stations: of each the first day that is still to come.
pub async fn next_turns(ask: &mut impl Ask, stations: &[TargetId], today: Day) -> Result<Vec<TurnLine>, Fault> {
    if stations.is_empty() {
        return Ok(Vec::new());
    }
    let sql =
        Sql::new("select d.station, d.day, d.begins, d.ends, (select p.name from v_person p where p.id = d.person)")
            .add(" from v_duty d where d.stage = 'published' and exists (select 1 from v_mandate m where m.in_office = 1 and m.person = d.person) and d.day >= {} and d.day < {} and d.station in ")
            .bind(today)
            .bind(today.plus_days(62))
            .list(stations.to_vec());
    let all: Vec<TurnLine> = ask.all(sql.add(" order by d.day, d.begins, d.id limit 400")).await?;
    let first = |turn: &TurnLine| all.iter().find(|it| it.station == turn.station).map(|it| it.day);
    Ok(all.iter().filter(|turn| first(turn) == Some(turn.day)).cloned().collect())
}

row! {
    /// When a deputy receives people next, and where.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ReceivesLine {
        /// The deputy.
        pub person: PersonId,
        /// The day.
        pub day: Day,
        /// The minute of the day at which it begins.
        pub begins: i64,
    }
}

/// When each of some deputies receives people next.
pub async fn receives(ask: &mut impl Ask, people: &[PersonId], today: Day) -> Result<Vec<ReceivesLine>, Fault> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new("select d.person, d.day, d.begins from v_duty d where d.stage = 'published' and d.day >= {}");
    let sql = sql.bind(today).add(" and d.day < {} and d.person in ").bind(today.plus_days(62));
    let all: Vec<ReceivesLine> = ask.all(sql.list(people.to_vec()).add(" order by d.day, d.begins, d.id")).await?;
    let mut seen = BTreeSet::new();
    Ok(all.into_iter().filter(|it| seen.insert(it.person)).collect())
}

/// Deputies and the name of the station where each is at home.
pub async fn homes(ask: &mut impl Ask, people: &[PersonId]) -> Result<Vec<(PersonId, TargetId, String)>, Fault> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new(
        "select h.person, s.id, s.name from v_home h join v_station s on s.id = h.station where h.until is null",
    );
    ask.all(sql.add(" and s.stage = 'open' and h.person in ").list(people.to_vec()).add(" order by s.name, s.id")).await
}

/// The station a code leads to, its own or that of a reception, on along what was merged; nothing where there is none.
pub async fn of_code(ask: &mut impl Ask, code: &CodeKept) -> Result<Option<StationLine>, Fault> {
    let first = match CodeKind::read(&code.kind) {
        Some(CodeKind::Station) => one(ask, code.target).await?,
        _ => {
            let sql = Sql::new(STATION).add("s.id = (select r.station from v_reception r where r.id = {})");
            ask.one(sql.bind(code.target)).await?
        }
    };
    let Some(mut station) = first else { return Ok(None) };
    for _ in 0..MOST_MERGED {
        let Some(into) = station.merged else { break };
        match one(ask, into).await? {
            Some(next) => station = next,
            None => break,
        }
    }
    Ok(Some(station))
}

/// Whether what a code leads to is still there: a station that was closed, and merged into none, is not.
pub async fn there(ask: &mut impl Ask, code: &CodeKept) -> Result<bool, Fault> {
    Ok(of_code(ask, code).await?.is_some_and(|station| !matches!(station.stage.as_str(), "merged" | "closed")))
}
