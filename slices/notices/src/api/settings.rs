//! One's own settings as JSON.

use accounts_rules::Actor;
use axum::{Extension, Json, extract::State, http::StatusCode};
use kit::{
    Problem, Site, View,
    web::{Errors, ProblemJson, Wrong, api::Body},
};
use notices_rules::Rhythm;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::choices;

/// How somebody is told.
#[derive(Serialize, ToSchema)]
pub struct SettingsJson {
    /// `at_once`, `daily`, `weekly` or `none`.
    rhythm: &'static str,
    /// The address, masked.
    email: Option<String>,
    /// Whether its owner confirmed it; nothing is sent before.
    confirmed: bool,
}

/// How one is told
#[utoipa::path(get, path = "/api/notices/settings", tag = "notices", responses((status = 200, body = SettingsJson),
    (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Result<Json<SettingsJson>, Problem> {
    let choice = choices::choice(&site, &actor).await?;
    Ok(Json(SettingsJson { rhythm: choice.rhythm.word(), email: choice.email, confirmed: choice.confirmed }))
}

/// How often.
#[derive(Deserialize, ToSchema)]
pub struct ChosenJson {
    /// `at_once`, `daily`, `weekly` or `none`.
    rhythm: String,
}

/// Choose how often letters come
#[utoipa::path(put, path = "/api/notices/settings", tag = "notices", request_body = ChosenJson, responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn choose(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    Body(asked): Body<ChosenJson>,
) -> Result<StatusCode, Problem> {
    let rhythm = Rhythm::read(&asked.rhythm);
    let rhythm = rhythm.ok_or_else(|| Errors::one("rhythm", Wrong::new("kit-form-unknown-choice")))?;
    choices::choose(&site, &actor, rhythm, v.language).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An address.
#[derive(Deserialize, ToSchema)]
pub struct AddressJson {
    email: String,
}

/// Name an address; a code goes there
#[utoipa::path(put, path = "/api/notices/address", tag = "notices", request_body = AddressJson, responses(
    (status = 202), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn name(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    Body(asked): Body<AddressJson>,
) -> Result<StatusCode, Problem> {
    choices::name_address(&site, &actor, &asked.email, v.language).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Take the address out
#[utoipa::path(delete, path = "/api/notices/address", tag = "notices", responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn forget(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Result<StatusCode, Problem> {
    choices::forget_address(&site, &actor).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The code that went to the address.
#[derive(Deserialize, ToSchema)]
pub struct CodeJson {
    code: String,
}

/// Confirm the address
#[utoipa::path(post, path = "/api/notices/address/confirmation", tag = "notices", request_body = CodeJson, responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn confirm(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Body(asked): Body<CodeJson>,
) -> Result<StatusCode, Problem> {
    choices::confirm(&site, &actor, &asked.code).await?;
    Ok(StatusCode::NO_CONTENT)
}
