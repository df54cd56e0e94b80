//! The JSON face: the same desk functions as the pages.

mod coverage;
mod drafts;
mod imports;
mod kinds;
mod links;
mod shapes;

use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(kinds::list, kinds::make))
        .routes(routes!(kinds::one, kinds::revise))
        .routes(routes!(kinds::uncovered))
        .routes(routes!(drafts::make))
        .routes(routes!(drafts::one, drafts::give_up))
        .routes(routes!(drafts::add))
        .routes(routes!(drafts::remove))
        .routes(routes!(drafts::adopt))
        .routes(routes!(links::list, links::make))
        .routes(routes!(links::mine))
        .routes(routes!(links::one))
        .routes(routes!(links::end))
        .routes(routes!(links::contacts, links::record))
        .merge(OpenApiRouter::new().routes(routes!(imports::list, imports::upload)).layer(body_limit(&Limits::USUAL)))
        .routes(routes!(imports::show, imports::remove))
        .routes(routes!(imports::commit))
        .routes(routes!(coverage::all))
        .routes(routes!(coverage::make))
        .routes(routes!(coverage::remove))
        .routes(routes!(coverage::one))
        .routes(routes!(coverage::areas))
}
