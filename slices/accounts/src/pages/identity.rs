//! Signing in through the identity provider, linking and unlinking.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Query, State},
    http::{HeaderMap, header},
    response::Response,
};
use axum_extra::extract::CookieJar;
use kit::{
    Problem, Site,
    web::{Form, done, go},
};
use serde::Deserialize;

use super::{on_this_site, own_account, session::Next, welcome};
use crate::{
    device::Client,
    provider::{self, Begun, Ended},
};

fn away(begun: Begun) -> Response {
    let mut response = go(&begun.address);
    response.headers_mut().append(header::SET_COOKIE, begun.cookie);
    response
}

/// Begins to sign in at the identity provider.
///
/// # Errors
/// When the provider cannot be reached.
pub async fn begin(State(site): State<Site>, Query(next): Query<Next>) -> Result<Response, Problem> {
    Ok(away(provider::begin(&site, None, on_this_site(&next.next)).await?))
}

/// Begins to link one's account. A GET, for the content policy lets no form lead off the site; the worst a forged one
/// can do is link the visitor's own identity.
///
/// # Errors
/// When nobody is signed in or the provider cannot be reached.
pub async fn link(State(site): State<Site>, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    Ok(away(provider::begin(&site, Some(own_account(&actor)?), "/account").await?))
}

/// What the provider sends back with the browser.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Returned {
    code: String,
    state: String,
}

/// Comes back from the identity provider.
///
/// # Errors
/// Refused when the answer cannot be trusted or no account is linked.
pub async fn end(
    State(site): State<Site>,
    headers: HeaderMap,
    client: Client,
    Query(returned): Query<Returned>,
) -> Result<Response, Problem> {
    let held = CookieJar::from_headers(&headers).get(provider::cookie_name(&site)).map(|c| c.value().to_owned());
    match provider::end(&site, held.as_deref(), &returned.state, &returned.code, &client).await? {
        Ended::In(entered, next) => Ok(welcome(&entered, on_this_site(&next))),
        Ended::Linked => Ok(done("/account", "accounts-identity-linked")),
    }
}

/// Unlinks the account.
///
/// # Errors
/// When nobody is signed in.
pub async fn unlink(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    _f: Form,
) -> Result<Response, Problem> {
    provider::unlink(&site, &actor).await?;
    Ok(done("/account", "accounts-identity-unlinked"))
}
