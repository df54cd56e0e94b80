//! The pages. Each reads a form or an address, calls one desk function, and shows or sends on.

mod annual;
mod ask;
mod cases;
mod counted;
mod dimensions;
mod evaluation;
mod evaluation_unit;
mod evaluations;
mod evidence;
mod inquiries;
mod inquiry;
mod inquiry_forms;
mod inquiry_list;
mod key;
mod key_forms;
mod keys;
mod letter;
mod letters;
mod papers;
mod place;
mod public;
mod report;
mod scheme_compared;
mod signers;
mod statistics;
mod tabs;
mod votes;

use axum::{
    Router,
    routing::{get, post},
};
use kit::Site;

pub(crate) use annual::{annual_paper, wanted};
pub(crate) use papers::{evaluation_paper, inquiry_paper, key_paper, letter_paper};
pub(crate) use public::standings;

/// Special inquiries.
fn inquiries() -> Router<Site> {
    Router::new()
        .route("/supervision/inquiries", get(inquiries::show).post(inquiries::create))
        .route("/supervision/inquiries/new", get(inquiries::new))
        .route("/supervision/inquiries/list", get(inquiries::export))
        .route("/supervision/inquiries/{id}", get(inquiry::show))
        .route("/supervision/inquiries/{id}/papers/{paper}", get(papers::of_inquiry))
        .route("/supervision/inquiries/{id}/questions/list", get(inquiry_list::questions))
        .route("/supervision/inquiries/{id}/items/list", get(inquiry_list::items))
        .route("/supervision/inquiries/{id}/telling", post(inquiry::tell))
        .route("/supervision/inquiries/{id}/holding", post(inquiry::hold))
        .route("/supervision/inquiries/{id}/questions", get(inquiry_forms::ask_ask).post(inquiry_forms::ask))
        .route(
            "/supervision/inquiries/{id}/questions/{entry}",
            get(inquiry_forms::ask_answer).post(inquiry_forms::answer),
        )
        .route("/supervision/inquiries/{id}/questions/{entry}/removal", post(inquiry::strike))
        .route("/supervision/inquiries/{id}/votes", get(inquiry_forms::ask_vote).post(inquiry_forms::vote))
        .route("/supervision/inquiries/{id}/items", get(inquiry_forms::ask_list).post(inquiry_forms::list))
        .route("/supervision/inquiries/{id}/items/{entry}/plan", get(inquiry_forms::ask_plan).post(inquiry_forms::plan))
        .route(
            "/supervision/inquiries/{id}/items/{entry}/report",
            get(inquiry_forms::ask_report).post(inquiry_forms::report),
        )
        .route(
            "/supervision/inquiries/{id}/items/{entry}/return",
            get(inquiry_forms::ask_send_back).post(inquiry_forms::send_back),
        )
        .route(
            "/supervision/inquiries/{id}/items/{entry}/closure",
            get(inquiry_forms::ask_settle).post(inquiry_forms::settle),
        )
        .route("/supervision/inquiries/{id}/conclusion", get(inquiry_forms::ask_conclude).post(inquiry_forms::conclude))
        .route("/supervision/inquiries/{id}/removal", get(inquiry_forms::ask_call_off).post(inquiry_forms::call_off))
}

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .merge(inquiries())
        .route("/supervision", get(keys::show))
        .route("/evaluations", get(public::list))
        .route("/evaluations/{id}", get(public::one))
        .route("/supervision/keys", post(keys::create))
        .route("/supervision/keys/new", get(keys::new))
        .route("/supervision/keys/list", get(keys::export))
        .route("/supervision/keys/{id}", get(key::show))
        .route("/supervision/keys/{id}/papers/{paper}", get(papers::of_key))
        .route("/supervision/keys/{id}/steps", get(key_forms::ask_plan).post(key_forms::plan))
        .route("/supervision/keys/{id}/steps/{entry}", get(key_forms::ask_finish).post(key_forms::finish))
        .route("/supervision/keys/{id}/visits", get(key_forms::ask_visit).post(key_forms::visit))
        .route("/supervision/keys/{id}/reports", get(key_forms::ask_report).post(key_forms::report))
        .route("/supervision/keys/{id}/policies", get(key_forms::ask_policy).post(key_forms::policy))
        .route("/supervision/keys/{id}/conclusion", get(key_forms::ask_conclude).post(key_forms::conclude))
        .route("/supervision/keys/{id}/removal", get(key_forms::ask_lift).post(key_forms::lift))
        .route("/supervision/letters", get(letters::show).post(letters::create))
        .route("/supervision/letters/new", get(letters::new))
        .route("/supervision/letters/list", get(letters::export))
        .route("/supervision/letters/{id}", get(letter::show))
        .route("/supervision/letters/{id}/sheet", get(letter::paper))
        .route("/supervision/letters/{id}/papers/{paper}", get(papers::of_letter))
        .route("/supervision/letters/{id}/answer", get(letter::ask_answer).post(letter::answer))
        .route("/supervision/letters/{id}/return", get(letter::ask_ask_again).post(letter::ask_again))
        .route("/supervision/letters/{id}/closure", get(letter::ask_close).post(letter::close))
        .route("/supervision/letters/{id}/removal", get(letter::ask_withdraw).post(letter::withdraw))
        .route("/supervision/evidence/{of}", get(evidence::show).post(evidence::lay))
        .route("/supervision/evidence/{of}/{file}", get(evidence::fetch))
        .route("/supervision/cases", get(cases::show))
        .route("/supervision/cases/list", get(cases::export))
        .route("/supervision/cases/{id}/owner", get(cases::ask_owner).post(cases::own))
        .route("/supervision/statistics", get(statistics::show))
        .route("/supervision/statistics/list", get(statistics::export))
        .route("/supervision/statistics/cases", get(counted::show))
        .route("/supervision/statistics/cases/list", get(counted::export))
        .route("/supervision/statistics/deputies", get(signers::show))
        .route("/supervision/statistics/deputies/list", get(signers::export))
        .route("/supervision/statistics/delegations/list", get(signers::export_delegations))
        .route("/supervision/statistics/report", get(report::show))
        .route("/supervision/statistics/report/papers/{paper}", get(annual::paper))
        .route("/supervision/statistics/report/words", get(annual::ask).post(annual::write))
        .route("/supervision/evaluations", get(evaluations::show).post(evaluations::create))
        .route("/supervision/evaluations/new", get(evaluations::new))
        .route("/supervision/evaluations/{id}", get(evaluation::show))
        .route("/supervision/evaluations/{id}/papers/{paper}", get(papers::of_evaluation))
        .route("/supervision/evaluations/{id}/list", get(evaluation::export))
        .route("/supervision/evaluations/{id}/scheme", get(evaluations::ask_revise).post(evaluations::revise))
        .route("/supervision/evaluations/{id}/opening", post(evaluation::open))
        .route("/supervision/evaluations/{id}/computation", post(evaluation::compute))
        .route("/supervision/evaluations/{id}/telling", post(evaluation::tell))
        .route("/supervision/evaluations/{id}/decision", post(evaluation::decide))
        .route("/supervision/evaluations/{id}/publication", post(evaluation::publish))
        .route("/supervision/evaluations/{id}/units/{unit}", get(evaluation_unit::show))
        .route("/supervision/evaluations/{id}/units/{unit}/votes", get(votes::ask).post(votes::enter))
        .route(
            "/supervision/evaluations/{id}/units/{unit}/score",
            get(evaluation_unit::ask_score).post(evaluation_unit::score),
        )
        .route(
            "/supervision/evaluations/{id}/units/{unit}/appeal",
            get(evaluation_unit::ask_appeal).post(evaluation_unit::appeal),
        )
        .route(
            "/supervision/evaluations/{id}/units/{unit}/ruling",
            get(evaluation_unit::ask_rule).post(evaluation_unit::rule),
        )
}
