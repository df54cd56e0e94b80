//! The JSON face: the same desk functions as the pages.

mod grades;
mod imports;
mod lists;
mod objections;
mod opinions;
mod photos;
mod register;
mod work;
mod years;

use axum::extract::DefaultBodyLimit;
use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(lists::list))
        .routes(routes!(register::found))
        .routes(routes!(register::one, register::revise))
        .routes(routes!(register::change))
        .routes(routes!(register::homes, register::give))
        .routes(routes!(register::end))
        .routes(routes!(register::serving, register::give_further))
        .routes(routes!(register::end_further))
        .routes(routes!(lists::gaps))
        .routes(routes!(lists::events, work::record))
        .routes(routes!(work::one, work::strike))
        .routes(routes!(work::open))
        .merge(OpenApiRouter::new().routes(routes!(photos::add)).layer(DefaultBodyLimit::max(9 << 20)))
        .routes(routes!(photos::one, photos::remove))
        .routes(routes!(opinions::list))
        .routes(routes!(lists::plans, work::plan))
        .routes(routes!(work::drop))
        .routes(routes!(years::one, years::budget))
        .routes(routes!(years::submit))
        .routes(routes!(years::decide))
        .routes(routes!(lists::statistics))
        .routes(routes!(grades::adopt, grades::scheme))
        .routes(routes!(grades::list, grades::apply))
        .routes(routes!(grades::one))
        .routes(routes!(grades::review))
        .routes(routes!(objections::propose))
        .routes(routes!(objections::object))
        .routes(routes!(objections::rule))
        .routes(routes!(grades::publish))
        .routes(routes!(grades::withdraw))
        .merge(OpenApiRouter::new().routes(routes!(imports::list, imports::upload)).layer(body_limit(&Limits::USUAL)))
        .routes(routes!(imports::show, imports::remove))
        .routes(routes!(imports::commit))
}
