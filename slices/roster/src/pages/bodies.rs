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
    web::{Form, chosen, done, page},
};
use roster_rules::{BodyKind, Power};
use serde::Deserialize;

use super::{address, body_new, options, said, sent_again, signed_in, unfit};
use crate::{
    desk::{self, cards},
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
    /// Where the reader may enter a body, and what that is called.
    enters: Vec<(String, String)>,
}

/// The directory.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Filters>,
) -> Result<Response, Problem> {
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
        enters: body_new::ways(&site, &v, &actor).await?,
    }))
}

#[derive(Template)]
#[template(path = "body.html")]
struct Show<'a> {
    v: &'a View,
    /// What stands, or was typed: name, powers, transfer, the day of the end.
    f: &'a Form,
    refusal: Option<String>,
    kept: Kept,
    kind: String,
    parent: Option<String>,
    congress: String,
    powers: Vec<(String, String)>,
    /// The words of the powers it has.
    has: Vec<String>,
    /// Whether suggestions may be handed to it to be divided.
    divides: bool,
    edits: bool,
    /// Assignments of suggestions that it has not finished, where it may be closed.
    unfinished: i64,
    /// Whether it is closed, and the reader may open it again.
    reopens: bool,
    /// The card, for those who keep it.
    card: Option<Form>,
}

/// What could not be taken as it was typed.
#[derive(Default)]
pub(super) struct Back {
    /// The card.
    pub card: Option<Form>,
    /// Another form of the page, and which.
    pub form: Option<(&'static str, Form)>,
    /// What was refused.
    pub refusal: Option<String>,
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
    show_page(&site, &v, &actor, id, Back::default()).await
}

/// The same with what could not be taken as it was typed.
pub(super) async fn show_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: BodyId,
    back: Back,
) -> Result<Response, Problem> {
    let kept = body::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let card = match back.card {
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
    let edits = desk::allowed(actor, Right::UnitEdit, kept.body.congress).is_ok() && kept.closed.is_none();
    let unfinished = if edits { directory::unfinished(&mut site.db(), id).await? } else { 0 };
    let (which, form) = back.form.unwrap_or_else(|| ("", Form::blank(v).with("version", kept.version)));
    let f = filled(form, which, &kept, site.today());
    Ok(page(&Show {
        v,
        f: &f,
        refusal: back.refusal,
        card,
        kind: v.t(&words::kind(kept.body.kind.as_str())).into_owned(),
        parent,
        congress: congress.unwrap_or_default(),
        powers: options(v, powers.iter().map(|power| power.as_str()), words::power),
        has: kept.body.powers.iter().map(|power| v.t(&words::power(power.as_str())).into_owned()).collect(),
        divides: matches!(kept.body.kind, BodyKind::Unit | BodyKind::Office),
        edits,
        unfinished,
        reopens: desk::allowed(actor, Right::UnitEdit, kept.body.congress).is_ok() && kept.closed.is_some(),
        kept,
    }))
}

/// The forms of the page as the body stands, all but the one that was sent.
fn filled(f: Form, sent: &str, kept: &Kept, today: Day) -> Form {
    let f = if sent == "name" { f } else { f.with("name", &kept.body.name) };
    let f = if sent == "closure" { f } else { f.with("on", today) };
    let f = if sent == "transfer" || !kept.body.transfer { f } else { f.with("transfer", "1") };
    let powers = if sent != "powers" { kept.body.powers.as_slice() } else { &[] };
    powers.iter().fold(f, |f, power| f.with("powers", power))
}

/// Whether the actor may change the body; asked before anything of the form is read.
async fn theirs(site: &Site, actor: &Actor, id: BodyId) -> Result<(), Problem> {
    signed_in(actor)?;
    let kept = body::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    desk::allowed(actor, Right::UnitEdit, kept.body.congress)
}

/// The fields of each form, for whoever comes too late and sends it once more.
fn fields(which: &str) -> &'static [&'static str] {
    match which {
        "closure" => &["on"],
        "transfer" => &["transfer"],
        "powers" => &["powers"],
        _ => &["name"],
    }
}

