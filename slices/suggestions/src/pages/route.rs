//! 转办、再转: one page that names the transfer office; and 送参阅, one that names units.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page_with},
};
use roster_views::Named;
use suggestions_rules::SuggestionId;

use super::{
    show::{at, offered},
    units::{offices, units},
};
use crate::{desk, queries};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "suggestions/transfer.html")]
struct Transfer<'a> {
    v: &'a View,
    f: &'a Form,
    id: SuggestionId,
    matter: String,
    action: String,
    /// Whether it lies with an office that passes it on, and says why.
    onward: bool,
    offices: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "suggestions/readers.html")]
struct Readers<'a> {
    v: &'a View,
    f: &'a Form,
    id: SuggestionId,
    matter: String,
    units: Vec<(String, String)>,
}

const ROUTE: &str = "transfer";
const ONWARD: &str = "transfer/onward";
const READERS: &str = "readers";

fn status(f: &Form) -> StatusCode {
    if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

fn named(units: Vec<Named>, without: impl Fn(BodyId) -> bool) -> Vec<(String, String)> {
    units.into_iter().filter(|unit| !without(unit.id)).map(|unit| (unit.id.to_string(), unit.name)).collect()
}

async fn transfer(site: &Site, actor: &Actor, v: &View, f: &Form, (id, end): (SuggestionId, &str)) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let action = at(id, end);
    offered(site, actor, &d, &action).await?;
    let s = &d.suggestion;
    let offices = named(offices(site.db(), s.congress).await?, |office| s.routed.is_some_and(|r| r.office == office));
    let template = Transfer { v, f, id, matter: s.sheet.title.clone(), action, onward: end == ONWARD, offices };
    Ok(page_with(status(f), &template))
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>, v: View) -> Answer {
    transfer(&site, &actor, &v, &Form::blank(&v), (id, ROUTE)).await
}

pub async fn ask_onward(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Answer {
    transfer(&site, &actor, &v, &Form::blank(&v), (id, ONWARD)).await
}

pub async fn route(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let Some(office) = form.choice("office", |raw| raw.parse().ok()) else {
        return transfer(&site, &actor, &v, &form, (id, ROUTE)).await;
    };
    desk::route::route(&site, &actor, id, office).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-routed"))
}

/// Who has passed it on sees it no longer, and goes back to the work list.
pub async fn route_on(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let office = form.choice("office", |raw| raw.parse().ok());
    let (Some(office), Some(reason)) = (office, form.take("reason")) else {
        return transfer(&site, &actor, &v, &form, (id, ONWARD)).await;
    };
    desk::route::route_on(&site, &actor, id, office, reason).await?;
    Ok(done("/suggestions/assigning", "suggestions-flash-routed"))
}

async fn readers(site: &Site, actor: &Actor, v: &View, f: &Form, id: SuggestionId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    offered(site, actor, &d, &at(id, READERS)).await?;
    let s = &d.suggestion;
    let has = |unit| s.stage.handling().is_some_and(|h| h.handlers.live().any(|part| part.unit == unit));
    let units = named(units(site.db(), s.congress).await?, has);
    Ok(page_with(status(f), &Readers { v, f, id, matter: s.sheet.title.clone(), units }))
}

pub async fn ask_readers(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Answer {
    readers(&site, &actor, &v, &Form::blank(&v), id).await
}

pub async fn give_to_read(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let Some(units) = form.ticked::<BodyId>("unit") else {
        return readers(&site, &actor, &v, &form, id).await;
    };
    if units.is_empty() {
        form.refuse("unit", Wrong::new("suggestions-wrong-no-reader"));
        return readers(&site, &actor, &v, &form, id).await;
    }
    desk::read::give_to_read(&site, &actor, id, &units).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-given-to-read"))
}
