//! The pages. Each reads a form or an address, calls one desk function, and shows or sends on.

mod act;
mod attach;
mod consult;
mod discard;
mod end;
mod export;
mod index;
mod names;
mod on_paper;
mod organ;
mod paper;
mod papers;
mod reason;
mod report;
mod review;
mod sheet;
mod show;
mod signers;
mod terms;

use axum::{
    Router,
    routing::{get, post},
};
use kit::Site;

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/bills", get(index::show).post(sheet::create))
        .route("/bills/new", get(sheet::new))
        .route("/bills/organ", get(organ::new).post(organ::create))
        .route("/bills/paper", get(on_paper::new).post(on_paper::create))
        .route("/bills/list", get(export::list))
        .route("/bills/report", get(report::show))
        .route("/bills/report/list", get(report::export))
        .route("/bills/report/papers/{paper}", get(papers::report))
        .route("/bills/terms/{session}", get(terms::ask).post(terms::lay))
        .route("/bills/{id}", get(show::show).post(sheet::update))
        .route("/bills/{id}/edit", get(sheet::edit))
        .route("/bills/{id}/sheet", get(paper::sheet))
        .route("/bills/{id}/papers", get(papers::list))
        .route("/bills/{id}/papers/{paper}", get(papers::fetch))
        .route("/bills/{id}/attachments", post(attach::add))
        .route("/bills/{id}/attachments/{file}", get(attach::fetch))
        .route("/bills/{id}/attachments/{file}/removal", post(attach::remove))
        .route("/bills/{id}/signers", get(signers::choose).post(signers::ask))
        .route("/bills/{id}/signature", post(act::sign))
        .route("/bills/{id}/signature/removal", post(act::decline))
        .route("/bills/{id}/submission", post(act::submit))
        .route("/bills/{id}/removal", get(discard::ask).post(discard::discard))
        .route("/bills/{id}/number", post(act::number))
        .route("/bills/{id}/return", get(reason::ask_return).post(reason::give_back))
        .route("/bills/{id}/review", get(review::ask_review).post(review::review))
        .route("/bills/{id}/consultation", get(consult::ask).post(consult::consult))
        .route("/bills/{id}/consultation/answer", get(consult::ask_voice).post(consult::speak))
        .route("/bills/{id}/decision", get(review::ask_decision).post(review::decide))
        .route("/bills/{id}/withdrawal", get(reason::ask_withdrawal).post(reason::withdraw))
        .route("/bills/{id}/consent", get(end::ask_consent).post(end::consent))
        .route("/bills/{id}/vote", get(end::ask_vote).post(end::vote))
        .route("/bills/{id}/findings", get(reason::ask_findings).post(reason::find))
}
