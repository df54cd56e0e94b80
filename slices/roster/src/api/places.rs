//! What was entered wrongly into a term: names and seats of its places, days of its sessions, its first day.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    web::api::{Body, Seen},
};
use roster_rules::{ConstituencyId, DelegationId, SessionId, TermId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::places,
    store::term::{Constituency, Delegation},
};

/// A delegation or constituency of a term.
#[derive(Serialize, ToSchema)]
pub struct TermPlace {
    id: Uuid,
    name: String,
    /// How many a constituency elects.
    #[serde(skip_serializing_if = "Option::is_none")]
    seats: Option<i64>,
    /// For `If-Match`.
    version: i64,
}

impl From<Delegation> for TermPlace {
    fn from(it: Delegation) -> Self {
        Self { id: it.id.uuid(), name: it.name, seats: None, version: it.version }
    }
}

impl From<Constituency> for TermPlace {
    fn from(it: Constituency) -> Self {
        Self { id: it.id.uuid(), name: it.name, seats: it.seats, version: it.version }
    }
}

/// Another name of a delegation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DelegationName {
    /// Its name.
    #[schema(value_type = String, max_length = 40)]
    name: Text<40>,
}

/// Gives a delegation another name.
///
/// # Errors
/// 412 when the version is not the present one; 422 when the name is taken.
#[utoipa::path(put, path = "/api/terms/{id}/delegations/{delegation}", tag = "roster", request_body = DelegationName,
    params(("id" = Uuid, Path), ("delegation" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn rename_delegation(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(at): Path<(TermId, DelegationId)>,
    Seen(seen): Seen,
    Body(asked): Body<DelegationName>,
) -> Result<StatusCode, Problem> {
    places::rename_delegation(&site, &actor, at, seen, &asked.name).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes out a delegation in which nobody is or ever was.
///
/// # Errors
/// 409 when a mandate names it.
#[utoipa::path(delete, path = "/api/terms/{id}/delegations/{delegation}", tag = "roster",
    params(("id" = Uuid, Path), ("delegation" = Uuid, Path)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn remove_delegation(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(at): Path<(TermId, DelegationId)>,
) -> Result<StatusCode, Problem> {
    places::remove_delegation(&site, &actor, at).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Another name and number of seats of a constituency.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConstituencyShape {
    /// Its name.
    #[schema(value_type = String, max_length = 40)]
    name: Text<40>,
    /// How many it elects.
    #[serde(default)]
    seats: Option<i64>,
}

/// Gives a constituency another name or number of seats.
///
/// # Errors
/// 412 when the version is not the present one; 422 when the name is taken or the seats are out of the law's range.
#[utoipa::path(put, path = "/api/terms/{id}/constituencies/{constituency}", tag = "roster", request_body = ConstituencyShape,
    params(("id" = Uuid, Path), ("constituency" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn amend_constituency(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(at): Path<(TermId, ConstituencyId)>,
    Seen(seen): Seen,
    Body(asked): Body<ConstituencyShape>,
) -> Result<StatusCode, Problem> {
    places::amend_constituency(&site, &actor, at, seen, (&asked.name, asked.seats)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes out a constituency in which nobody is or ever was elected.
///
/// # Errors
/// 409 when a mandate names it or an election of the term may.
#[utoipa::path(delete, path = "/api/terms/{id}/constituencies/{constituency}", tag = "roster",
    params(("id" = Uuid, Path), ("constituency" = Uuid, Path)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn remove_constituency(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(at): Path<(TermId, ConstituencyId)>,
) -> Result<StatusCode, Problem> {
    places::remove_constituency(&site, &actor, at).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The days on which a session was held.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionDays {
    /// The first day.
    #[schema(value_type = String, format = Date)]
    opened: Day,
    /// The last day; absent while it sits.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    closed: Option<Day>,
}

/// Corrects the days of a session.
///
/// # Errors
/// 412 when the version is not the present one; 422 when it would end before it began.
#[utoipa::path(put, path = "/api/terms/{id}/sessions/{session}", tag = "roster", request_body = SessionDays,
    params(("id" = Uuid, Path), ("session" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn correct_session(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(at): Path<(TermId, SessionId)>,
    Seen(seen): Seen,
    Body(asked): Body<SessionDays>,
) -> Result<StatusCode, Problem> {
    places::correct_session(&site, &actor, at, seen, (asked.opened, asked.closed)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The first day of a term.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermBeginning {
    /// The first day of its first session.
    #[schema(value_type = String, format = Date)]
    began: Day,
}

/// Corrects the first day of a term.
///
/// # Errors
/// 409 when the term is closed or began with a change of term; 412 when the version is not the present one.
#[utoipa::path(put, path = "/api/terms/{id}/beginning", tag = "roster", request_body = TermBeginning,
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn correct_beginning(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<TermId>,
    Seen(seen): Seen,
    Body(asked): Body<TermBeginning>,
) -> Result<StatusCode, Problem> {
    places::correct_beginning(&site, &actor, id, seen, asked.began).await?;
    Ok(StatusCode::NO_CONTENT)
}
