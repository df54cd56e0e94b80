//! The JSON face: the same functions as the pages.

mod data;
mod office;
mod public;

use kit::Site;
pub use public::DisclosedJson;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(public::list))
        .routes(routes!(public::removals))
        .routes(routes!(public::held))
        .routes(routes!(data::all))
        .routes(routes!(public::one))
        .routes(routes!(office::matters))
        .routes(routes!(office::matter, office::disclose))
        .routes(routes!(office::withhold))
        .routes(routes!(office::take_down))
}
