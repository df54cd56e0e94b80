//! The JSON face: the same desk functions as the pages.

mod annual;
mod evaluation;
mod evidence;
mod inquiry;
mod key;
mod letter;
mod papers;
mod public;
mod run;
mod statistics;

use kit::Site;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(key::list))
        .routes(routes!(key::mark))
        .routes(routes!(key::one))
        .routes(routes!(key::plan))
        .routes(routes!(key::finish))
        .routes(routes!(key::visit))
        .routes(routes!(key::report))
        .routes(routes!(key::policy))
        .routes(routes!(key::conclude))
        .routes(routes!(key::lift))
        .routes(routes!(papers::of_key))
        .routes(routes!(letter::list))
        .routes(routes!(letter::issue))
        .routes(routes!(letter::one))
        .routes(routes!(letter::answer))
        .routes(routes!(letter::ask_again))
        .routes(routes!(letter::close))
        .routes(routes!(letter::withdraw))
        .routes(routes!(papers::of_letter))
        .routes(routes!(evidence::list, evidence::lay))
        .routes(routes!(evidence::fetch))
        .routes(routes!(letter::cases))
        .routes(routes!(letter::own))
        .routes(routes!(statistics::of))
        .routes(routes!(run::run))
        .routes(routes!(statistics::cases))
        .routes(routes!(statistics::deputies))
        .routes(routes!(statistics::delegations))
        .routes(routes!(annual::of, annual::write))
        .routes(routes!(papers::of_statistics))
        .routes(routes!(papers::of_evaluation))
        .routes(routes!(evaluation::list, evaluation::draft))
        .routes(routes!(evaluation::one))
        .routes(routes!(public::list))
        .routes(routes!(public::one))
        .routes(routes!(evaluation::revise))
        .routes(routes!(evaluation::open))
        .routes(routes!(evaluation::compute))
        .routes(routes!(evaluation::tell))
        .routes(routes!(evaluation::decide))
        .routes(routes!(evaluation::publish))
        .routes(routes!(evaluation::vote))
        .routes(routes!(evaluation::score))
        .routes(routes!(evaluation::appeal))
        .routes(routes!(evaluation::rule))
        .routes(routes!(inquiry::list_all))
        .routes(routes!(inquiry::begin))
        .routes(routes!(inquiry::one))
        .routes(routes!(inquiry::tell))
        .routes(routes!(inquiry::hold))
        .routes(routes!(inquiry::ask))
        .routes(routes!(inquiry::answer, inquiry::strike))
        .routes(routes!(inquiry::vote))
        .routes(routes!(inquiry::list))
        .routes(routes!(inquiry::plan))
        .routes(routes!(inquiry::report))
        .routes(routes!(inquiry::send_back))
        .routes(routes!(inquiry::settle))
        .routes(routes!(inquiry::conclude))
        .routes(routes!(inquiry::call_off))
        .routes(routes!(papers::of_inquiry))
}
