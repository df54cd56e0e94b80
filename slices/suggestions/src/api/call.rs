//! 电话催评 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::Id;
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use serde::Deserialize;
use suggestions_rules::{AssignmentId, SuggestionId};
use utoipa::ToSchema;
use uuid::Uuid;

use super::write::text;
use crate::desk::{self, call::Called};

/// A call to a signer who has not judged a reply.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JudgementCallJson {
    /// The deputy, one of those who received the reply.
    with: Uuid,
    /// What was said, at most 2,000 characters; the office's own note.
    words: String,
}

/// Keep that a signer was called to judge a reply; `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/calls", tag = "suggestions", operation_id = "judgement_call",
    params(("id" = Uuid, Path), ("part" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = JudgementCallJson,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn call(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    once: Once,
    Body(wanted): Body<JudgementCallJson>,
) -> Result<Response, Problem> {
    let called = Called { with: Id::from_uuid(wanted.with), words: text("words", &wanted.words)? };
    desk::call::call(&site, &actor, id, part, called, &once).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
