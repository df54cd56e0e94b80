//! 承办单位联系卡.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    web::api::{Body, Seen, versioned},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::desk::cards::{self, Card};

/// Whom one asks in a unit.
#[derive(Serialize, ToSchema)]
pub struct CardJson {
    #[serde(flatten)]
    card: Card,
    /// For `If-Match`; 0 while nothing is kept.
    version: i64,
}

/// The card of a unit: whom one asks there
///
/// # Errors
/// Refused to everybody but the office of the congress and the unit itself.
#[utoipa::path(get, path = "/api/bodies/{id}/card", tag = "roster", params(("id" = Uuid, Path)),
    responses((status = 200, body = CardJson),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
) -> Result<Response, Problem> {
    let (card, version) = cards::card(&mut site.db(), &actor, id).await?;
    Ok(versioned(version, CardJson { card, version }))
}

/// Keep the card of a unit. Carries `If-Match` with the version seen, `"0"` where there was none
///
/// # Errors
/// 412 when somebody else was quicker; refused as for looking at it.
#[utoipa::path(put, path = "/api/bodies/{id}/card", tag = "roster", request_body = Card,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 200, body = CardJson),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn keep(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    seen: Result<Seen, Problem>,
    card: Result<Body<Card>, Problem>,
) -> Result<Response, Problem> {
    // Whose it is not hears so, whatever was sent.
    cards::card(&mut site.db(), &actor, id).await?;
    let (Seen(seen), Body(card)) = (seen?, card?);
    let version = cards::keep(&site, &actor, id, seen, &card).await?;
    Ok(versioned(version, CardJson { card, version }))
}
