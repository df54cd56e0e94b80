//! The first page, and what an operator's watch asks.

use std::any::Any;

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kit::{Fault, Problem, Site, View, web::page};
use suggestions::queries::{self, Filter, PartFilter, Whose};

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    v: &'a View,
    signed_in: bool,
    waits: Vec<Waiting>,
}

/// Something that waits for the visitor: how many, of what, and where they are.
struct Waiting {
    count: i64,
    key: &'static str,
    href: String,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "about.html")]
struct About<'a> {
    v: &'a View,
    version: &'static str,
}

/// The first page: what waits for the visitor, and what one can do here, by who one is.
pub async fn show(State(site): State<Site>, Extension(actor): Extension<Actor>, v: View) -> Result<Response, Problem> {
    let waits = waiting(&site, &actor).await?;
    Ok(page(&Home { v: &v, signed_in: actor.signed_in(), waits }))
}

async fn waiting(site: &Site, actor: &Actor) -> Result<Vec<Waiting>, Problem> {
    let (mut db, today) = (site.db(), site.today());
    let mut all = Vec::new();
    let mut note = |count: i64, key, href: String, tone| {
        if count > 0 {
            all.push(Waiting { count, key, href, tone });
        }
    };
    if let Some(person) = actor.stands_for()
        && actor.holds(Right::SuggestionFile)
    {
        let judge = queries::to_judge(&mut db, person).await?.len();
        let asked = queries::invitations(&mut db, person).await?.len();
        let talks = queries::to_confirm(&mut db, person).await?.len();
        note(i64::try_from(judge).unwrap_or(0), "app-waits-judge", "/suggestions".to_owned(), "warn");
        let second = queries::second_replies(&mut db, person).await?.len();
        note(i64::try_from(second).unwrap_or(0), "app-waits-second", "/suggestions".to_owned(), "warn");
        let drafts = queries::to_read(&mut db, person).await?.len();
        note(i64::try_from(drafts).unwrap_or(0), "app-waits-draft", "/suggestions".to_owned(), "warn");
        note(i64::try_from(talks).unwrap_or(0), "app-waits-contact", "/suggestions".to_owned(), "warn");
        note(i64::try_from(asked).unwrap_or(0), "app-waits-cosign", "/suggestions".to_owned(), "warn");
    }
    if let (Some(person), None) = (actor.person, actor.acting_for) {
        let count = accounts::acting::waiting_for(&mut db, person, today).await?;
        note(count, "app-waits-acting", "/account/acting".to_owned(), "warn");
    }
    if let Some(whose) = opinions::queries::list::whose(actor) {
        let (stage, count) = opinions::queries::list::waiting(&mut db, &whose).await?;
        note(count, "app-waits-opinions", format!("/opinions?stage={stage}"), "warn");
    }
    for (count, key, href, tone) in opinions::queries::list::waiting_further(&mut db, actor).await? {
        note(count, key, href.to_owned(), tone);
    }
    for congress in actor.bodies(Right::SuggestionCheck).take(1) {
        for (stage, key) in [("submitted", "app-waits-check"), ("numbered", "app-waits-assign")] {
            let filter = Filter { stage: Some(stage.to_owned()), ..Filter::of(congress) };
            let count = queries::total(&mut db, &filter).await?;
            note(count, key, format!("/suggestions?congress={congress}&stage={stage}"), "warn");
        }
        let overdue =
            queries::awaited(&mut db, Whose::Congress(congress), today).await?.iter().map(|one| one.overdue).sum();
        note(overdue, "app-waits-overdue", format!("/suggestions/work?body={congress}&overdue=1"), "bad");
        let promises = queries::overdue_promises(&mut db, Whose::Congress(congress), today).await?;
        note(promises, "app-waits-promises", format!("/suggestions/promises?body={congress}&overdue=1"), "bad");
    }
    for unit in actor.bodies(Right::AssignmentSee).take(1) {
        for (before, key, tone) in [(None, "app-waits-work", "warn"), (Some(today), "app-waits-overdue", "bad")] {
            let filter = PartFilter { whose: Whose::Unit(unit), awaits: None, before, today };
            let overdue = u8::from(before.is_some());
            let found = queries::parts(&mut db, filter, None, 1).await?;
            note(found.total, key, format!("/suggestions/work?body={unit}&overdue={overdue}"), tone);
        }
        let promises = queries::overdue_promises(&mut db, Whose::Unit(unit), today).await?;
        note(promises, "app-waits-promises", format!("/suggestions/promises?body={unit}&overdue=1"), "bad");
    }
    Ok(all)
}

/// What this program is, and where its API is described.
pub async fn about(v: View) -> Response {
    page(&About { v: &v, version: env!("CARGO_PKG_VERSION") })
}

/// Says `ok` when the database answers.
pub async fn health(State(site): State<Site>) -> Result<Response, Problem> {
    let answer: Option<(i64,)> = site.db().one("select 1").await?;
    match answer {
        Some(_) => Ok((StatusCode::OK, [("content-type", "text/plain")], "ok\n").into_response()),
        None => Err(Fault::new("the database answered nothing").into()),
    }
}

/// A panic is a fault like any other: logged once, with a number.
pub fn panicked(what: Box<dyn Any + Send>) -> Response {
    let words = what.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| what.downcast_ref::<String>().cloned());
    Problem::Fault(Fault::new(format_args!("panic: {}", words.unwrap_or_default()))).into_response()
}
