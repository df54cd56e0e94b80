//! One's own sessions: which devices are signed in.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{
        Form, done, page,
        session::{self, Visit, VisitId},
    },
};

use super::own_account;
use crate::visits;

#[derive(Template)]
#[template(path = "visits.html")]
struct List<'a> {
    v: &'a View,
    visits: Vec<Visit>,
    present: Option<VisitId>,
}

/// The sessions in force.
///
/// # Errors
/// When nobody is signed in.
pub async fn list(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
) -> Result<Response, Problem> {
    let visits = session::list(site.db(), own_account(&actor)?, site.now()).await?;
    let present = visit.map(|Extension(visit)| visit.id);
    Ok(page(&List { v: &v, visits, present }))
}

/// Ends one session.
///
/// # Errors
/// When nobody is signed in, or there is no such session.
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<VisitId>,
    _f: Form,
) -> Result<Response, Problem> {
    visits::end(&site, &actor, id).await?;
    Ok(done("/account/sessions", "accounts-visit-ended"))
}

/// Ends every session but this.
///
/// # Errors
/// When nobody is signed in.
pub async fn remove_others(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
    _f: Form,
) -> Result<Response, Problem> {
    visits::end_others(&site, &actor, visit.map(|Extension(visit)| visit.id)).await?;
    Ok(done("/account/sessions", "accounts-visits-ended"))
}
