//! Signing in and out, activation.

use axum::{
    Extension, Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::Body,
        session::{self, Visit},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    activation,
    device::Client,
    sign_in::{self, Entry, SignedIn},
};

/// A name or mobile number with its password.
#[derive(Deserialize, ToSchema)]
pub struct Credentials {
    /// Sign-in name or mobile number.
    name: String,
    /// The password.
    password: String,
}

/// What signing in came to.
#[derive(Serialize, ToSchema)]
pub struct Entered {
    /// Given when six digits are wanted next: send it with them to `/api/session/digits`. Otherwise the cookie is set.
    second_step: Option<String>,
}

/// The second step.
#[derive(Deserialize, ToSchema)]
pub struct Digits {
    /// As the first step answered.
    second_step: String,
    /// Six digits, or a recovery code.
    digits: String,
}

/// An activation code with the password its owner chose.
#[derive(Deserialize, ToSchema)]
pub struct Activation {
    /// From the slip; dashes and small letters do not matter.
    code: String,
    /// At least ten characters.
    password: String,
}

fn onward(entry: Entry) -> Response {
    match entry {
        Entry::In(entry) => entered(&entry),
        Entry::SecondStep(step) => Json(Entered { second_step: Some(step) }).into_response(),
    }
}

fn entered(entry: &SignedIn) -> Response {
    let mut response = Json(Entered { second_step: None }).into_response();
    for cookie in &entry.cookies {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    response
}

/// Sign in; the answer sets the session cookie, or asks for the second step.
///
/// # Errors
/// As [`sign_in::by_password`].
#[utoipa::path(post, path = "/api/session", tag = "accounts", request_body = Credentials, responses(
    (status = 200, body = Entered), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn create(
    State(site): State<Site>,
    client: Client,
    Body(asked): Body<Credentials>,
) -> Result<Response, Problem> {
    Ok(onward(sign_in::by_password(&site, &asked.name, &asked.password, &client).await?))
}

/// Finish signing in with six digits or a recovery code.
///
/// # Errors
/// As [`sign_in::by_totp`].
#[utoipa::path(post, path = "/api/session/digits", tag = "accounts", request_body = Digits, responses(
    (status = 200, body = Entered), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn create_with_digits(
    State(site): State<Site>,
    client: Client,
    Body(asked): Body<Digits>,
) -> Result<Response, Problem> {
    Ok(entered(&sign_in::by_totp(&site, &asked.second_step, &asked.digits, &client).await?))
}

/// Sign out.
///
/// # Errors
/// When the database refuses.
#[utoipa::path(delete, path = "/api/session", tag = "accounts", responses((status = 204)))]
pub async fn remove(State(site): State<Site>, visit: Option<Extension<Visit>>) -> Result<Response, Problem> {
    if let Some(Extension(visit)) = visit
        && let Some(account) = visit.account
    {
        let mut tx = site.db().begin().await?;
        session::close(&mut tx, account, visit.id).await?;
        tx.commit().await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.headers_mut().append(header::SET_COOKIE, session::farewell(&site)?);
    Ok(response)
}

/// Use an activation code: sets the password and signs in.
///
/// # Errors
/// As [`activation::redeem`].
#[utoipa::path(post, path = "/api/activation", tag = "accounts", request_body = Activation, responses(
    (status = 200, body = Entered), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn activate(
    State(site): State<Site>,
    client: Client,
    Body(asked): Body<Activation>,
) -> Result<Response, Problem> {
    Ok(onward(activation::redeem(&site, &asked.code, &asked.password, &client).await?))
}
