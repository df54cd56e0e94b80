//! 改派、增加承办单位 in JSON.

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
use suggestions_rules::{AssignmentId, SuggestionId};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    shape::{Now, now},
    write::text,
};
use crate::desk;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// A unit that gets a part, of the assigning body's own accord.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherUnitJson {
    /// The unit.
    unit: Uuid,
    /// Why, at most 2,000 characters.
    reason: String,
}

/// Give a part to another unit before its first reply is signed; the clocks of that unit start now
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/reassignment", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path)), request_body = OtherUnitJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn reassign(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    Body(json): Body<OtherUnitJson>,
) -> Answer {
    let reason = text("reason", &json.reason)?;
    Ok(now(&desk::reassign::reassign(&site, &actor, id, part, Id::from_uuid(json.unit), reason).await?))
}

/// Give one more unit a part: a co-unit, or another of those that answer separately
#[utoipa::path(post, path = "/api/suggestions/{id}/units", tag = "suggestions", params(("id" = Uuid, Path)), request_body = OtherUnitJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(json): Body<OtherUnitJson>,
) -> Answer {
    let reason = text("reason", &json.reason)?;
    Ok(now(&desk::reassign::add_unit(&site, &actor, id, Id::from_uuid(json.unit), reason).await?))
}
