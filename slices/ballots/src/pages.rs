//! The pages. Each reads a form or an address, calls one desk function, and shows or sends on.

mod export;
mod fields;
mod item;
mod list;
mod method;
mod namesakes;
mod open;
mod paper;
mod prepare;
mod readings;
mod reason;
mod round;
mod screen;
mod sheet;
mod signed;
mod tellers;
mod tie;

use axum::{
    Router,
    routing::{get, post},
};
use kit::Site;

pub(crate) use fields::number;
pub(crate) use item::numbered;
pub(crate) use paper::{ballot_paper, round_paper};

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/ballots", get(list::show).post(prepare::create))
        .route("/ballots/new", get(prepare::new))
        .route("/ballots/methods", get(method::all))
        .route("/ballots/methods/{assembly}/{kind}", get(method::show))
        .route("/ballots/methods/{assembly}/{kind}/change", get(method::ask).post(method::adopt))
        .route("/ballots/{id}", get(item::show))
        .route("/ballots/{id}/method", post(prepare::take_over))
        .route("/ballots/{id}/settings", get(prepare::ask_revise).post(prepare::revise))
        .route("/ballots/{id}/papers/{paper}", get(paper::give_sheet))
        .route("/ballots/{id}/rounds", post(open::create))
        .route("/ballots/{id}/rounds/new", get(open::new))
        .route("/ballots/rounds/{id}", get(round::show))
        .route("/ballots/rounds/{id}/tellers", get(tellers::ask_name).post(tellers::name))
        .route("/ballots/rounds/{id}/declaration", get(tellers::ask_declare).post(tellers::declare))
        .route("/ballots/rounds/{id}/boxes", get(sheet::ask_boxes).post(sheet::boxes))
        .route("/ballots/rounds/{id}/bundles/{box}/{n}", get(sheet::ask_enter).post(sheet::enter))
        .route("/ballots/rounds/{id}/bundles/{box}/{n}/recount", post(sheet::recount))
        .route("/ballots/rounds/{id}/write-ins", get(readings::ask_read).post(readings::read))
        .route("/ballots/rounds/{id}/report", post(round::report))
        .route("/ballots/rounds/{id}/announcement", post(round::announce))
        .route("/ballots/rounds/{id}/tie", get(tie::ask).post(tie::decide))
        .route("/ballots/rounds/{id}/correction", get(reason::ask_correct).post(reason::correct))
        .route("/ballots/rounds/{id}/removal", get(reason::ask_call_off).post(reason::call_off))
        .route("/ballots/rounds/{id}/signed", post(signed::lay))
        .route("/ballots/rounds/{id}/signed/{file}", get(signed::fetch))
        .route("/ballots/rounds/{id}/screen", get(screen::show))
        .route("/ballots/rounds/{id}/papers/{paper}", get(paper::give_paper))
        .route("/ballots/rounds/{id}/list", get(export::export))
        .merge(crate::secret::pages::pages())
}
