//! The pages. Each reads a form or an address, calls one desk function, and shows or sends on.

mod announce;
mod ask;
mod candidates;
mod certificates;
mod count;
mod decide;
mod district;
mod export;
mod hearing;
pub(crate) mod imports;
mod leader;
mod leaders;
mod leave;
mod list;
mod mobile;
mod notices;
mod number;
mod objections;
mod paper;
mod postpone;
mod primary;
mod progress;
mod settle;
mod show;
mod voters;

use axum::{
    Router,
    routing::{get, post},
};
use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};

pub(crate) use certificates::{all_certificates, certificate_paper};
pub(crate) use notices::notice_paper;
pub(crate) use paper::count_paper;
pub(crate) use progress::{area, level};

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/elections", get(list::show).post(announce::create))
        .route("/elections/new", get(announce::new))
        .route("/elections/progress", get(progress::show))
        .route("/elections/progress/list", get(progress::export))
        .route("/elections/certificates", get(certificates::register))
        .route("/elections/certificates/list", get(certificates::export))
        .route("/elections/certificates/{id}/papers/{paper}", get(certificates::give_paper))
        .route("/elections/{id}", get(show::show))
        .route("/elections/{id}/papers/{paper}", get(certificates::give_all))
        .route("/elections/{id}/list", get(export::export))
        .route("/elections/{id}/districts", post(district::create))
        .route("/elections/{id}/districts/new", get(district::new))
        .route("/elections/{id}/nominations", post(candidates::open))
        .route("/elections/{id}/first-list", post(candidates::post))
        .route("/elections/{id}/candidates", get(candidates::ask_fix).post(candidates::fix))
        .route("/elections/{id}/number", get(number::ask).post(number::set))
        .route("/elections/{id}/ballot", get(count::ask_link).post(count::link))
        .route("/elections/{id}/result", post(count::take))
        .route("/elections/{id}/certification", post(settle::certify))
        .route("/elections/{id}/confirmation", post(settle::confirm))
        .route("/elections/{id}/day", get(postpone::ask).post(postpone::postpone))
        .route("/elections/{id}/cancellation", get(settle::ask_cancel).post(settle::cancel))
        .route("/elections/districts/{id}", get(district::ask_keep).post(district::keep))
        .route("/elections/districts/{id}/candidates", get(candidates::ask_nominate).post(candidates::nominate))
        .route("/elections/districts/{id}/rounds", get(count::ask_enter).post(count::enter))
        .route("/elections/districts/{id}/recount", get(count::ask_recount).post(count::recount))
        .route("/elections/districts/{id}/rounds/{n}/papers/{paper}", get(paper::give_paper))
        .route("/elections/districts/{id}/voters", get(voters::list).post(voters::add))
        .route("/elections/districts/{id}/voters/new", get(voters::ask_add))
        .route("/elections/districts/{id}/voters/list", get(voters::export))
        .route("/elections/districts/{id}/objections", get(objections::list).post(objections::create))
        .route("/elections/districts/{id}/objections/new", get(objections::new))
        .route("/elections/objections/{id}", get(objections::show))
        .route("/elections/objections/{id}/decision", get(hearing::ask_decide).post(hearing::decide))
        .route("/elections/objections/{id}/suit", get(hearing::ask_sue).post(hearing::sue))
        .route("/elections/objections/{id}/judgment", get(hearing::ask_judge).post(hearing::judge))
        .route("/elections/districts/{id}/boxes", get(mobile::list).post(mobile::create))
        .route("/elections/districts/{id}/boxes/new", get(mobile::new))
        .route("/elections/boxes/{id}", get(mobile::ask_keep).post(mobile::keep))
        .route("/elections/boxes/{id}/removal", post(mobile::withdraw))
        .route("/elections/districts/{id}/preliminary", get(primary::ask).post(primary::enter))
        .route("/elections/{id}/follow-up", get(primary::ask_again).post(primary::hold_again))
        .route("/elections/voters/{id}/striking", get(voters::ask_strike).post(voters::strike))
        .route(
            "/congresses/{id}/voter-imports",
            get(imports::list).post(imports::upload).layer(body_limit(&Limits::USUAL)),
        )
        .route("/imports/voters/template.xlsx", get(imports::template))
        .route("/imports/voters/{id}", get(imports::show))
        .route("/imports/voters/{id}/commit", post(imports::commit))
        .route("/imports/voters/{id}/problems.xlsx", get(imports::problems))
        .route("/imports/voters/{id}/removal", post(imports::drop))
        .route("/elections/candidates/{id}/removal", post(candidates::withdraw))
        .route("/vacancies", get(leave::vacancies))
        .route("/departures", get(leave::list).post(leave::create))
        .route("/departures/new", get(leave::new))
        .route("/departures/{id}", get(leave::show))
        .route("/departures/{id}/decision", get(decide::ask_decide).post(decide::decide))
        .route("/departures/{id}/publication", post(decide::announce))
        .route("/departures/{id}/filing", get(decide::ask_file).post(decide::file))
        .route("/leader-departures", get(leaders::list).post(leaders::create))
        .route("/leader-departures/new", get(leaders::new))
        .route("/leader-departures/{id}", get(leaders::show))
        .route("/leader-departures/{id}/decision", get(leader::ask_decide).post(leader::decide))
        .route("/leader-departures/{id}/approval", get(leader::ask_approve).post(leader::approve))
        .route("/leader-departures/{id}/publication", post(leader::announce))
        .route("/certificates", get(certificates::door))
        .route("/certificates/{code}", get(certificates::check))
        .route("/announcements", get(notices::list))
        .route("/announcements/{id}", get(notices::show))
        .route("/announcements/{id}/papers/{paper}", get(notices::give_paper))
}
