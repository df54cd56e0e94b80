//! The pages. Each reads a form or an address, calls one desk function, and shows or sends on.

mod act;
mod advice;
mod answers;
mod assign;
mod assigning;
mod attach;
mod calendar;
mod call;
mod clocks;
mod contact;
mod cosign;
mod counting;
mod dictionary;
mod differ;
mod discard;
mod doubt;
mod export;
mod handovers;
mod hinted;
mod hold;
mod index;
mod judge;
mod ledger;
mod look;
mod look_back;
mod merge;
mod names;
mod notice;
mod notice_number;
mod object;
mod offers;
mod overview;
mod papers;
mod parts;
mod points;
mod print;
mod promise;
mod promises;
mod promising;
mod rates;
mod reason;
mod reassign;
mod reclass;
mod refuse;
mod reply;
mod room;
mod route;
mod rule_book;
mod rule_kind;
mod rules;
mod scan;
mod sever;
mod sheet;
mod show;
mod showing;
mod similar;
mod split;
mod story;
mod tasks;
mod term_choice;
mod units;
mod why;
mod work;
mod work_list;

pub(crate) use advice::sentence as advised;
pub(crate) use assigning::Place;
pub(crate) use calendar::year as calendar_year;
pub(crate) use handovers::import_of;
pub(crate) use ledger::hand_over_ledger;
pub(crate) use look_back::cutoff;
pub(crate) use notice::{Asked, hand_over_notice};
pub(crate) use papers::shelf;
pub(crate) use promise::standing as promise_standing;
pub(crate) use promises::told as promise_told;
pub(crate) use tasks::tasks_of;
pub(crate) use units::units_of;
pub(crate) use why::span;
pub(crate) use work::awaited;

use axum::{
    Router,
    routing::{get, post},
};
use kit::{
    Site,
    sheets::{Limits, pages::body_limit},
};

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    Router::new()
        .route("/suggestions", get(index::show).post(sheet::create))
        .route("/suggestions/new", get(sheet::new))
        .route("/suggestions/scans", get(scan::ask).post(scan::create))
        .route("/suggestions/work", get(work::show))
        .route("/suggestions/work/list", get(work_list::work))
        .route("/suggestions/list", get(export::list))
        .route("/suggestions/similar", get(similar::show))
        .route("/suggestions/rules", get(rule_book::all))
        .route("/suggestions/rules/entry", get(rules::ask).post(rules::lay))
        .route("/suggestions/rules/entry/new", get(dictionary::ask_new))
        .route("/suggestions/rules/entry/retirement", get(dictionary::ask_retirement))
        .route("/suggestions/clocks", get(clocks::show).post(clocks::bring_in_line))
        .route("/calendar", get(calendar::show).post(calendar::lay))
        .route("/suggestions/overview", get(overview::show))
        .route("/suggestions/promises", get(promises::show))
        .route("/suggestions/promises/list", get(promises::export))
        .route("/suggestions/promises/papers/{paper}", get(ledger::fetch))
        .route("/suggestions/points/list", get(answers::export))
        .route("/suggestions/look-back", get(look_back::show))
        .route("/suggestions/look-back/list", get(work_list::look_back))
        .route("/suggestions/rates", get(rates::show))
        .route("/suggestions/rates/list", get(rates::export))
        .route("/suggestions/rates/cases", get(rates::cases))
        .route("/suggestions/tasks", get(tasks::export))
        .route("/suggestions/tasks/papers/{paper}", get(notice::fetch))
        .route("/suggestions/tasks/sessions/{session}/notices", get(notice_number::ask).post(notice_number::enter))
        .route("/suggestions/assigning", get(assigning::many).post(assigning::hand_over))
        .route("/suggestions/assigning/{body}/table", get(handovers::table))
        .route(
            "/suggestions/assigning/{body}/imports",
            get(handovers::list).post(handovers::upload).layer(body_limit(&Limits::USUAL)),
        )
        .route("/imports/assigning/template.xlsx", get(handovers::template))
        .route("/imports/assigning/{id}", get(handovers::show))
        .route("/imports/assigning/{id}/commit", post(handovers::commit))
        .route("/imports/assigning/{id}/problems.xlsx", get(handovers::problems))
        .route("/imports/assigning/{id}/removal", post(handovers::drop))
        .route("/suggestions/{id}", get(show::show).post(sheet::update))
        .route("/suggestions/{id}/edit", get(sheet::edit))
        .route("/suggestions/{id}/split", get(split::ask).post(split::split))
        .route("/suggestions/{id}/sheet", get(print::sheet))
        .route("/suggestions/{id}/papers", get(papers::list))
        .route("/suggestions/{id}/papers/{paper}", get(papers::fetch))
        .route("/suggestions/{id}/room", get(room::show).post(room::note))
        .route("/suggestions/{id}/room/differences", get(differ::ask).post(differ::raise))
        .route(
            "/suggestions/{id}/room/differences/{difference}/settlement",
            get(differ::ask_outcome).post(differ::settle),
        )
        .route("/suggestions/{id}/cosigners", get(cosign::choose).post(cosign::invite))
        .route("/suggestions/{id}/assignments", get(assign::one).post(assign::create))
        .merge(acts())
        .merge(parts())
        .merge(promised())
}

