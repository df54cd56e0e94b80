//! The directory of units and other bodies, spanning levels.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::{AreaCode, BodyId, Day, Text};
use kit::{
    Problem, Site, View,
    list::Cursor,
    web::{Errors, Form, Wrong, chosen, done, page},
};
use roster_rules::{BodyKind, Power};
use serde::Deserialize;

use super::{address, options, sent_again};
use crate::{
    desk::{self, bodies::NewBody, cards},
    queries::{
        PAGE, counted,
        directory::{self, BodyLine},
        places,
    },
    store::body::{self, Kept},
    words,
};

/// The filters, as they stand in the address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Filters {
    /// A part of the name.
    q: String,
    /// The code of an area.
    area: String,
    /// The word of a kind; units when blank.
    kind: String,
    /// Where the page begins.
    after: String,
}

#[derive(Template)]
#[template(path = "units.html")]
struct List<'a> {
    v: &'a View,
    asked: &'a Filters,
    kinds: Vec<(String, String)>,
    way: Vec<places::AreaLine>,
    inside: Vec<places::AreaLine>,
    lines: Vec<BodyLine>,
    total: String,
    first: Option<String>,
    next: Option<String>,
}

/// The directory.
///
/// # Errors
/// When the database refuses.
pub async fn list(State(site): State<Site>, v: View, Query(asked): Query<Filters>) -> Result<Response, Problem> {
    let area = chosen("area", &asked.area, |code| AreaCode::parse(code).ok())?;
    let name = Some(asked.q.trim().to_owned()).filter(|name| !name.is_empty());
    let kind = chosen("kind", &asked.kind, |kind| kind.parse().ok())?;
    let filter = directory::Filter { kind, area: area.clone(), exactly: false, name, closed: false };
    let after = Some(asked.after.as_str()).filter(|after| !after.is_empty());
    let found = directory::list(&mut site.db(), &filter, after, PAGE).await?;
    let at = |after: &str| {
        address("/units", &[("q", &asked.q), ("area", &asked.area), ("kind", &asked.kind), ("after", after)])
    };
    let way = match &area {
        Some(area) => places::way_to(&mut site.db(), area).await?,
        None => Vec::new(),
    };
    Ok(page(&List {
        v: &v,
        kinds: options(&v, BodyKind::ALL.iter().map(|kind| kind.as_str()), words::kind),
        way,
        inside: places::inside(&mut site.db(), area.as_ref()).await?,
        total: counted(found.total),
        first: (!asked.after.is_empty()).then(|| at("")),
        next: found.next.as_ref().map(Cursor::as_str).map(at),
        asked: &asked,
        lines: found.items,
    }))
}

#[derive(Template)]
#[template(path = "body.html")]
struct Show<'a> {
    v: &'a View,
    kept: Kept,
    kind: String,
    parent: Option<String>,
    congress: String,
    powers: Vec<(String, String, bool)>,
    edits: bool,
    kinds: Vec<(String, String)>,
    today: Day,
    /// The card, for those who keep it.
    card: Option<Form>,
}

/// The page of a body.
///
/// # Errors
/// Missing when there is none.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
) -> Result<Response, Problem> {
    show_page(&site, &v, &actor, id, None).await
}

/// The same with a card that could not be taken as it was typed.
pub(super) async fn show_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: BodyId,
    typed: Option<Form>,
) -> Result<Response, Problem> {
    let kept = body::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let card = match typed {
        None if cards::keeps(actor, &kept) => {
            let (card, version) = cards::card(&mut site.db(), actor, id).await?;
            Some(super::cards::form(v, &card, version))
        }
        typed => typed,
    };
    let parent = match kept.body.parent {
        Some(parent) => body::load(&mut site.db(), parent).await?.map(|kept| kept.body.name),
        None => None,
    };
    let congress = body::load(&mut site.db(), kept.body.congress).await?.map(|kept| kept.body.name);
    let powers = if kept.body.kind == BodyKind::WorkCommittee { Power::ALL } else { &[] };
    let powers = powers.iter().map(|power| {
        let word = power.as_str();
        (word.to_owned(), v.t(&words::power(word)).into_owned(), kept.body.powers.contains(power))
    });
    let by_hand = [BodyKind::Unit, BodyKind::Station, BodyKind::Group, BodyKind::WorkCommittee];
    Ok(page(&Show {
        v,
        card,
        kind: v.t(&words::kind(kept.body.kind.as_str())).into_owned(),
        parent,
        congress: congress.unwrap_or_default(),
        powers: powers.collect(),
        edits: desk::allowed(actor, Right::UnitEdit, kept.body.congress).is_ok() && kept.closed.is_none(),
        kinds: options(v, by_hand.iter().map(|kind| kind.as_str()), words::kind),
        today: site.today(),
        kept,
    }))
}

/// Enters a body that serves a congress.
///
/// # Errors
/// What is wrong is said of the fields; refused to those who may not.
pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let (area, name): (Option<AreaCode>, Option<Text<80>>) = (f.take("area"), f.take("name"));
    let kind: Option<BodyKind> = f.choice("kind", |word| word.parse().ok());
    let (Some(area), Some(name), Some(kind)) = (area, name, kind) else { return Err(incomplete(&f)) };
    let new = NewBody { area, kind, name, powers: Vec::new() };
    let id = desk::bodies::enter(&site, &actor, congress, &new, &f.once("/bodies")?).await?;
    Ok(done(&format!("/bodies/{id}"), "roster-done-saved"))
}

fn incomplete(f: &Form) -> Problem {
    let blank = ["name", "area", "kind", "version"].into_iter().find(|name| f.error(name).is_some()).unwrap_or("name");
    Errors::one(blank, Wrong::new("kit-form-required")).into()
}

/// Gives a body another name.
///
/// # Errors
/// As [`create`].
pub async fn rename(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let (seen, name): (Option<i64>, Option<Text<80>>) = (f.take("version"), f.take("name"));
    let (Some(seen), Some(name)) = (seen, name) else { return Err(incomplete(&f)) };
    let outcome = desk::bodies::rename(&site, &actor, id, seen, &name).await;
    outcome.map_err(|problem| sent_again(problem, &format!("/bodies/{id}/name"), &f, &["name"]))?;
    Ok(done(&format!("/bodies/{id}"), "roster-done-saved"))
}

/// Changes the powers delegated to a work committee.
///
/// # Errors
/// As [`create`].
pub async fn delegate(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(seen) = f.take("version") else { return Err(incomplete(&f)) };
    let powers: Vec<Power> = f.values("powers").filter_map(|word| word.parse().ok()).collect();
    desk::bodies::delegate(&site, &actor, id, seen, &powers).await?;
    Ok(done(&format!("/bodies/{id}"), "roster-done-saved"))
}

/// Closes a body on a day.
///
/// # Errors
/// As [`create`].
pub async fn close(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(seen) = f.take("version") else { return Err(incomplete(&f)) };
    let on = f.maybe("on").unwrap_or_else(|| site.today());
    desk::bodies::close(&site, &actor, id, seen, on).await?;
    Ok(done(&format!("/bodies/{id}"), "roster-done-saved"))
}
