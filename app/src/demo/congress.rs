//! Congresses with their units, terms and sessions.

use std::collections::{BTreeMap, HashMap};

use demo::{FIELDS, Seats};
use kernel::{AreaCode, BodyId, Day, Level};
use kit::{
    Fault,
    db::{Db, Sql},
};

use super::world::{Congress, Session, Term, Unit, World};

struct Found {
    id: BodyId,
    area: AreaCode,
    kind: String,
    name: String,
    congress: BodyId,
    transfer: bool,
    national: bool,
}

/// Every congress of the size wanted, the highest first, then by code.
pub async fn all(db: &Db, world: &World, seats: &BTreeMap<AreaCode, Seats>) -> Result<Vec<Congress>, Fault> {
    let top = AreaCode::parse(world.size.area()).map_err(Fault::new)?;
    let bodies = bodies(db).await?;
    let units = units(world, &bodies);
    let mut congresses = Vec::new();
    let own = |body: &&Found| body.kind == "congress" && !body.national && top.contains(&body.area);
    for body in bodies.iter().filter(own) {
        let mut congress = congress(world, &bodies, body);
        congress.units = units.get(&body.id).cloned().unwrap_or_default();
        congress.seats = seats.get(&body.area).copied().unwrap_or(NONE);
        if congress.area.level() == Level::Township {
            congress.units.extend(county_units(&bodies, &units, &congress.area));
        }
        congress.taker = takers(&congress);
        congresses.push(congress);
    }
    congresses.sort_by(|a, b| a.area.level().cmp(&b.area.level()).then_with(|| a.area.cmp(&b.area)));
    Ok(congresses)
}

const NONE: Seats = Seats { all: 0, shared: 0 };

/// The congresses above those, the lowest first, and the national one: few deputies, but some who serve every village of the demonstration.
pub async fn above(db: &Db, world: &World) -> Result<Vec<Congress>, Fault> {
    let top = AreaCode::parse(world.size.area()).map_err(Fault::new)?;
    let bodies = bodies(db).await?;
    let over =
        |body: &&Found| body.kind == "congress" && (body.national || (body.area != top && body.area.contains(&top)));
    let mut congresses = Vec::new();
    for body in bodies.iter().filter(over) {
        let mut congress = congress(world, &bodies, body);
        congress.serves = Some(top.clone());
        congress.seats = match (body.national, body.area.level()) {
            (true, _) => demo::national_seats(world.size),
            (false, Level::Province) => Seats { all: 6, shared: 0 },
            (false, _) => Seats { all: 8, shared: 0 },
        };
        congresses.push(congress);
    }
    congresses.sort_by(|a, b| a.national.cmp(&b.national).then_with(|| b.area.level().cmp(&a.area.level())));
    Ok(congresses)
}

/// A congress without its units and seats.
fn congress(world: &World, bodies: &[Found], body: &Found) -> Congress {
    let organ = |kinds: &[&str]| {
        let found = bodies.iter().find(|b| b.congress == body.id && b.area == body.area && kinds.contains(&&*b.kind));
        found.map_or(body.id, |found| found.id)
    };
    let number = if body.national { NATIONAL } else { number(&body.area) };
    Congress {
        number,
        national: body.national,
        serves: None,
        area: body.area.clone(),
        name: world.places.area(body.area.as_str()).map(|area| area.name.clone()).unwrap_or_default(),
        body: body.id,
        office: organ(&["office"]),
        committee: organ(&["standing_committee", "presidium"]),
        units: Vec::new(),
        taker: HashMap::new(),
        seats: NONE,
        term: if body.national { national_term(world) } else { term(world, &body.area) },
        deputies: Vec::new(),
        clerk: world.id("clerk", number, world.now),
    }
}

/// No area has this code; the national congress stands in its province's.
const NATIONAL: u64 = 99;

async fn bodies(db: &Db) -> Result<Vec<Found>, Fault> {
    let sql =
        Sql::new("select id, area, kind, name, congress, transfer, level from v_body order by area, kind, name, id");
    let rows = db.all::<(BodyId, AreaCode, String, String, BodyId, bool, String)>(sql).await?;
    let found = |(id, area, kind, name, congress, transfer, level): (_, _, _, _, _, _, String)| Found {
        id,
        area,
        kind,
        name,
        congress,
        transfer,
        national: level == "nation",
    };
    Ok(rows.into_iter().map(found).collect())
}

