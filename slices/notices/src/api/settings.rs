//! One's own settings as JSON.

use accounts_rules::Actor;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kit::{
    Problem, Site, View,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Seen, versioned},
    },
};
use notices_rules::Rhythm;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::choices::{self, Choice};

/// How somebody is told.
#[derive(Serialize, ToSchema)]
pub struct SettingsJson {
    /// `at_once`, `daily`, `weekly` or `none`.
    rhythm: &'static str,
    /// The address, masked.
    email: Option<String>,
    /// Whether its owner confirmed it; nothing is sent before.
    confirmed: bool,
    /// For `If-Match` when another rhythm is chosen; the entity tag of this answer.
    version: i64,
    /// For `If-Match` when an address is named or taken out; 0 where there is none.
    address_version: i64,
}

/// How one is told
#[utoipa::path(get, path = "/api/notices/settings", tag = "notices", responses((status = 200, body = SettingsJson),
    (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    let Choice { rhythm, email, confirmed, version, address_version } = choices::choice(&site, &actor).await?;
    let shown = SettingsJson { rhythm: rhythm.word(), email, confirmed, version, address_version };
    Ok(versioned(version, shown))
}

/// How often.
#[derive(Deserialize, ToSchema)]
pub struct ChosenJson {
    /// `at_once`, `daily`, `weekly` or `none`.
    rhythm: String,
}

/// Choose how often letters come. Carries `If-Match` with the version seen
#[utoipa::path(put, path = "/api/notices/settings", tag = "notices", params(("If-Match" = String, Header)), request_body = ChosenJson, responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn choose(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    Seen(seen): Seen,
    Body(asked): Body<ChosenJson>,
) -> Result<StatusCode, Problem> {
    let rhythm = Rhythm::read(&asked.rhythm);
    let rhythm = rhythm.ok_or_else(|| Errors::one("rhythm", Wrong::new("kit-form-unknown-choice")))?;
    choices::choose(&site, &actor, seen, rhythm, v.language).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An address.
#[derive(Deserialize, ToSchema)]
pub struct AddressJson {
    email: String,
}

/// Name an address; a code goes there. Carries `If-Match` with the `address_version` seen, `"0"` where there was none
#[utoipa::path(put, path = "/api/notices/address", tag = "notices", params(("If-Match" = String, Header)), request_body = AddressJson, responses(
    (status = 202), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn name(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    Seen(seen): Seen,
    Body(asked): Body<AddressJson>,
) -> Result<StatusCode, Problem> {
    choices::name_address(&site, &actor, seen, &asked.email, v.language).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Take the address out. Carries `If-Match` with the `address_version` seen
#[utoipa::path(delete, path = "/api/notices/address", tag = "notices", params(("If-Match" = String, Header)), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn forget(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    choices::forget_address(&site, &actor, seen).await?;
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
