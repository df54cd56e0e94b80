//! The whole site on one screen.

use std::num::NonZeroU32;

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Request, State},
    http::header,
    middleware::{Next, from_fn, from_fn_with_state},
    response::Response,
    routing::get,
};
use kit::{
    Problem, Site,
    blobs::{ENVELOPE, MOST_FILE},
    web::{self, assets, csrf, guard, session},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer};
use utoipa_axum::router::OpenApiRouter;

use crate::{document, faces, home};

/// The greatest request: one file and the form around it. Tables that are imported may be larger, and have their own limit.
const MOST_UPLOAD: u64 = MOST_FILE + ENVELOPE;
/// Requests one address may make in a minute.
const PER_MINUTE: u32 = 1_200;
/// A thousand phones in a hall stand behind one address: what they load and send there is counted apart, this much more generously.
const HALL: u32 = 50;

/// The JSON faces of the nouns.
fn nouns() -> [OpenApiRouter<Site>; 15] {
    [
        accounts::api::routes(),
        law::api(),
        roster::api(),
        suggestions::api(),
        bills::api(),
        supervision::api(),
        disclosure::api(),
        opinions::api(),
        stations::api(),
        duty::api(),
        ballots::api(),
        links::api(),
        elections::api(),
        appointments::api(),
        notices::api(),
    ]
}

/// The JSON API with its document.
pub fn api() -> OpenApiRouter<Site> {
    nouns().into_iter().fold(OpenApiRouter::with_openapi(document::blank()), OpenApiRouter::merge)
}

/// Every page and every JSON answer, with the layers all of them share.
pub fn all(site: &Site) -> Router {
    limited(site, PER_MINUTE)
}

/// The same, with so many requests a minute from one address.
pub(crate) fn limited(site: &Site, per_minute: u32) -> Router {
    let (api, document) = api().split_for_parts();
    let document = document::finish(document);
    let per = |count: u32| guard::Limit::per_minute(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN));
    let limit = (per(per_minute), per(per_minute.saturating_mul(HALL)));
    Router::new()
        .route("/", get(home::show))
        .route("/about", get(home::about))
        .route("/health", get(home::health))
        .route("/assets/{*name}", get(assets::serve))
        .route("/worker.js", get(assets::worker))
        .route(
            "/api/openapi.json",
            get(async move || ([(header::CACHE_CONTROL, "public, max-age=300")], Json(document))),
        )
        .merge(accounts::pages::routes())
        .merge(law::pages())
        .merge(roster::pages())
        .merge(suggestions::pages())
        .merge(bills::pages())
        .merge(supervision::pages())
        .merge(disclosure::pages())
        .merge(opinions::pages())
        .merge(stations::pages())
        .merge(duty::pages())
        .merge(ballots::pages())
        .merge(links::pages())
        .merge(elections::pages())
        .merge(appointments::pages())
        .merge(notices::pages())
        .merge(api)
        .fallback(async || Problem::missing())
        .layer(CatchPanicLayer::custom(home::panicked))
        .layer(from_fn(accounts::attach::signed_in_first))
        .layer(from_fn(accounts::attach::good_token))
        .layer(from_fn(csrf::layer))
        .layer(from_fn(guard::address))
        .layer(TimeoutLayer::with_status_code(
            axum::http::StatusCode::REQUEST_TIMEOUT,
            std::time::Duration::from_secs(60),
        ))
        .layer(from_fn_with_state(limit, counted))
        .layer(from_fn(web::dress))
        .layer(from_fn_with_state(site.clone(), faces::layer))
        .layer(from_fn_with_state(site.clone(), accounts::attach::layer))
        .layer(from_fn_with_state(site.clone(), session::layer))
        .layer(from_fn_with_state(site.clone(), guard::caller))
        .layer(from_fn_with_state(site.clone(), guard::headers))
        .layer(DefaultBodyLimit::max(usize::try_from(MOST_UPLOAD).unwrap_or(usize::MAX)))
        .layer(CompressionLayer::new())
        .with_state(site.clone())
}

/// Counts a request of an address; those of phones in a hall by themselves.
async fn counted(State((usual, hall)): State<(guard::Limit, guard::Limit)>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let rounds = ["/api/ballot-rounds/", "/ballots/rounds/"].iter().any(|start| path.starts_with(start));
    let phone = rounds
        && ["/hall", "/hall/phone", "/hall/device", "/hall/collect", "/hall/confirm"]
            .iter()
            .any(|end| path.ends_with(end));
    let limit = if phone || path.starts_with("/assets/booth-") { hall } else { usual };
    guard::limit(State(limit), request, next).await
}

#[cfg(test)]
mod tests;
