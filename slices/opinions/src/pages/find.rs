//! 码上找代表: by place, by name, by a scanned code. Light and without script: somebody stands before a poster with an old phone.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{AreaCode, PersonId};
use kit::{
    Problem, Site, View,
    db::Ask,
    web::{Errors, Query, Wrong, chosen, page, page_with},
};
use serde::Deserialize;

use crate::{
    desk::codes::{Scanned, scan as scanned},
    queries::{
        find::{self, DeputyLine, Rung},
        place::{self, PlaceLine},
    },
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
    inside: Vec<PlaceLine>,
    rungs: Vec<Rung>,
    named: Vec<DeputyLine>,
    more: bool,
}

#[derive(Template)]
#[template(path = "opinions/card.html")]
struct Card<'a> {
    v: &'a View,
    person: PersonId,
    name: String,
    seats: Vec<DeputyLine>,
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
    // By name, or by place; all deputies of the province are nobody's answer.
    let local = here.as_ref().is_some_and(|code| code.level() >= kernel::Level::County);
    let rungs = if asked.q.trim().is_empty() && local { find::serving(&mut look, &way).await? } else { Vec::new() };
    let inside = place::inside(&mut look, here.as_ref()).await?;
    Ok(page(&Find { v: &v, asked: &asked, way, inside, rungs, named, more }))
}

pub async fn scan(State(site): State<Site>, Path(code): Path<String>, v: View) -> Result<Response, Problem> {
    let person = match scanned(&site, &code).await? {
        Scanned::Deputy(person) => person,
        Scanned::Over => return Ok(page_with(StatusCode::GONE, &Astray { v: &v, over: true })),
        Scanned::Foreign => return Ok(page_with(StatusCode::NOT_FOUND, &Astray { v: &v, over: false })),
    };
    let seats = find::one(&mut site.db(), person).await?;
    let name = seats.first().map(|seat| seat.name.clone()).unwrap_or_default();
    Ok(page(&Card { v: &v, person, name, seats }))
}
