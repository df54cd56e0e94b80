//! The JSON face: the same functions as the pages.

mod hooks;
mod inbox;
mod settings;

use kit::Site;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(inbox::list))
        .routes(routes!(inbox::read_all))
        .routes(routes!(inbox::read))
        .routes(routes!(settings::show, settings::choose))
        .routes(routes!(settings::name, settings::forget))
        .routes(routes!(settings::confirm))
        .routes(routes!(hooks::list, hooks::create))
        .routes(routes!(hooks::show, hooks::remove))
        .routes(routes!(hooks::replace_secret))
        .routes(routes!(hooks::retire))
        .routes(routes!(hooks::pause, hooks::resume))
        .routes(routes!(hooks::ping))
        .routes(routes!(hooks::resend))
}
