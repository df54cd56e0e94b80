//! The pages: the inbox, one's own settings, the end of letters, and the webhooks of a congress.

mod hooks;
mod inbox;
mod leaving;
mod settings;

use axum::{
    Router,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use kit::Site;

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/notices", get(inbox::show))
        .route("/notices/reading", post(inbox::read_all))
        .route("/notices/{id}", get(inbox::open))
        .route("/notices/{id}/reading", post(inbox::read))
        .route("/notices/settings", get(settings::show).post(settings::choose))
        .route("/notices/address", post(settings::name))
        .route("/notices/address/confirmation", post(settings::confirm))
        .route("/notices/address/removal", post(settings::forget))
        .route("/notices/leaving", get(leaving::ask).post(leaving::leave))
        .merge(webhooks())
}

fn webhooks() -> Router<Site> {
    let at = |end: &str| format!("/webhooks/{{id}}/{end}");
    Router::new()
        .route("/webhooks", get(hooks::list).post(hooks::create))
        .route("/webhooks/{id}", get(hooks::show))
        .route(&at("secret"), post(hooks::replace_secret))
        .route(&at("secret/retirement"), post(hooks::retire))
        .route(&at("pause"), post(hooks::pause))
        .route(&at("pause/removal"), post(hooks::resume))
        .route(&at("removal"), post(hooks::remove))
        .route(&at("ping"), post(hooks::ping))
        .route(&at("calls/{call}/repetition"), post(hooks::resend))
}

/// A page with the number of a refusal.
fn unfit(response: Response) -> Response {
    (axum::http::StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
}
