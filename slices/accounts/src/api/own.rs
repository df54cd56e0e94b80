//! One's own account.

use accounts_rules::{Actor, Post};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};
use kernel::Text;
use kit::{
    Problem, Site, View,
    web::{
        ProblemJson,
        api::{Body, Once},
        session::{self, Visit, VisitId},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{authority, device::Client, issue::Made, password, tokens, totp, visits};

/// Whoever asks.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// The account.
    account: Uuid,
    /// The person of the roster.
    person: Option<Uuid>,
    /// The name to greet.
    name: String,
    /// Posts in force; while acting for a deputy, that deputy's.
    posts: Vec<PostJson>,
    /// The deputy acted for.
    acting_for: Option<Uuid>,
    /// For programs that write by cookie: send it back as `X-CSRF-Token`.
    csrf: String,
}

/// One post.
#[derive(Serialize, ToSchema)]
pub struct PostJson {
    /// `deputy`, `clerk`, `chief` …
    duty: String,
    /// The body.
    body: Uuid,
    /// The congress it serves.
    congress: Uuid,
    /// The area's code.
    area: String,
}

impl PostJson {
    fn of(post: &Post) -> Self {
        Self {
            duty: post.duty.to_string(),
            body: post.body.uuid(),
            congress: post.congress.uuid(),
            area: post.area.to_string(),
        }
    }
}

/// Who am I, and what posts do I hold?
///
/// # Errors
/// When nobody is signed in.
#[utoipa::path(get, path = "/api/account", tag = "accounts", responses(
    (status = 200, body = Me), (status = 401, body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(v: View, Extension(actor): Extension<Actor>) -> Result<Json<Me>, Problem> {
    Ok(Json(Me {
        account: authority::own(&actor)?.uuid(),
        person: actor.person.map(kernel::Id::uuid),
        posts: actor.posts.iter().map(PostJson::of).collect(),
        acting_for: actor.acting_for.map(kernel::Id::uuid),
        csrf: v.csrf.clone(),
        name: actor.name,
    }))
}

/// A change of password.
#[derive(Deserialize, ToSchema)]
pub struct NewPassword {
    /// The present one.
    old: String,
    /// At least ten characters.
    password: String,
}

/// Change the password; every other session ends.
///
/// # Errors
/// As [`password::change`].
#[utoipa::path(put, path = "/api/account/password", tag = "accounts", request_body = NewPassword, responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn change_password(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
    client: Client,
    Body(asked): Body<NewPassword>,
) -> Result<StatusCode, Problem> {
    let present = visit.map(|Extension(visit)| visit.id);
    password::change(&site, &actor, (&asked.old, &asked.password), &client, present).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A session in force.
#[derive(Serialize, ToSchema)]
pub struct SessionJson {
    /// Which.
    id: Uuid,
    /// What the browser calls itself.
    device: String,
    /// Where it was opened from.
    address: String,
    /// When it began, in milliseconds since 1970.
    started: i64,
    /// When it was last used, to five minutes.
    seen: i64,
    /// Whether it is the one that asks.
    present: bool,
}

/// The sessions in force.
///
/// # Errors
/// When nobody is signed in.
#[utoipa::path(get, path = "/api/account/sessions", tag = "accounts", responses(
    (status = 200, body = [SessionJson]), (status = 401, body = ProblemJson, content_type = "application/problem+json")))]
pub async fn sessions(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
) -> Result<Json<Vec<SessionJson>>, Problem> {
    let present = visit.map(|Extension(visit)| visit.id);
    let visits = session::list(site.db(), authority::own(&actor)?, site.now()).await?;
    let json = |visit: Visit| SessionJson {
        present: Some(visit.id) == present,
        id: visit.id.uuid(),
        device: visit.device,
        address: visit.address,
        started: visit.started.millis(),
        seen: visit.seen.millis(),
    };
    Ok(Json(visits.into_iter().map(json).collect()))
}

/// End every session but the present one.
///
/// # Errors
/// When nobody is signed in.
#[utoipa::path(delete, path = "/api/account/sessions", tag = "accounts", responses(
    (status = 204), (status = 401, body = ProblemJson, content_type = "application/problem+json")))]
