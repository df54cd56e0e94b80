//! 退办、裁定、延期 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{Day, Id};
use kit::{
    Problem, Site,
    web::{Errors, ProblemJson, Wrong, api::Body},
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
type Part = Path<(SuggestionId, AssignmentId)>;

/// An objection.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectionJson {
    /// The unit proposed.
    proposed: Uuid,
    /// Why the matter is not the unit's own, at most 2,000 characters.
    reason: String,
    /// 职责依据: on what of its duties the unit rests that, at most 2,000 characters.
    #[serde(default)]
    duty_basis: Option<String>,
}

/// A ruling on an objection.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RulingJson {
    /// The unit that gets the part; absent or null when the unit keeps it.
    #[serde(default)]
    to: Option<Uuid>,
    /// Why, at most 2,000 characters.
    reason: String,
}

/// More time asked for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtensionJson {
    /// The day asked for, `YYYY-MM-DD`.
    until: String,
    /// Why, at most 2,000 characters.
    reason: String,
}

/// The answer to a unit that asked for more time.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentJson {
    /// Whether it gets the time.
    granted: bool,
    /// Needed when it does not, at most 2,000 characters.
    #[serde(default)]
    reason: Option<String>,
}

/// Object that the matter is another unit's
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/objection", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path)), request_body = ObjectionJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn object(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    Body(json): Body<ObjectionJson>,
) -> Answer {
    let basis = json.duty_basis.as_deref().map(|basis| text("duty_basis", basis)).transpose()?;
    let why = desk::object::Why { reason: text("reason", &json.reason)?, basis };
    Ok(now(&desk::object::object(&site, &actor, id, part, Id::from_uuid(json.proposed), why).await?))
}

/// Rule on an objection
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/ruling", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path)), request_body = RulingJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn rule(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    Body(json): Body<RulingJson>,
) -> Answer {
    let reason = text("reason", &json.reason)?;
    Ok(now(&desk::object::rule(&site, &actor, id, part, json.to.map(Id::from_uuid), reason).await?))
}

/// Ask for more time
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/extension", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path)), request_body = ExtensionJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn extend(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    Body(json): Body<ExtensionJson>,
) -> Answer {
    let until: Day = json.until.parse().map_err(|_| Errors::one("until", Wrong::new("kit-form-day")))?;
    let reason = text("reason", &json.reason)?;
    Ok(now(&desk::object::ask_extension(&site, &actor, id, part, until, reason).await?))
}

/// Answer a unit that asked for more time
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/consent", tag = "suggestions", params(("id" = Uuid, Path), ("part" = Uuid, Path)), request_body = ConsentJson,
    responses((status = 200, body = Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn consent(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    Body(json): Body<ConsentJson>,
) -> Answer {
    let reason = json.reason.as_deref().map(|reason| text("reason", reason)).transpose()?;
    Ok(now(&desk::object::answer_extension(&site, &actor, id, part, json.granted, reason).await?))
}
