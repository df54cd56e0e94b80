//! The pages. Deputies look up their turns, take leave and ask for swaps; keepers and the office plan and note who was there.

mod code;
mod coverage;
mod home;
mod mine;
mod pattern;
mod roster;
mod setting;
mod station;
mod turn;

use axum::{
    Router,
    routing::{get, post},
};
use kit::{
    Site,
    web::{Form, Wrong},
};

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/duty", get(home::show))
        .route("/duty/mine.ics", get(mine::calendar))
        .route("/duty/leaves", post(mine::leave))
        .route("/duty/leaves/{id}/removal", post(mine::end_leave))
        .route("/duty/seats/{id}", get(mine::seat))
        .route("/duty/seats/{id}/swaps", post(mine::ask))
        .route("/duty/swaps/{id}/{answer}", post(mine::answer))
        .route("/duty/here/{token}", get(code::ask).post(code::here))
        .route("/duty/settings", get(setting::show).post(setting::set))
        .route("/duty/coverage", get(coverage::show))
        .route("/duty/coverage/{kind}", get(coverage::export))
        .route("/duty/stations/{id}", get(station::show))
        .route("/duty/stations/{id}/calendar.ics", get(station::calendar))
        .route("/duty/stations/{id}/turns/{kind}", get(station::export))
        .route("/duty/stations/{id}/papers/{name}", get(station::paper))
        .route("/duty/stations/{id}/patterns", get(pattern::show).post(pattern::make))
        .route("/duty/stations/{id}/rosters", post(roster::generate))
        .route("/duty/patterns/{id}/ending", post(pattern::end))
        .route("/duty/rosters/{id}", get(roster::show))
        .route("/duty/rosters/{id}/regeneration", post(roster::regenerate))
        .route("/duty/rosters/{id}/publication", post(roster::publish))
        .route("/duty/rosters/{id}/removal", post(roster::discard))
        .route("/duty/rosters/{id}/turns", post(roster::add))
        .route("/duty/turns/{id}", get(turn::show))
        .route("/duty/turns/{id}/attendance", post(turn::mark))
        .route("/duty/turns/{id}/changes", post(turn::change))
        .route("/duty/turns/{id}/code", post(code::make))
}

pub use coverage::congress as congress_seen;

/// A small number of a form.
fn small(form: &mut Form, name: &str) -> Option<u8> {
    let number: i64 = form.take(name)?;
    let read = u8::try_from(number).ok();
    if read.is_none() {
        form.refuse(name, Wrong::new("kit-form-number"));
    }
    read
}

/// Small numbers with anything between that is no digit.
fn numbers(form: &mut Form, name: &str) -> Vec<u8> {
    let text = kernel::plain(form.value(name));
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let read: Option<Vec<u8>> = parts.take(40).map(|part| part.parse().ok()).collect();
    if read.is_none() {
        form.refuse(name, Wrong::new("kit-form-number"));
    }
    read.unwrap_or_default()
}
