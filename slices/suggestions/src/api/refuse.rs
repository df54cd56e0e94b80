//! 不作为建议 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site,
    web::{ProblemJson, api::Body},
};
use serde::Deserialize;
use suggestions_rules::SuggestionId;
use utoipa::ToSchema;

use super::{
    shape::{Now, now},
    write::{ReasonJson, text},
};
use crate::desk::{self, refuse::Finding};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Why a paper is not taken as a suggestion.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingJson {
    /// A code of the congress's list of grounds: `litigation`.
    ground: String,
    /// A code of its list of disposals: `letter`.
    disposal: String,
    /// Why, at most 2,000 characters.
    reason: String,
}

/// Find that it is not a suggestion
#[utoipa::path(post, path = "/api/suggestions/{id}/refusal", tag = "suggestions", params(("id" = Uuid, Path)), request_body = FindingJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn refuse(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(json): Body<FindingJson>,
) -> Answer {
    let finding = Finding { reason: text("reason", &json.reason)?, ground: json.ground, disposal: json.disposal };
    Ok(now(&desk::refuse::refuse(&site, &actor, id, finding).await?))
}

/// Agree that it is not a suggestion
#[utoipa::path(post, path = "/api/suggestions/{id}/refusal/acknowledgement", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn acknowledge(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>) -> Answer {
    Ok(now(&desk::refuse::acknowledge(&site, &actor, id).await?))
}

/// Insist on it
#[utoipa::path(post, path = "/api/suggestions/{id}/refusal/objection", tag = "suggestions", params(("id" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn insist(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    Body(why): Body<ReasonJson>,
) -> Answer {
    Ok(now(&desk::refuse::insist(&site, &actor, id, why.read()?).await?))
}
