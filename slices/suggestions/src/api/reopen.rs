//! 恢复办理 in JSON.

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
use suggestions_rules::{AssignmentId, SuggestionId};

use super::{
    shape::{Now, now},
    write::ReasonJson,
};
use crate::desk;

/// Take a closed matter up again, because conditions have changed
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/reopening", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path)), request_body = ReasonJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn reopen(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    Body(why): Body<ReasonJson>,
) -> Result<Response, Problem> {
    Ok(now(&desk::reopen::reopen(&site, &actor, id, part, why.read()?).await?))
}
