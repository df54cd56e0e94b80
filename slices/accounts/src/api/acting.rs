//! Acting for a deputy (代录): for whom one may, who may for oneself.

use accounts_rules::{Actor, SignInRefusal};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};
use kernel::PersonId;
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body, session::Visit},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{acting, answer::refused, authority};

/// A deputy one may act for.
#[derive(Serialize, ToSchema)]
pub struct ActingJson {
    /// Which order.
    id: Uuid,
    /// The deputy.
    deputy: Uuid,
    /// The deputy's name.
    name: String,
    /// The last day.
    until: String,
    /// Whether it waits for the deputy's yes.
    waits: bool,
}

/// Somebody who may act for oneself.
#[derive(Serialize, ToSchema)]
pub struct PenJson {
    /// Which order; ended by `DELETE /api/acting/{id}`.
    id: Uuid,
    /// The account of who acts.
    account: Uuid,
    /// The name of who acts.
    name: String,
    /// From which day.
    since: String,
    /// The last day.
    until: String,
    /// How one asked, as the office recorded it.
    basis: String,
    /// Whether nothing can be done before one says yes.
    waits: bool,
}

/// Whom to act for.
#[derive(Deserialize, ToSchema)]
pub struct ActFor {
    /// The deputy.
    #[schema(value_type = Uuid)]
    deputy: PersonId,
}

/// The deputies one may act for today.
///
/// # Errors
/// When nobody is signed in.
#[utoipa::path(get, path = "/api/account/acting", tag = "accounts", responses(
    (status = 200, body = [ActingJson]), (status = 401, body = ProblemJson, content_type = "application/problem+json")))]
pub async fn acting(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
) -> Result<Json<Vec<ActingJson>>, Problem> {
    let orders = acting::of_account(&mut site.db(), authority::own(&actor)?, site.today()).await?;
    let json = |order: acting::Order| ActingJson {
        id: order.id,
        deputy: order.deputy.uuid(),
        name: order.deputy_name,
        until: order.until.to_string(),
        waits: order.waits,
    };
    Ok(Json(orders.into_iter().map(json).collect()))
}

/// Who may act for oneself, now or later.
///
/// # Errors
/// When nobody is signed in.
#[utoipa::path(get, path = "/api/account/acting/for-me", tag = "accounts", responses(
    (status = 200, body = [PenJson]), (status = 401, body = ProblemJson, content_type = "application/problem+json")))]
pub async fn acting_for_me(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
) -> Result<Json<Vec<PenJson>>, Problem> {
    authority::own(&actor)?;
    let Some(person) = actor.person else { return Ok(Json(Vec::new())) };
    let orders = acting::for_deputy(&mut site.db(), person, site.today()).await?;
    let json = |order: acting::Order| PenJson {
        id: order.id,
        account: order.account.uuid(),
        name: order.account_name,
        since: order.since.to_string(),
        until: order.until.to_string(),
        basis: order.basis,
        waits: order.waits,
    };
    Ok(Json(orders.into_iter().map(json).collect()))
}

/// Say yes to an order that whoever is to act recorded themself: nothing is done in one's name before.
///
/// # Errors
/// As [`acting::accept`].
#[utoipa::path(post, path = "/api/acting/{id}/acceptance", tag = "accounts", params(("id" = Uuid, Path)), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn accept_acting(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    acting::accept(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Begin to act for a deputy. Needs a session: a token acts for its owner alone.
///
/// # Errors
/// As [`acting::begin`].
#[utoipa::path(post, path = "/api/account/acting", tag = "accounts", request_body = ActFor, responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn begin_acting(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
    Body(asked): Body<ActFor>,
) -> Result<StatusCode, Problem> {
    authority::own(&actor)?;
    let Extension(visit) = visit.ok_or_else(|| refused(SignInRefusal::NotAsked))?;
    acting::begin(&site, &actor, visit.id, asked.deputy).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Stop acting.
///
/// # Errors
/// When nobody is signed in.
#[utoipa::path(delete, path = "/api/account/acting", tag = "accounts", responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn stop_acting(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
) -> Result<StatusCode, Problem> {
    if let Some(Extension(visit)) = visit {
        acting::stop(&site, &actor, visit.id).await?;
    }
    authority::own(&actor)?;
    Ok(StatusCode::NO_CONTENT)
}
