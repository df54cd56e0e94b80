//! 码上找代表: by place, by name, by a scanned code. Light and without script: somebody stands before a poster with an old phone.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{AreaCode, Day, PersonId};
use kit::{
    Problem, Site, View,
    db::Ask,
    web::{Errors, Query, Wrong, chosen, page, page_with},
};
use opinions_rules::TargetId;
use serde::Deserialize;

use crate::{
    desk::codes::{Scanned, scan as scanned},
    queries::{
        find::{self, DeputyLine, Rung},
        place::{self, PlaceLine},
        stations::{self, ReceivesLine, StationLine, TurnLine},
    },
    store::CodeKept,
};

/// What is looked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    area: String,
}

#[derive(Template)]
#[template(path = "opinions/find.html")]
struct Find<'a> {
    v: &'a View,
    asked: &'a Wanted,
    way: Vec<PlaceLine>,
    /// Whether a county or what lies in one was chosen.
    local: bool,
    inside: Vec<PlaceLine>,
    rungs: Vec<Rung>,
    named: Vec<DeputyLine>,
    more: bool,
    places: Vec<(AreaCode, String, Option<String>)>,
    stations: Vec<Near>,
    homes: Vec<(PersonId, TargetId, String)>,
    receives: Vec<ReceivesLine>,
}

impl Find<'_> {
    /// The station where a deputy is at home.
    fn home(&self, person: &PersonId) -> Option<&(PersonId, TargetId, String)> {
        self.homes.iter().find(|(of, ..)| of == person)
    }

    /// When a deputy receives people next.
    fn receives(&self, person: &PersonId) -> Option<String> {
        self.receives.iter().find(|it| it.person == *person).map(|it| next_day(self.v, it))
    }

    /// The groups of a rung, as they are read.
    fn groups(&self, rung: &Rung) -> String {
        let names = rung.groups.join(self.v.t("opinions-find-comma").as_ref());
        self.v.tf("opinions-find-groups", [("names", names)]).into_owned()
    }

    /// The place that has no congress of its own: a street, a park, a farm. Its people are represented above it.
    fn without(&self) -> Option<&PlaceLine> {
        self.way.iter().rev().find(|line| matches!(line.kind.as_str(), "subdistrict" | "functional"))
    }

    /// Why nobody is shown for a place; nothing where somebody is.
    fn nobody(&self) -> Option<&'static str> {
        match self.rungs.iter().any(|rung| !rung.deputies.is_empty()) {
            true => None,
            false if self.rungs.is_empty() => Some("opinions-find-no-body"),
            false => Some("opinions-find-nobody"),
        }
    }
}

/// When somebody receives people next, in words.
fn next_day(v: &View, it: &ReceivesLine) -> String {
    v.tf("opinions-find-receives", [("day", it.day.to_string()), ("begins", clock(it.begins))]).into_owned()
}

/// A minute of the day as it is read.
fn clock(minute: i64) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

/// A station with its next turns.
struct Near {
    station: StationLine,
    turns: Vec<TurnLine>,
}

impl Near {
    /// The next reception as it is read: day, hours, deputies.
    fn next(&self, v: &View) -> Option<String> {
        let first = self.turns.first()?;
        let mut names: Vec<&str> = self.turns.iter().filter_map(|turn| turn.name.as_deref()).collect();
        names.dedup();
        let last = self.turns.iter().map(|turn| turn.ends).max().unwrap_or(first.ends);
        let values = [
            ("day", first.day.to_string()),
            ("begins", clock(first.begins)),
            ("ends", clock(last)),
            ("names", names.join(v.t("opinions-find-comma").as_ref())),
        ];
        Some(v.tf("opinions-station-next", values).into_owned())
    }
}

#[derive(Template)]
#[template(path = "opinions/card.html")]
struct Card<'a> {
    v: &'a View,
    person: PersonId,
    name: String,
    seats: Vec<DeputyLine>,
    homes: Vec<(PersonId, TargetId, String)>,
    receives: Option<String>,
    code: String,
}

#[derive(Template)]
#[template(path = "opinions/there.html")]
struct There<'a> {
    v: &'a View,
    title: String,
    under: String,
    near: Option<Near>,
    deputies: Vec<DeputyLine>,
    area: Option<AreaCode>,
    code: String,
}

#[derive(Template)]
#[template(path = "opinions/astray.html")]
struct Astray<'a> {
    v: &'a View,
    over: bool,
}

/// The place an address names, with the way to it.
///
/// # Errors
/// Beside `area`, when it is no code, or none of the roster's.
pub async fn way(ask: &mut impl Ask, area: &str) -> Result<Vec<PlaceLine>, Problem> {
    let Some(code) = code(area)? else { return Ok(Vec::new()) };
    let way = place::way(ask, &code).await?;
    if way.is_empty() { Err(Errors::one("area", Wrong::new("opinions-wrong-area")).into()) } else { Ok(way) }
}

