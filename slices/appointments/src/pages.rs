//! The pages. Each reads a form or an address, calls one desk function, and shows or sends on.

mod act;
mod both;
mod elected;
mod fields;
mod file;
pub(crate) mod imports;
mod list;
mod new;
mod paper;
mod person;
mod place;
mod public;
mod rule;
mod seat;
mod seats;
mod show;
mod together;
mod vacancies;

use axum::{
    Router,
    routing::{get, post},
};
use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};

pub(crate) use paper::given_paper;
pub(crate) use person::record_of;
pub(crate) use vacancies::{area as area_seen, months as months_ahead};

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/appointments/announcements", get(public::show))
        .route("/appointments", get(list::show).post(new::create))
        .route("/appointments/new", get(new::new))
        .route("/appointments/together", get(together::ask).post(together::take))
        .route("/appointments/list", get(list::export))
        .route("/appointments/rule", get(rule::ask).post(rule::keep))
        .route("/appointments/offices", get(seats::show).post(seats::add))
        .route("/appointments/offices/new", get(seats::new))
        .route("/appointments/offices/list", get(seats::export))
        .route("/appointments/offices/{seat}", get(seat::show).post(seat::change))
        .route("/appointments/offices/{seat}/holders", post(seat::enter))
        .route("/appointments/holdings/{holding}/leaving", get(seat::ask_leave).post(seat::leave))
        .route("/appointments/holdings/{holding}/oath", get(elected::ask_oath).post(elected::swear))
        .route("/appointments/elections", get(elected::list))
        .route("/appointments/elections/{election}", get(elected::show).post(elected::name))
        .route("/appointments/vacancies", get(vacancies::show))
        .route("/appointments/vacancies/list", get(vacancies::export))
        .route("/appointments/vacancies/{congress}", get(vacancies::one))
        .route("/appointments/people/{appointee}", get(person::show))
        .route("/appointments/{id}", get(show::show))
        .route("/appointments/{id}/revision", post(act::revise))
        .route("/appointments/{id}/submission", post(act::submit))
        .route("/appointments/{id}/examination", post(act::examine))
        .route("/appointments/{id}/documents", post(file::document))
        .route("/appointments/{id}/documents/{n}", get(file::fetch))
        .route("/appointments/{id}/files", post(file::file))
        .route("/appointments/{id}/exams", post(act::exam))
        .route("/appointments/{id}/speeches", post(act::speech))
        .route("/appointments/{id}/agenda", post(act::agenda))
        .route("/appointments/{id}/vote", post(act::vote))
        .route("/appointments/{id}/announcement", post(act::announce))
        .route("/appointments/{id}/letter", post(act::letter))
        .route("/appointments/{id}/oath", post(act::oath))
        .route("/appointments/{id}/filing", post(act::file))
        .route("/appointments/{id}/withdrawal", post(act::withdraw))
        .route("/appointments/{id}/papers/{paper}", get(paper::give_paper))
        .route(
            "/congresses/{id}/holder-imports",
            get(imports::list).post(imports::upload).layer(body_limit(&Limits::USUAL)),
        )
        .route("/imports/holders/template.xlsx", get(imports::template))
        .route("/imports/holders/{id}", get(imports::show))
        .route("/imports/holders/{id}/commit", post(imports::commit))
        .route("/imports/holders/{id}/problems.xlsx", get(imports::problems))
        .route("/imports/holders/{id}/removal", post(imports::drop))
}
