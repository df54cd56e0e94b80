//! The JSON face: the same desk functions as the pages.

mod act;
mod consult;
mod files;
mod on_paper;
mod papers;
mod read;
mod shape;
mod write;

use kit::Site;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::one, write::update, write::discard))
        .routes(routes!(read::own))
        .routes(routes!(read::signed))
        .routes(routes!(read::to_sign))
        .routes(routes!(read::report))
        .routes(routes!(papers::all))
        .routes(routes!(papers::one))
        .routes(routes!(papers::report))
        .routes(routes!(read::terms, write::lay_terms))
        .routes(routes!(write::receive))
        .routes(routes!(on_paper::enter))
        .routes(routes!(files::all, files::add))
        .routes(routes!(files::fetch, files::remove))
        .routes(routes!(write::ask))
        .routes(routes!(write::give_back))
        .routes(routes!(write::review))
        .routes(routes!(consult::consult))
        .routes(routes!(consult::speak))
        .routes(routes!(consult::to_answer))
        .routes(routes!(write::decide))
        .routes(routes!(write::withdraw))
        .routes(routes!(write::answer_withdrawal))
        .routes(routes!(write::vote))
        .routes(routes!(write::find))
        .routes(routes!(act::submit))
        .routes(routes!(act::sign, act::decline))
        .routes(routes!(act::number))
}
