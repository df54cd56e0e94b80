//! Sessions of a term: opened, and ended with their last day.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::Day;
use kit::{
    Problem, Site,
    web::api::{Body, Once},
};
use roster_rules::{Session, SessionId, TermId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Made, made};
use crate::desk::terms;

/// A session of a term.
#[derive(Serialize, ToSchema)]
pub struct SessionShown {
    /// The session.
    id: Uuid,
    /// 第十四届第四次会议.
    name: String,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    opened: Day,
    /// The last day; absent while it sits.
    #[schema(value_type = Option<String>, format = Date)]
    closed: Option<Day>,
    /// For `If-Match`.
    version: i64,
}

impl From<Session> for SessionShown {
    fn from(held: Session) -> Self {
        let Session { id, name, opened, closed, version, .. } = held;
        Self { id: id.uuid(), name, opened, closed, version }
    }
}

/// The last day of a session.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionClosing {
    /// The day.
    #[schema(value_type = String, format = Date)]
    on: Day,
}

/// Enters the last day of a session.
///
/// # Errors
/// 409 when it ended before; 422 when it would end before it began.
#[utoipa::path(post, path = "/api/terms/{id}/sessions/{session}/closure", tag = "roster", request_body = SessionClosing,
    params(("id" = Uuid, Path), ("session" = Uuid, Path)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn close_session(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, session)): Path<(TermId, SessionId)>,
    Body(closing): Body<SessionClosing>,
) -> Result<StatusCode, Problem> {
    terms::close_session(&site, &actor, id, session, closing.on).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A session to be entered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSession {
    /// 第四次会议: 4.
    ordinal: i64,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    opened: Day,
    /// The last day, once it is over.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    closed: Option<Day>,
}

/// Enters a session.
///
/// # Errors
/// 422 when it is there already.
#[utoipa::path(post, path = "/api/terms/{id}/sessions", tag = "roster", request_body = NewSession,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn session(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    once: Once,
    Body(new): Body<NewSession>,
) -> Result<Response, Problem> {
    Ok(made(terms::enter_session(&site, &actor, id, new.ordinal, new.opened, new.closed, &once).await?))
}
