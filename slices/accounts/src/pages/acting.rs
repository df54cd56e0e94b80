//! 代录: for whom one may act, who may act for oneself, beginning and stopping.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::PersonId;
use kit::{
    Problem, Site, View,
    web::{Form, done, page, session::Visit},
};
use uuid::Uuid;

use super::own_account;
use crate::acting::{self, Order};

#[derive(Template)]
#[template(path = "acting.html")]
struct List<'a> {
    v: &'a View,
    acting_for: Option<PersonId>,
    mine: Vec<Order>,
    for_me: Vec<Order>,
}

/// Both lists.
///
/// # Errors
/// When nobody is signed in.
pub async fn list(State(site): State<Site>, v: View, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    let (id, today) = (own_account(&actor)?, site.today());
    let mine = acting::of_account(&mut site.db(), id, today).await?;
    let for_me = match actor.person {
        Some(person) => acting::for_deputy(&mut site.db(), person, today).await?,
        None => Vec::new(),
    };
    Ok(page(&List { v: &v, acting_for: actor.acting_for, mine, for_me }))
}

/// Begins to act for a deputy; the session keeps it until it is stopped or ends.
///
/// # Errors
/// Refused when the deputy has not asked for it.
pub async fn begin(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
    mut f: Form,
) -> Result<Response, Problem> {
    let deputy: PersonId = f.take("deputy").ok_or_else(Problem::missing)?;
    let Extension(visit) = visit.ok_or(Problem::SignIn)?;
    acting::begin(&site, &actor, visit.id, deputy).await?;
    Ok(done("/", "accounts-acting-begun"))
}

/// Stops acting.
///
/// # Errors
/// When nobody is signed in.
pub async fn stop(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
    _f: Form,
) -> Result<Response, Problem> {
    let Extension(visit) = visit.ok_or(Problem::SignIn)?;
    acting::stop(&site, &actor, visit.id).await?;
    Ok(done("/account/acting", "accounts-acting-stopped"))
}

/// The deputy says yes to an order that whoever is to act recorded.
///
/// # Errors
/// Missing for everybody else.
pub async fn accept(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<Uuid>,
    _f: Form,
) -> Result<Response, Problem> {
    acting::accept(&site, &actor, id).await?;
    Ok(done("/account/acting", "accounts-acting-accepted"))
}

/// Ends an order: the deputy, or whoever acts.
///
/// # Errors
/// When it is neither's.
pub async fn end(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<Uuid>,
    _f: Form,
) -> Result<Response, Problem> {
    acting::end(&site, &actor, id).await?;
    Ok(done("/account/acting", "accounts-acting-ended"))
}
