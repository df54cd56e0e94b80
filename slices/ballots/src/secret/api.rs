//! The JSON face of a hall, by name. What phones do without a name is in [`super::booth`].

mod phone;
mod steps;

use kit::Site;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of halls.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(steps::one, steps::begin))
        .routes(routes!(steps::commit))
        .routes(routes!(steps::key))
        .routes(routes!(steps::decryption))
        .routes(routes!(steps::presence))
        .routes(routes!(steps::roll, steps::freeze_roll))
        .routes(routes!(steps::freeze))
        .routes(routes!(steps::opening))
        .routes(routes!(steps::close))
        .routes(routes!(steps::again))
        .routes(routes!(steps::void))
        .routes(routes!(phone::device))
        .routes(routes!(phone::collect))
        .routes(routes!(phone::confirm))
}
