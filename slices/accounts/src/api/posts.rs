//! Posts of an account, and for whom it may act.

use accounts_rules::{Actor, Duty};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};
use kernel::{AccountId, BodyId, Day, PersonId, Text};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    acting::{self, Grant},
    authority,
    posts::{self, PostOrder},
};

/// A post to give.
#[derive(Deserialize, ToSchema)]
pub struct NewPost {
    /// `clerk`, `chief`, `unit_clerk` …
    #[schema(value_type = String)]
    duty: Duty,
    /// In which body; not for an operator.
    #[schema(value_type = Option<Uuid>)]
    body: Option<BodyId>,
    /// From which day.
    #[schema(value_type = String, format = Date)]
    since: Day,
    /// The last day.
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Day>,
}

impl NewPost {
    /// The order the desk takes.
    pub(super) fn order(self) -> PostOrder {
        PostOrder {
            duty: self.duty,
            body: self.body.unwrap_or(authority::NO_BODY),
            since: self.since,
            until: self.until,
        }
    }
}

/// What was made.
#[derive(Serialize, ToSchema)]
pub struct Made {
    /// Its identity.
    id: Uuid,
}

/// Give a post.
///
/// # Errors
/// As [`posts::issue`].
#[utoipa::path(post, path = "/api/accounts/{id}/posts", tag = "accounts",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = NewPost, responses(
    (status = 201, body = Made), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn issue_post(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    once: Once,
    Body(asked): Body<NewPost>,
) -> Result<(StatusCode, Json<Made>), Problem> {
    let id = posts::issue_once(&site, &actor, id, asked.order(), &once).await?;
    Ok((StatusCode::CREATED, Json(Made { id })))
}

/// Take a post back.
///
/// # Errors
/// As [`posts::withdraw`].
#[utoipa::path(delete, path = "/api/accounts/{id}/posts/{post}", tag = "accounts",
    params(("id" = Uuid, Path), ("post" = Uuid, Path)), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn withdraw_post(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, post)): Path<(AccountId, Uuid)>,
) -> Result<StatusCode, Problem> {
    posts::withdraw(&site, &actor, id, post).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A deputy's wish to be acted for by this account.
#[derive(Deserialize, ToSchema)]
pub struct NewActing {
    /// Who asked.
    #[schema(value_type = Uuid)]
    deputy: PersonId,
    /// In matters of which congress.
    #[schema(value_type = Uuid)]
    congress: BodyId,
    /// From which day.
    #[schema(value_type = String, format = Date)]
    since: Day,
    /// The last day; a year later at most.
    #[schema(value_type = String, format = Date)]
    until: Day,
    /// How the deputy asked.
    #[schema(value_type = String, max_length = 100)]
    basis: Text<100>,
}

/// Record that a deputy asked this account to act for them.
///
/// # Errors
/// As [`acting::grant`].
#[utoipa::path(post, path = "/api/accounts/{id}/acting", tag = "accounts",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = NewActing, responses(
    (status = 201, body = Made), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn grant_acting(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    once: Once,
    Body(asked): Body<NewActing>,
) -> Result<(StatusCode, Json<Made>), Problem> {
    let NewActing { deputy, congress, since, until, basis } = asked;
    let grant = Grant { deputy, account: id, congress, since, until, basis };
    let id = acting::grant_once(&site, &actor, grant, &once).await?;
    Ok((StatusCode::CREATED, Json(Made { id })))
}

/// End an order to act: the office, the deputy, or whoever acts.
///
/// # Errors
/// As [`acting::end`].
#[utoipa::path(delete, path = "/api/acting/{id}", tag = "accounts", params(("id" = Uuid, Path)), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn end_acting(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    acting::end(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
