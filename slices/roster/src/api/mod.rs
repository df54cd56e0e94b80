//! JSON: the same desk functions as the pages.

mod bodies;
mod cards;
mod contacts;
mod imports;
mod mandates;
mod people;
mod places;
mod sessions;
mod terms;

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::Id;
use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

/// The JSON API of the roster with its part of the document.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(people::search))
        .routes(routes!(people::show, people::amend))
        .routes(routes!(people::create))
        .routes(routes!(people::duplicates))
        .routes(routes!(people::merge))
        .routes(routes!(people::undo))
        .routes(routes!(contacts::show, contacts::amend))
        .routes(routes!(contacts::open))
        .routes(routes!(mandates::elect))
        .routes(routes!(mandates::show))
        .routes(routes!(mandates::step))
        .routes(routes!(mandates::correct))
        .routes(routes!(mandates::place))
        .routes(routes!(mandates::give))
        .routes(routes!(mandates::lay_down))
        .routes(routes!(mandates::strike))
        .routes(routes!(terms::deputies))
        .routes(routes!(terms::list, terms::enter))
        .routes(routes!(terms::show))
        .routes(routes!(sessions::session))
        .routes(routes!(sessions::close_session))
        .routes(routes!(places::rename_delegation, places::remove_delegation))
        .routes(routes!(places::amend_constituency, places::remove_constituency))
        .routes(routes!(places::correct_session))
        .routes(routes!(places::correct_beginning))
        .routes(routes!(terms::delegation))
        .routes(routes!(terms::constituency))
        .routes(routes!(terms::confirm))
        .routes(routes!(terms::elect_again))
        .routes(routes!(terms::change))
        .routes(routes!(bodies::list))
        .routes(routes!(bodies::show))
        .routes(routes!(bodies::create))
        .routes(routes!(bodies::rename))
        .routes(routes!(bodies::delegate))
        .routes(routes!(cards::show, cards::keep))
        .routes(routes!(bodies::transfer))
        .routes(routes!(bodies::close))
        .routes(routes!(bodies::reopen))
        .routes(routes!(bodies::areas))
        .routes(routes!(bodies::area))
        .merge(OpenApiRouter::new().routes(routes!(imports::list, imports::upload)).layer(body_limit(&Limits::USUAL)))
        .routes(routes!(imports::show, imports::remove))
        .routes(routes!(imports::commit))
}

/// What was made.
#[derive(Serialize, ToSchema)]
pub struct Made {
    /// Its identity.
    pub id: Uuid,
}

/// 201 with the identity of what was made.
fn made<N>(id: Id<N>) -> Response {
    (StatusCode::CREATED, Json(Made { id: id.uuid() })).into_response()
}

/// One page of a list.
#[derive(Serialize, ToSchema)]
pub struct Listed<T> {
    /// The lines.
    pub items: Vec<T>,
    /// Hand this back as `after` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many lines there are in all, counted up to 10,001.
    pub total: i64,
}