/// Verbs on one promise.
fn promised() -> Router<Site> {
    Router::new()
        .route("/suggestions/{id}/promises/{promise}", get(promise::show))
        .route("/suggestions/{id}/promises/{promise}/removal", post(promising::strike))
        .route("/suggestions/{id}/promises/{promise}/progress", post(promising::report))
        .route("/suggestions/{id}/promises/{promise}/day", post(promising::move_day))
        .route("/suggestions/{id}/promises/{promise}/reply", post(promising::answer))
        .route("/suggestions/{id}/promises/{promise}/judgement", post(promising::judge))
        .route("/suggestions/{id}/promises/{promise}/return", post(promising::send_back))
        .route("/suggestions/{id}/promises/{promise}/settlement", post(promising::settle))
        .route("/suggestions/{id}/promises/{promise}/takeover", post(promising::take_over))
}

/// Verbs on the whole suggestion.
fn acts() -> Router<Site> {
    Router::new()
        .route("/suggestions/{id}/submission", post(act::submit))
        .route("/suggestions/{id}/confirmation", post(act::confirm_entry))
        .route("/suggestions/{id}/cosignature", post(act::cosign))
        .route("/suggestions/{id}/cosignature/removal", post(act::decline))
        .route("/suggestions/{id}/removal", get(discard::ask).post(discard::discard))
        .route("/suggestions/{id}/acceptance", post(act::accept))
        .route("/suggestions/{id}/category", get(reclass::ask).post(reclass::reclass))
        .route("/suggestions/{id}/number", post(act::number))
        .route("/suggestions/{id}/closure", post(act::close))
        .route("/suggestions/{id}/refusal", get(refuse::ask).post(refuse::propose))
        .route("/suggestions/{id}/refusal/acknowledgement", post(act::acknowledge))
        .route("/suggestions/{id}/refusal/objection", get(reason::ask_insisting).post(reason::insist))
        .route("/suggestions/{id}/transfer", get(route::ask).post(route::route))
        .route("/suggestions/{id}/transfer/onward", get(route::ask_onward).post(route::route_on))
        .route("/suggestions/{id}/transfer/return", get(reason::ask_route_back).post(reason::route_back))
        .route("/suggestions/{id}/units", get(reassign::ask_unit).post(reassign::add))
        .route("/suggestions/{id}/readers", get(route::ask_readers).post(route::give_to_read))
        .route("/suggestions/{id}/check", get(hold::check))
        .route("/suggestions/{id}/hold", post(hold::take_over))
        .route("/suggestions/{id}/hold/removal", post(hold::lay_down))
        .route("/suggestions/{id}/severance", get(sever::ask).post(sever::sever))
        .route("/suggestions/{id}/merger", get(merge::ask).post(merge::give))
        .route("/suggestions/{id}/separation", get(reason::ask_separation).post(reason::separate))
        .route("/suggestions/{id}/return", get(reason::ask_return).post(reason::give_back))
        .route("/suggestions/{id}/attachments", post(attach::to_sheet))
        .route("/suggestions/{id}/attachments/{file}", get(attach::fetch))
        .route("/suggestions/{id}/attachments/{file}/removal", post(attach::remove))
        .route("/suggestions/{id}/contacts/{contact}/confirmation", post(contact::confirm))
        .route("/suggestions/{id}/contacts/{contact}/dispute", get(contact::ask_dispute).post(contact::dispute))
        .route("/suggestions/{id}/contacts/{contact}/removal", post(contact::withdraw))
        .route("/suggestions/{id}/look-back", get(look_back::ask).post(look_back::look))
        .route("/suggestions/{id}/withdrawal", get(reason::ask_withdrawal).post(reason::withdraw))
}

/// Verbs on one unit's part.
fn parts() -> Router<Site> {
    let base = "/suggestions/{id}/assignments/{part}";
    let at = |end: &str| format!("{base}/{end}");
    Router::new()
        .route(&at("receipt"), post(act::sign_for))
        .route(&at("opinion"), get(reason::ask_opinion).post(reason::advise))
        .route(&at("objection"), get(object::ask_objection).post(object::object))
        .route(&at("ruling"), get(object::ask_ruling).post(object::rule))
        .route(&at("reassignment"), get(reassign::ask).post(reassign::reassign))
        .route(&at("extension"), get(object::ask_extension).post(object::extend))
        .route(&at("consent"), get(object::ask_consent).post(object::consent))
        .route(&at("reply"), get(reply::edit).post(reply::save))
        .route(&at("checking"), post(act::send_to_check))
        .route(&at("approval"), post(act::pass))
        .route(&at("signature"), get(reply::ask_signature).post(reply::sign))
        .route(&at("delivery"), post(act::deliver))
        .route(&at("sending-back"), get(reason::ask_sending_back).post(reason::send_back))
        .route(&at("reopening"), get(reason::ask_reopening).post(reason::reopen))
        .route(&at("redo"), get(reason::ask_redo).post(reason::redo))
        .route(&at("judgement"), get(judge::ask).post(judge::give))
        .route(&at("calls"), get(call::ask).post(call::call))
        .route(&at("contacts"), get(contact::ask).post(contact::record))
        .route(&at("promises"), get(promising::ask).post(promising::make))
        .route(&at("attachments"), post(attach::to_reply))
        .route(&at("letter"), get(print::letter))
        .route(&at("showing"), get(showing::ask).post(showing::show))
        .route("/suggestions/{id}/shown/{shown}/answer", get(showing::look).post(showing::answer))
        .route("/suggestions/{id}/shown/{shown}/removal", post(showing::take_back))
        .route(&at("doubt"), get(doubt::ask).post(doubt::doubt))
        .route("/suggestions/{id}/doubts/{doubt}/answer", get(doubt::ask_answer).post(doubt::answer))
        .route("/suggestions/{id}/doubts/{doubt}/removal", post(doubt::withdraw))
}
