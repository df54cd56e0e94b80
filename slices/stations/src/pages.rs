//! The pages. Anybody finds an open station; its keepers and the office of the congress keep what happens there.

mod ask;
mod both;
mod events;
mod grades;
mod homes;
pub(crate) mod imports;
pub(crate) mod ledger;
mod lists;
mod objections;
pub(crate) mod photos;
mod plans;
mod public;
pub(crate) mod rows;
mod station;
pub(crate) mod years;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};

pub(crate) use public::seen;

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/stations", get(public::list).post(station::create))
        .route("/stations/new", get(station::new))
        .route("/stations/ledgers/{ledger}", get(lists::show))
        .route("/stations/ledgers/{ledger}/list", get(lists::export))
        .route("/stations/ledgers/{ledger}/print", get(lists::print))
        .route("/stations/schemes", post(grades::create_scheme))
        .route("/stations/schemes/new", get(grades::new_scheme))
        .route("/stations/{id}", get(public::show))
        .route("/stations/{id}/wall", get(public::wall))
        .route("/stations/{id}/edition", get(station::ask_edit).post(station::edit))
        .route("/stations/{id}/stage", get(station::ask_stage).post(station::stage))
        .route("/stations/{id}/homes", get(homes::show).post(homes::add))
        .route("/stations/{id}/homes/{person}/removal", post(homes::remove))
        .route("/stations/{id}/further/{person}/removal", post(homes::remove_further))
        .route("/stations/{id}/receptions", post(events::reception))
        .route("/stations/{id}/receptions/new", get(events::ask_reception))
        .route("/stations/{id}/activities", post(events::activity))
        .route("/stations/{id}/activities/new", get(events::ask_activity))
        .route("/stations/{id}/plans", post(plans::create))
        .route("/stations/{id}/plans/new", get(plans::new))
        .route("/stations/{id}/years/{year}", get(years::show).post(years::budget))
        .route("/stations/{id}/years/{year}/submission", post(years::submit))
        .route("/stations/{id}/years/{year}/decision", post(years::decide))
        .route("/stations/{id}/grades", post(grades::apply))
        .route("/stations/{id}/grades/new", get(grades::ask_apply))
        .route("/stations/events/{id}", get(events::show))
        .route("/stations/events/{id}/print", get(events::print))
        .route(
            "/stations/events/{id}/photos",
            post(photos::add).layer(DefaultBodyLimit::max(photos::MOST_BYTES + (1 << 20))),
        )
        .route("/stations/events/{id}/photos/{file}", get(photos::fetch))
        .route("/stations/events/{id}/photos/{file}/removal", post(photos::remove))
        .route("/stations/events/{id}/removal", post(events::strike))
        .route("/stations/events/{id}/names/opening", post(events::open))
        .route("/stations/plans/{id}/removal", get(plans::ask_drop).post(plans::drop))
        .route("/stations/grades/{id}", get(grades::show))
        .route("/stations/grades/{id}/review", post(grades::review))
        .route("/stations/grades/{id}/proposal", post(objections::propose))
        .route("/stations/grades/{id}/objection", post(objections::object))
        .route("/stations/grades/{id}/ruling", post(objections::rule))
        .route("/stations/grades/{id}/publication", post(grades::publish))
        .route("/stations/grades/{id}/removal", post(grades::withdraw))
        .route(
            "/congresses/{id}/station-imports",
            get(imports::list).post(imports::upload).layer(body_limit(&Limits::USUAL)),
        )
        .route("/imports/stations/template.xlsx", get(imports::template))
        .route("/imports/stations/{id}", get(imports::show))
        .route("/imports/stations/{id}/commit", post(imports::commit))
        .route("/imports/stations/{id}/problems.xlsx", get(imports::problems))
        .route("/imports/stations/{id}/removal", post(imports::drop))
}
