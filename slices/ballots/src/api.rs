//! The JSON face: the same desk functions as the pages.

mod ballot;
mod method;
mod paper;
mod round;
mod shapes;
mod signed;
mod steps;

use kit::Site;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(ballot::list, ballot::draft))
        .routes(routes!(ballot::one))
        .routes(routes!(ballot::revise))
        .routes(routes!(ballot::open))
        .routes(routes!(round::one))
        .routes(routes!(steps::name_teller))
        .routes(routes!(steps::declare))
        .routes(routes!(steps::empty_boxes))
        .routes(routes!(round::enter))
        .routes(routes!(round::recount))
        .routes(routes!(round::read))
        .routes(routes!(steps::report))
        .routes(routes!(steps::decide_tie))
        .routes(routes!(steps::announce))
        .routes(routes!(steps::correct))
        .routes(routes!(steps::call_off))
        .routes(routes!(paper::of_ballot))
        .routes(routes!(paper::of_round))
        .routes(routes!(method::list))
        .routes(routes!(method::one, method::adopt))
        .routes(routes!(signed::lay))
        .routes(routes!(signed::fetch))
        .merge(crate::secret::api::api())
}