/// The code of an address; nothing where it names none.
fn code(area: &str) -> Result<Option<AreaCode>, Problem> {
    chosen("area", area, |raw| AreaCode::parse(raw).ok())
}

pub async fn show(State(site): State<Site>, Query(asked): Query<Wanted>, v: View) -> Result<Response, Problem> {
    let mut look = site.db().look().await?;
    let way = way(&mut look, &asked.area).await?;
    let here = way.last().map(|line| line.code.clone());
    let (named, more) = find::named(&mut look, &asked.q, here.as_ref()).await?;
    // A place is as good an answer as a deputy: people type where they live.
    let places = place::named(&mut look, &asked.q, here.as_ref()).await?;
    // By name, or by place; all deputies of the province are nobody's answer.
    let local = here.as_ref().filter(|code| code.level() >= kernel::Level::County && asked.q.trim().is_empty());
    let rungs = if local.is_some() { find::serving(&mut look, &way).await? } else { Vec::new() };
    let stations = match local {
        Some(code) => stations::near(&mut look, code).await?,
        None => Vec::new(),
    };
    let stations = near(&mut look, stations, site.today()).await?;
    let shown: Vec<PersonId> = rungs.iter().flat_map(|rung| &rung.deputies).map(|it| it.person).collect();
    let homes = stations::homes(&mut look, &shown).await?;
    let receives = stations::receives(&mut look, &shown, site.today()).await?;
    let inside = place::inside(&mut look, here.as_ref()).await?;
    let local = local.is_some();
    Ok(page(&Find { v: &v, asked: &asked, way, local, inside, rungs, named, more, places, stations, homes, receives }))
}

/// Stations with the next turns of each.
async fn near(ask: &mut impl Ask, all: Vec<StationLine>, today: Day) -> Result<Vec<Near>, Problem> {
    let ids: Vec<TargetId> = all.iter().map(|station| station.id).collect();
    let turns = stations::next_turns(ask, &ids, today).await?;
    let of = |id: TargetId| turns.iter().filter(|turn| turn.station == id).cloned().collect();
    Ok(all.into_iter().map(|station| Near { turns: of(station.id), station }).collect())
}

/// A station for who looks for one: where, when, which deputies.
pub async fn station(State(site): State<Site>, Path(id): Path<TargetId>, v: View) -> Result<Response, Problem> {
    let found = stations::one(&mut site.db(), id).await?.filter(|it| it.stage == "open");
    let station = found.ok_or_else(Problem::missing)?;
    card_of(&site, &v, station, String::new()).await
}

async fn card_of(site: &Site, v: &View, station: StationLine, code: String) -> Result<Response, Problem> {
    let mut look = site.db().look().await?;
    let deputies = find::at_home(&mut look, station.id).await?;
    let (title, area) = (station.name.clone(), Some(station.area.clone()));
    let near = near(&mut look, vec![station], site.today()).await?.pop();
    let under = v.t("opinions-station-lead").into_owned();
    Ok(page(&There { v, title, under, near, deputies, area, code }))
}

/// What hangs at a station, lies at a reception, was shown at an activity.
async fn there(site: &Site, v: &View, kept: CodeKept, code: String) -> Result<Response, Problem> {
    if let (Some(title), Some(day)) = (kept.name.clone(), kept.day) {
        let under =
            v.tf("opinions-activity-lead", [("day", day.to_string()), ("place", kept.place.clone())]).into_owned();
        return Ok(page(&There { v, title, under, near: None, deputies: Vec::new(), area: kept.area, code }));
    }
    let station = stations::of_code(&mut site.db(), &kept).await?.ok_or_else(Problem::missing)?;
    card_of(site, v, station, code).await
}

pub async fn scan(State(site): State<Site>, Path(code): Path<String>, v: View) -> Result<Response, Problem> {
    let person = match scanned(&site, &code).await? {
        Scanned::Deputy(person) => person,
        Scanned::There(kept) => return there(&site, &v, *kept, code).await,
        Scanned::Over => return Ok(page_with(StatusCode::GONE, &Astray { v: &v, over: true })),
        Scanned::Foreign => return Ok(page_with(StatusCode::NOT_FOUND, &Astray { v: &v, over: false })),
    };
    let mut look = site.db().look().await?;
    let seats = find::one(&mut look, person).await?;
    let homes = stations::homes(&mut look, &[person]).await?;
    let next = stations::receives(&mut look, &[person], site.today()).await?;
    let receives = next.first().map(|it| next_day(&v, it));
    let name = seats.first().map(|seat| seat.name.clone()).unwrap_or_default();
    Ok(page(&Card { v: &v, person, name, seats, homes, receives, code }))
}
