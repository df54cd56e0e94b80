//! The JSON face: the same desk functions as the pages.

mod mine;
mod office;
mod roster;
mod shapes;
mod station;
mod turn;

use kit::Site;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(office::stations))
        .routes(routes!(office::coverage))
        .routes(routes!(office::settings, office::set))
        .routes(routes!(station::turns))
        .routes(routes!(station::patterns, station::make))
        .routes(routes!(station::end))
        .routes(routes!(station::rosters, station::generate))
        .routes(routes!(roster::one, roster::discard))
        .routes(routes!(roster::regenerate))
        .routes(routes!(roster::publish))
        .routes(routes!(roster::add))
        .routes(routes!(turn::one))
        .routes(routes!(turn::mark))
        .routes(routes!(turn::change))
        .routes(routes!(turn::code))
        .routes(routes!(mine::show))
        .routes(routes!(mine::leave))
        .routes(routes!(mine::end_leave))
        .routes(routes!(mine::ask))
        .routes(routes!(mine::accept))
        .routes(routes!(mine::decline))
        .routes(routes!(mine::withdraw))
        .routes(routes!(mine::here))
}
