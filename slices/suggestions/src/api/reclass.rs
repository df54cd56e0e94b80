//! 更正类别 in JSON.

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
    write::text,
};
use crate::desk;

/// Another category.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherCategoryJson {
    /// The code of a category of the congress.
    category: String,
    /// Why, at most 2,000 characters.
    reason: String,
}

/// Give it another category, from its acceptance until it is closed
#[utoipa::path(post, path = "/api/suggestions/{id}/category", tag = "suggestions", params(("id" = Uuid, Path)), request_body = OtherCategoryJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn reclass(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    Body(json): Body<OtherCategoryJson>,
) -> Result<Response, Problem> {
    let reason = text("reason", &json.reason)?;
    Ok(now(&desk::check::reclass(&site, &actor, id, &json.category, reason).await?))
}