/// Answers a form of the page: done, the page again with what was wrong, or both versions. Nothing was tried where a field is wrong.
async fn settled(
    (site, v, actor, id): (&Site, &View, &Actor, BodyId),
    which: &'static str,
    mut f: Form,
    outcome: Option<Result<(), Problem>>,
) -> Result<Response, Problem> {
    let refusal = match outcome {
        Some(Ok(())) => return Ok(done(&format!("/bodies/{id}"), "roster-done-saved")),
        Some(Err(problem)) => {
            let problem = sent_again(problem, &format!("/bodies/{id}/{which}"), &f, fields(which));
            said(v, &mut f, in_words(v, problem))?
        }
        None => None,
    };
    let back = Back { form: Some((which, f)), refusal, ..Back::default() };
    Ok(unfit(show_page(site, v, actor, id, back).await?))
}

/// The desk compares words of the interface; people read what they are called.
fn in_words(v: &View, problem: Problem) -> Problem {
    let Problem::Stale(mut stale) = problem else { return problem };
    let said = |name: &str, text: &str| match name {
        "powers" => {
            let powers = text.split(',').filter(|word| !word.is_empty());
            powers.map(|word| v.t(&words::power(word)).into_owned()).collect::<Vec<_>>().join("；")
        }
        "transfer" => v.t(if text == "1" { "kit-is" } else { "roster-is-not" }).into_owned(),
        _ => text.to_owned(),
    };
    for field in &mut stale.fields {
        (field.yours, field.stands) = (said(field.name, &field.yours), said(field.name, &field.stands));
    }
    Problem::Stale(stale)
}

/// Gives a body another name.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above them; both versions when somebody else was quicker.
pub async fn rename(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    theirs(&site, &actor, id).await?;
    let (seen, name): (Option<i64>, Option<Text<80>>) = (f.take("version"), f.take("name"));
    let outcome = match (seen, name) {
        (Some(seen), Some(name)) => Some(desk::bodies::rename(&site, &actor, id, seen, &name).await),
        _ => None,
    };
    settled((&site, &v, &actor, id), "name", f, outcome).await
}

/// Changes the powers delegated to a work committee.
///
/// # Errors
/// As [`rename`]; a power that the law does not know changes nothing.
pub async fn delegate(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    theirs(&site, &actor, id).await?;
    let powers: Option<Vec<Power>> = f.ticked("powers");
    let outcome = match (f.take("version"), powers) {
        (Some(seen), Some(powers)) => Some(desk::bodies::delegate(&site, &actor, id, seen, &powers).await),
        _ => None,
    };
    settled((&site, &v, &actor, id), "powers", f, outcome).await
}

/// Makes a unit or an office a transfer office, or no longer one.
///
/// # Errors
/// As [`rename`].
pub async fn transfer(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    theirs(&site, &actor, id).await?;
    let outcome = match f.take("version") {
        Some(seen) => Some(desk::bodies::transfer(&site, &actor, id, seen, f.yes("transfer")).await),
        None => None,
    };
    settled((&site, &v, &actor, id), "transfer", f, outcome).await
}

/// Closes a body on a day.
///
/// # Errors
/// As [`rename`]; a day that cannot be read closes nothing.
pub async fn close(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    theirs(&site, &actor, id).await?;
    let outcome = match (f.take("version"), f.take("on")) {
        (Some(seen), Some(on)) => Some(desk::bodies::close(&site, &actor, id, seen, on).await),
        _ => None,
    };
    settled((&site, &v, &actor, id), "closure", f, outcome).await
}

/// Opens a body again that was closed by mistake.
///
/// # Errors
/// As [`rename`].
pub async fn reopen(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    theirs(&site, &actor, id).await?;
    let outcome = match f.take("version") {
        Some(seen) => Some(desk::bodies::reopen(&site, &actor, id, seen).await),
        None => None,
    };
    settled((&site, &v, &actor, id), "reopening", f, outcome).await
}
