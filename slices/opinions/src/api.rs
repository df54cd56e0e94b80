//! The JSON face: the same functions as the pages.

mod approval;
mod codes;
mod hotline;
mod person;
mod public;
mod report;
mod shape;
mod things;
mod unit;
mod work;

use axum::Extension;
use kit::Site;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::pages::Limits;

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(public::find))
        .routes(routes!(person::ticket))
        .routes(routes!(work::list, person::receive))
        .routes(routes!(person::progress))
        .routes(routes!(person::judge))
        .routes(routes!(report::report))
        .routes(routes!(work::one))
        .routes(routes!(work::file))
        .routes(routes!(work::answer))
        .routes(routes!(work::assign))
        .routes(routes!(work::hand_on))
        .routes(routes!(work::suggest))
        .routes(routes!(work::point_elsewhere))
        .routes(routes!(work::close))
        .routes(routes!(work::open))
        .routes(routes!(codes::list, codes::issue))
        .routes(routes!(codes::revoke))
        .routes(routes!(things::list, things::make))
        .routes(routes!(things::lead))
        .routes(routes!(approval::approve))
        .routes(routes!(unit::sign_for))
        .routes(routes!(unit::give_back))
        .routes(routes!(unit::feed_back))
        .routes(routes!(approval::to_hotline))
        .routes(routes!(approval::survey))
        .routes(routes!(person::agree))
        .routes(routes!(person::forget))
        .routes(routes!(person::survey))
        .routes(routes!(hotline::list, hotline::take))
        .layer(Extension(Limits::new()))
}
