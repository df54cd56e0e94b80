//! The JSON face: the same desk functions as the pages.

mod election;
mod imports;
mod leaders;
mod leave;
mod mobile;
mod objections;
mod public;
mod shapes;
mod steps;
mod voters;

use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(election::list, election::announce))
        .routes(routes!(election::one))
        .routes(routes!(election::draw))
        .routes(routes!(election::keep))
        .routes(routes!(election::nominate))
        .routes(routes!(election::withdraw))
        .routes(routes!(election::enter))
        .routes(routes!(election::recount))
        .routes(routes!(election::progress))
        .routes(routes!(steps::open))
        .routes(routes!(steps::post))
        .routes(routes!(steps::fix))
        .routes(routes!(steps::number))
        .routes(routes!(steps::link))
        .routes(routes!(steps::take))
        .routes(routes!(steps::certify))
        .routes(routes!(steps::confirm))
        .routes(routes!(steps::postpone))
        .routes(routes!(steps::cancel))
        .routes(routes!(leave::vacancies))
        .routes(routes!(leave::list, leave::receive))
        .routes(routes!(leave::one))
        .routes(routes!(leave::decide))
        .routes(routes!(leave::announce))
        .routes(routes!(leave::file))
        .routes(routes!(leaders::list, leaders::receive))
        .routes(routes!(leaders::one))
        .routes(routes!(leaders::decide))
        .routes(routes!(leaders::approve))
        .routes(routes!(leaders::announce))
        .routes(routes!(voters::list, voters::add))
        .routes(routes!(voters::strike))
        .merge(OpenApiRouter::new().routes(routes!(imports::list, imports::upload)).layer(body_limit(&Limits::USUAL)))
        .routes(routes!(imports::show, imports::remove))
        .routes(routes!(imports::commit))
        .routes(routes!(objections::list, objections::receive))
        .routes(routes!(objections::one))
        .routes(routes!(objections::decide))
        .routes(routes!(objections::sue))
        .routes(routes!(objections::judge))
        .routes(routes!(mobile::list, mobile::send))
        .routes(routes!(mobile::keep, mobile::withdraw))
        .routes(routes!(mobile::preliminary))
        .routes(routes!(mobile::again))
        .routes(routes!(public::register))
        .routes(routes!(public::certificate_paper))
        .routes(routes!(public::all_certificates))
        .routes(routes!(public::check))
        .routes(routes!(public::list))
        .routes(routes!(public::one))
        .routes(routes!(public::notice_paper))
        .routes(routes!(public::count_paper))
}
