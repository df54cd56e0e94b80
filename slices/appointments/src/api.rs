//! The JSON face: the same desk functions as the pages.

mod elected;
mod files;
mod imports;
mod matter;
mod public;
mod seats;
mod shapes;
mod steps;
mod together;
mod vacancies;

use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(matter::list, matter::draft))
        .routes(routes!(matter::one, steps::revise))
        .routes(routes!(steps::submit))
        .routes(routes!(steps::examine))
        .routes(routes!(steps::document))
        .routes(routes!(files::fetch))
        .routes(routes!(files::add))
        .routes(routes!(steps::exam))
        .routes(routes!(steps::speech))
        .routes(routes!(steps::put_on))
        .routes(routes!(steps::vote))
        .routes(routes!(steps::announce))
        .routes(routes!(steps::letter))
        .routes(routes!(steps::oath))
        .routes(routes!(steps::file))
        .routes(routes!(steps::withdraw))
        .routes(routes!(matter::paper))
        .routes(routes!(together::take))
        .routes(routes!(seats::list, seats::add))
        .routes(routes!(seats::change))
        .routes(routes!(seats::enter))
        .routes(routes!(seats::leave))
        .routes(routes!(elected::list))
        .routes(routes!(elected::name))
        .routes(routes!(elected::swear))
        .routes(routes!(seats::record))
        .routes(routes!(seats::rule, seats::keep_rule))
        .routes(routes!(public::list))
        .routes(routes!(vacancies::list))
        .routes(routes!(vacancies::one))
        .merge(OpenApiRouter::new().routes(routes!(imports::list, imports::upload)).layer(body_limit(&Limits::USUAL)))
        .routes(routes!(imports::show, imports::remove))
        .routes(routes!(imports::commit))
}