fn units(world: &World, bodies: &[Found]) -> HashMap<BodyId, Vec<Unit>> {
    let mut units: HashMap<BodyId, Vec<Unit>> = HashMap::new();
    for (at, body) in bodies.iter().filter(|body| body.kind == "unit").enumerate() {
        let head = world.id("unit-head", at as u64, world.now);
        let (id, name, area, transfer) = (body.id, body.name.clone(), body.area.clone(), body.transfer);
        units.entry(body.congress).or_default().push(Unit { id, name, area, transfer, head });
    }
    units
}

/// A town's matters go to the county's departments as well: the directory of units spans levels.
fn county_units(bodies: &[Found], units: &HashMap<BodyId, Vec<Unit>>, town: &AreaCode) -> Vec<Unit> {
    let Some(county) = town.parent() else { return Vec::new() };
    let congress = bodies.iter().find(|body| body.kind == "congress" && body.area == county).map(|body| body.id);
    let all = congress.and_then(|congress| units.get(&congress)).into_iter().flatten();
    all.filter(|unit| unit.area == county).cloned().collect()
}

/// Which unit takes each field: the one whose name says so, else the government itself.
fn takers(congress: &Congress) -> HashMap<&'static str, usize> {
    let at = |word: &str, own: bool| {
        let fits = |unit: &Unit| unit.name.contains(word) && (unit.area == congress.area) == own;
        congress.units.iter().position(fits)
    };
    let government = at("人民政府", true).unwrap_or(0);
    let taker = |field: &demo::Field| match field.key {
        "government" => government,
        _ => at(field.word, true).or_else(|| at(field.word, false)).unwrap_or(government),
    };
    FIELDS.iter().map(|field| (field.key, taker(field))).collect()
}

/// The present term. Towns, counties and cities were renewed at the end of 2021 and are every five years, the province a
/// year later; a term younger than thirteen months is left out, for it has no history to show.
fn term(world: &World, area: &AreaCode) -> Term {
    let level = area.level();
    let (year, month, day, ordinal) = match level {
        Level::Province => (2023, 1, 14, 14),
        Level::Prefecture => (2022, 1, 5, 8),
        Level::County => (2021, 12, 28, 18),
        Level::Township | Level::Village => (2021, 12, 8, 20),
    };
    let fits = |began: &Day| world.today.days_since(*began) > 400;
    let begins = |nth: i16| Day::new(year + 5 * nth, month, day);
    let nth = (-8..20).rev().find(|nth| begins(*nth).is_some_and(|began| fits(&began))).unwrap_or(0);
    let began = begins(nth).unwrap_or(world.today);
    let number = number(area);
    Term {
        id: world.id("term", number, began.start()),
        ordinal: ordinal + i64::from(nth),
        began,
        sessions: sessions(world, level, number, began),
    }
}

/// The present term of the national congress. Its sessions are not kept here.
fn national_term(world: &World) -> Term {
    let begins = |nth: i16| Day::new(2023 + 5 * nth, 3, 5);
    let fits = |began: &Day| world.today.days_since(*began) > 400;
    let nth = (-8..20).rev().find(|nth| begins(*nth).is_some_and(|began| fits(&began))).unwrap_or(0);
    let began = begins(nth).unwrap_or(world.today);
    Term { id: world.id("term", NATIONAL, began.start()), ordinal: 14 + i64::from(nth), began, sessions: Vec::new() }
}

/// One session a year in January, in a town another in July (地方组织法 14).
fn sessions(world: &World, level: Level, number: u64, began: Day) -> Vec<Session> {
    let days = match level {
        Level::Province => 5,
        Level::Prefecture => 4,
        Level::County => 3,
        Level::Township | Level::Village => 1,
    };
    let shift = i8::try_from(number % 9).unwrap_or(0);
    let mut opened = vec![began];
    for year in began.parts().0..=world.today.parts().0 {
        let winter = Day::new(year, 1, 6 + shift + if level == Level::Province { 8 } else { 0 });
        let summer = if level == Level::Township { Day::new(year, 7, 10 + shift) } else { None };
        opened.extend([winter, summer].into_iter().flatten().filter(|day| day.days_since(began) > 90));
    }
    opened.retain(|day| world.today.days_since(*day) > days);
    let session = |(at, opened): (usize, Day)| Session {
        id: world.id("session", number * 32 + at as u64, opened.start()),
        ordinal: i64::try_from(at + 1).unwrap_or(1),
        opened,
        closed: opened.plus_days(days),
    };
    opened.into_iter().enumerate().map(session).collect()
}

/// The code as a number: what tells one congress from another in streams of chance.
pub fn number(area: &AreaCode) -> u64 {
    area.as_str().parse().unwrap_or(0)
}
