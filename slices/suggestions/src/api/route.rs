//! 转办、送参阅 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::Id;
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use serde::Deserialize;
use suggestions_rules::SuggestionId;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    shape::{Now, now},
    write::{ReasonJson, text},
};
use crate::desk;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// To which transfer office a suggestion goes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferJson {
    /// The office.
    office: Uuid,
}

/// To which other transfer office it goes on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OnwardJson {
    /// The office.
    office: Uuid,
    /// Why, at most 2,000 characters.
    reason: String,
}

/// Which units read it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadersJson {
    /// The units.
    units: Vec<Uuid>,
}

/// Hand it to a transfer office, which divides it among its units
#[utoipa::path(post, path = "/api/suggestions/{id}/transfer", tag = "suggestions", params(("id" = Uuid, Path)), request_body = TransferJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn route(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(json): Body<TransferJson>,
) -> Answer {
    Ok(now(&desk::route::route(&site, &actor, id, Id::from_uuid(json.office)).await?))
}

/// Pass it on to another transfer office
#[utoipa::path(post, path = "/api/suggestions/{id}/transfer/onward", tag = "suggestions", params(("id" = Uuid, Path)), request_body = OnwardJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn route_on(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(json): Body<OnwardJson>,
) -> Answer {
    let reason = text("reason", &json.reason)?;
    Ok(now(&desk::route::route_on(&site, &actor, id, Id::from_uuid(json.office), reason).await?))
}

/// Send it back from a transfer office, or take it back
#[utoipa::path(post, path = "/api/suggestions/{id}/transfer/return", tag = "suggestions", params(("id" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn route_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(why): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::route::route_back(&site, &actor, id, why.read()?).await?))
}

/// Give it to units to read
#[utoipa::path(post, path = "/api/suggestions/{id}/readers", tag = "suggestions", params(("id" = Uuid, Path)), request_body = ReadersJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn give_to_read(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(json): Body<ReadersJson>,
) -> Answer {
    let units: Vec<kernel::BodyId> = json.units.into_iter().map(Id::from_uuid).collect();
    Ok(now(&desk::read::give_to_read(&site, &actor, id, &units).await?))
}
