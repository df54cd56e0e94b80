//! Forged requests: a token in every form, and the browser's own word on where a request comes from.

use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::Problem;

/// The token for a visitor: bound to the seed cookie and to the session, useless elsewhere.
#[must_use]
pub fn token(seed: &str, visit: &str) -> String {
    let digest = Sha256::digest(format!("csrf\n{seed}\n{visit}"));
    super::session::base64(&digest)
}

/// What a forged request, or one from a page too old, is told.
pub(super) const fn forged() -> Problem {
    Problem::request(StatusCode::FORBIDDEN, "kit-form-forged")
}

/// Whether two tokens are the same, in constant time.
#[must_use]
pub(super) fn same(given: &str, wanted: &str) -> bool {
    !wanted.is_empty() && bool::from(given.as_bytes().ct_eq(wanted.as_bytes()))
}

/// Refuses writes that another site makes a browser send. Requests with a bearer token carry no cookie to misuse.
///
/// What names no origin may be a browser too old to name it: a form then proves itself by its own field, and JSON that comes with
/// a session's cookie by the same token in `X-CSRF-Token`.
pub async fn layer(request: Request, next: Next) -> Response {
    let writes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let bearer = request.headers().contains_key(header::AUTHORIZATION);
    if writes && !bearer && from_elsewhere(request.headers()) {
        return forged().into_response();
    }
    let cookie = request.extensions().get::<super::session::VisitKey>().is_some();
    let json = request.uri().path().starts_with("/api/");
    if writes && !bearer && json && cookie && names_no_origin(request.headers()) && !has_token(&request) {
        return Problem::request(StatusCode::FORBIDDEN, "kit-api-csrf").into_response();
    }
    next.run(request).await
}

/// Whether the browser is too old to say from where it sends: then nothing is known of it.
pub(super) fn names_no_origin(headers: &HeaderMap) -> bool {
    !headers.contains_key("sec-fetch-site") && !headers.contains_key(header::ORIGIN)
}

fn has_token(request: &Request) -> bool {
    let given = request.headers().get("x-csrf-token").and_then(|v| v.to_str().ok()).unwrap_or("");
    request.extensions().get::<super::View>().is_some_and(|view| same(given, &view.csrf))
}

fn from_elsewhere(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    match (text("sec-fetch-site"), text("origin"), text("host")) {
        (Some(site), _, _) => !matches!(site, "same-origin" | "none"),
        (None, Some("null"), _) => true,
        (None, Some(origin), Some(host)) => origin.split_once("://").is_none_or(|(_, rest)| rest != host),
        (None, Some(_), None) => true,
        (None, None, _) => false,
    }
}
