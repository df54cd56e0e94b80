//! The identity at the provider that one signs in with. Linking leads a browser to the provider and back, so only pages begin it.

use accounts_rules::Actor;
use axum::{Extension, Json, extract::State, http::StatusCode};
use kit::{Problem, Site, web::ProblemJson};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{authority, provider};

/// Whether one can sign in at the identity provider.
#[derive(Serialize, ToSchema)]
pub struct IdentityJson {
    /// What the provider is called; absent where none is set up.
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<String>,
    /// Whether this account is linked with an identity there.
    linked: bool,
}

/// Am I linked with an identity at the provider?
///
/// # Errors
/// When nobody is signed in.
#[utoipa::path(get, path = "/api/account/identity", tag = "accounts", responses((status = 200, body = IdentityJson),
    (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Result<Json<IdentityJson>, Problem> {
    let account = authority::own(&actor)?;
    let linked = provider::linked(&mut site.db(), account).await?;
    Ok(Json(IdentityJson { provider: provider::label(&site), linked }))
}

/// Unlink the identity; from then on the account signs in by its password alone. Unlinking what is not linked changes nothing.
///
/// # Errors
/// When nobody is signed in.
#[utoipa::path(delete, path = "/api/account/identity", tag = "accounts", responses((status = 204),
    (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn unlink(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Result<StatusCode, Problem> {
    provider::unlink(&site, &actor).await?;
    Ok(StatusCode::NO_CONTENT)
}