pub async fn end_other_sessions(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
) -> Result<StatusCode, Problem> {
    visits::end_others(&site, &actor, visit.map(|Extension(visit)| visit.id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// End one session.
///
/// # Errors
/// When it is not the actor's.
#[utoipa::path(delete, path = "/api/account/sessions/{id}", tag = "accounts", params(("id" = Uuid, Path)), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn end_session(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<VisitId>,
) -> Result<StatusCode, Problem> {
    visits::end(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A secret for an authenticator program.
#[derive(Serialize, ToSchema)]
pub struct Enrolment {
    /// In base 32.
    secret: String,
}

/// Six digits, or a password, to confirm with.
#[derive(Deserialize, ToSchema)]
pub struct Confirmation {
    /// What confirms.
    word: String,
}

/// Begin to set up six-digit codes.
///
/// # Errors
/// As [`totp::enrol`].
#[utoipa::path(post, path = "/api/account/totp", tag = "accounts", responses(
    (status = 200, body = Enrolment), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn enrol_totp(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
) -> Result<Json<Enrolment>, Problem> {
    Ok(Json(Enrolment { secret: totp::enrol(&site, &actor).await?.secret }))
}

/// Show that they work; answers with the recovery codes.
///
/// # Errors
/// As [`totp::verify`].
#[utoipa::path(post, path = "/api/account/totp/verification", tag = "accounts", request_body = Confirmation, responses(
    (status = 200, body = [String]), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn verify_totp(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Body(asked): Body<Confirmation>,
) -> Result<Json<Vec<String>>, Problem> {
    let codes = totp::verify(&site, &actor, &asked.word).await?;
    Ok(Json(codes.iter().map(ToString::to_string).collect()))
}

/// Take six-digit codes away again; the word is the password.
///
/// # Errors
/// As [`totp::remove`].
#[utoipa::path(delete, path = "/api/account/totp", tag = "accounts", request_body = Confirmation, responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn remove_totp(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    client: Client,
    Body(asked): Body<Confirmation>,
) -> Result<StatusCode, Problem> {
    totp::remove(&site, &actor, &asked.word, &client).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A token in force.
#[derive(Serialize, ToSchema)]
pub struct TokenJson {
    /// Which.
    id: Uuid,
    /// What it is for.
    name: String,
    /// When it ends, in milliseconds since 1970.
    expires: i64,
    /// When it was last used, to ten minutes.
    last_used: Option<i64>,
}

/// A token to make.
#[derive(Deserialize, ToSchema)]
pub struct NewToken {
    /// What it is for; at most 40 characters.
    #[schema(value_type = String, max_length = 40)]
    name: Text<40>,
    /// Days it is good.
    #[schema(minimum = 1, maximum = 366)]
    days: i32,
}

/// A token just made.
#[derive(Serialize, ToSchema)]
pub struct IssuedToken {
    /// Which.
    id: Uuid,
    /// What goes behind `Authorization: Bearer`; seen only now, and left out when the same key came before.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
    /// When it ends, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<i64>,
}

/// The tokens in force.
///
/// # Errors
/// When nobody is signed in.
#[utoipa::path(get, path = "/api/account/tokens", tag = "accounts", responses(
    (status = 200, body = [TokenJson]), (status = 401, body = ProblemJson, content_type = "application/problem+json")))]
pub async fn tokens(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
) -> Result<Json<Vec<TokenJson>>, Problem> {
    let held = tokens::of_account(&mut site.db(), authority::own(&actor)?, site.now()).await?;
    let json = |token: tokens::Token| TokenJson {
        id: token.id,
        name: token.name,
        expires: token.expires.millis(),
        last_used: token.last_used.map(kernel::Moment::millis),
    };
    Ok(Json(held.into_iter().map(json).collect()))
}

/// Make a token.
///
/// # Errors
/// As [`tokens::issue`].
#[utoipa::path(post, path = "/api/account/tokens", tag = "accounts", request_body = NewToken,
    params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = IssuedToken), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn issue_token(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    once: Once,
    Body(asked): Body<NewToken>,
) -> Result<(StatusCode, Json<IssuedToken>), Problem> {
    let json = match tokens::issue_once(&site, &actor, &asked.name, asked.days, &once).await? {
        Made::Now(made) => IssuedToken { id: made.id, token: Some(made.text), expires: Some(made.expires.millis()) },
        Made::Before(id) => IssuedToken { id, token: None, expires: None },
    };
    Ok((StatusCode::CREATED, Json(json)))
}

/// Revoke a token.
///
/// # Errors
/// As [`tokens::revoke`].
#[utoipa::path(delete, path = "/api/account/tokens/{id}", tag = "accounts", params(("id" = Uuid, Path)), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn revoke_token(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Problem> {
    authority::own(&actor)?;
    tokens::revoke(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
