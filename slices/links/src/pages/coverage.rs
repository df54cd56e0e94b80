//! Coverage 全覆盖 of a congress: every indicator, and the two lists behind each.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Query, chosen, page},
};
use links_rules::{Population, Ratio};
use roster_views::{Named, place};
use serde::Deserialize;

use super::place::day;
use crate::{
    desk::indicator::{self as desk, Shown},
    queries::{
        BY_PLACE,
        coverage::{self, Member, Scope},
        paged,
    },
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Lines on one page.
const LINES: u16 = 50;

/// Where, when and which list.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub congress: String,
    pub day: String,
    pub show: String,
    pub after: String,
    #[serde(rename = "as")]
    pub kind: String,
}

/// An indicator with its ratio, in words.
pub struct Line {
    pub key: String,
    pub name: String,
    pub ratio: Ratio,
    pub share: String,
    pub own: bool,
}

/// What an indicator is called.
pub fn name(v: &View, shown: &Shown) -> String {
    match &shown.name {
        Some(name) => name.to_string(),
        None => v.t(&format!("links-indicator-{}", shown.key)).into_owned(),
    }
}

/// 97.5%, rounded down; a dash where nobody is counted.
pub fn share(ratio: Ratio) -> String {
    ratio.thousandths().map_or_else(|| "—".to_owned(), kit::words::percent)
}

/// The colour of a ratio.
pub fn tone(ratio: Ratio) -> &'static str {
    match ratio.thousandths() {
        Some(1000) => "good",
        Some(_) => "warn",
        None => "quiet",
    }
}

#[derive(Template)]
#[template(path = "links/coverage.html")]
struct All<'a> {
    v: &'a View,
    place: Named,
    lines: Vec<Line>,
    day: Day,
    today: Day,
    keeps: bool,
}

impl All<'_> {
    fn tone(&self, line: &Line) -> &'static str {
        tone(line.ratio)
    }
}

/// The scope of a congress.
pub async fn scope(site: &Site, congress: BodyId) -> Result<Scope, Problem> {
    let area = coverage::area_of(&mut site.db(), congress).await?.ok_or_else(Problem::missing)?;
    Ok(Scope::Body(congress, area))
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::CoverageSee, &wanted.congress).await?;
    let day = day(&site, &wanted.day)?;
    let scope = scope(&site, place.id).await?;
    let mut lines = Vec::new();
    for shown in desk::all(&site, place.id).await? {
        let ratio = coverage::ratio(&mut site.db(), shown.asked, &scope, day).await?;
        let (name, own) = (name(&v, &shown), shown.name.is_some());
        lines.push(Line { key: shown.key, name, ratio, share: share(ratio), own });
    }
    let keeps = actor.may(Right::CoverageKeep, place.id).is_ok();
    Ok(page(&All { v: &v, place, lines, day, today: site.today(), keeps }))
}

#[derive(Template)]
#[template(path = "links/indicator.html")]
struct One<'a> {
    v: &'a View,
    place: &'a Named,
    key: &'a str,
    own: bool,
    name: String,
    told: String,
    ratio: Ratio,
    share: String,
    part: bool,
    people: bool,
    lines: Vec<Member>,
    total: i64,
    day: Day,
    asked: &'a Wanted,
    sums: bool,
    exports: bool,
    keeps: bool,
    first: Option<String>,
    next: Option<String>,
}

/// Whether the covered are asked for; else those who are missing.
pub fn part(asked: &str) -> Result<bool, Problem> {
    let read = |raw: &str| match raw {
        "covered" => Some(true),
        "missing" => Some(false),
        _ => None,
    };
    Ok(chosen("show", asked, read)?.unwrap_or(false))
}

/// Which two lists an indicator compares, in words.
pub fn told(v: &View, shown: &Shown) -> String {
    let population = v.t(&format!("links-population-{}", shown.asked.population.word())).into_owned();
    let condition = v.t(&format!("links-condition-{}", shown.asked.condition.word())).into_owned();
    v.tf("links-indicator-told", [("population", population), ("condition", condition)]).into_owned()
}

pub async fn one(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let place = place(&site, &actor, Right::CoverageSee, &wanted.congress).await?;
    let shown = desk::find(&site, place.id, &key).await?;
    let (day, part, after) = (day(&site, &wanted.day)?, part(&wanted.show)?, position(&wanted.after, &BY_PLACE)?);
    let scope = scope(&site, place.id).await?;
    let mut look = site.db().look().await?;
    let (ratio, all) = coverage::list(&mut look, shown.asked, &scope, (part, day)).await?;
    let found = paged(all, after.as_ref(), LINES)?;
    let lines = coverage::named(&mut look, found.items).await?;
    let (Scope::Body(_, area) | Scope::Tree(area)) = &scope;
    let here = format!("/coverage/{key}?congress={}&day={day}&show={}", place.id, wanted.show);
    let template = One {
        v: &v,
        own: shown.name.is_some(),
        name: name(&v, &shown),
        told: told(&v, &shown),
        ratio,
        share: share(ratio),
        part,
        people: day == site.today() && matches!(shown.asked.population, Population::Deputies | Population::Committee),
        lines,
        total: found.total,
        day,
        asked: &wanted,
        sums: shown.name.is_none() && actor.may_see_below(Right::CoverageSums, area).is_ok(),
        exports: actor.may(Right::ExportTake, place.id).is_ok(),
        keeps: actor.may(Right::CoverageKeep, place.id).is_ok(),
        place: &place,
        key: &key,
        first: (!wanted.after.is_empty()).then(|| here.clone()),
        next: found.next.map(|next| format!("{here}&after={next}")),
    };
    Ok(page(&template))
}

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let place = place(&site, &actor, Right::CoverageSee, &wanted.congress).await?;
    actor.may(Right::ExportTake, place.id)?;
    let shown = desk::find(&site, place.id, &key).await?;
    let (day, part) = (day(&site, &wanted.day)?, part(&wanted.show)?);
    let scope = scope(&site, place.id).await?;
    let (_, all) = coverage::list(&mut site.db(), shown.asked, &scope, (part, day)).await?;
    let titles = ["links-field-name", "links-field-area", "links-field-covered"];
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, titles.map(|key| v.t(key).into_owned()))?;
    let word = v.t(if part { "links-covered-covered" } else { "links-covered-missing" }).into_owned();
    for Member { name, area, .. } in coverage::named(&mut site.db(), all).await? {
        table.row(&[Cell::from(name), Cell::from(area.as_str()), Cell::from(&word)])?;
    }
    Ok(table.finish()?.response(&name(&v, &shown))?)
}
