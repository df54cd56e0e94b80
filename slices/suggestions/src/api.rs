//! The JSON face: the same desk functions as the pages.

mod act;
mod advice;
mod attach;
mod calendar;
mod call;
mod contact;
mod differ;
mod doubt;
mod due;
mod handovers;
mod hint;
mod hold;
mod letter;
mod loads;
mod look_back;
mod merge;
mod notice_number;
mod object;
mod origins;
mod own;
mod papers;
mod promise;
mod promise_shape;
mod rates;
mod read;
mod reassign;
mod reclass;
mod refuse;
mod reopen;
mod room;
mod route;
mod rules;
mod scan;
mod sever;
mod shape;
mod shown;
mod split;
mod tasks;
mod write;

use kit::Site;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every JSON route of the noun, with its document.
#[must_use]
pub fn api() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::one, write::update, write::discard))
        .routes(routes!(attach::all, attach::to_sheet))
        .routes(routes!(scan::begin))
        .routes(routes!(attach::fetch, attach::remove))
        .routes(routes!(room::room, room::note))
        .routes(routes!(differ::raise))
        .routes(routes!(differ::settle))
        .routes(routes!(rules::all))
        .routes(routes!(rules::lay))
        .routes(routes!(rules::preview))
        .routes(routes!(rules::met))
        .routes(routes!(rules::differing, rules::bring_in_line))
        .routes(routes!(calendar::show, calendar::lay))
        .routes(routes!(calendar::preview))
        .routes(routes!(papers::all))
        .routes(routes!(papers::one))
        .routes(routes!(papers::notice))
        .routes(routes!(papers::ledger))
        .routes(routes!(own::own))
        .routes(routes!(own::seconded))
        .routes(routes!(read::similar))
        .routes(routes!(advice::told))
        .routes(routes!(own::invitations))
        .routes(routes!(own::to_judge))
        .routes(routes!(contact::waiting))
        .routes(routes!(promise::ledger))
        .routes(routes!(promise::waiting))
        .routes(routes!(rates::rates))
        .routes(routes!(rates::cases))
        .routes(routes!(loads::loads))
        .routes(routes!(handovers::upload))
        .routes(routes!(handovers::show, handovers::remove))
        .routes(routes!(handovers::commit))
        .routes(routes!(split::split))
        .routes(routes!(sever::sever))
        .routes(routes!(look_back::list))
        .routes(routes!(look_back::look))
        .routes(routes!(read::work))
        .routes(routes!(read::overview))
        .routes(routes!(notice_number::notice_numbers_of, notice_number::enter_notice_number))
        .routes(routes!(tasks::tasks))
        .routes(routes!(tasks::points))
        .routes(routes!(tasks::awaited))
        .routes(routes!(write::withdraw))
        .routes(routes!(write::invite))
        .routes(routes!(write::give_back))
        .routes(routes!(refuse::refuse))
        .routes(routes!(refuse::acknowledge))
        .routes(routes!(refuse::insist))
        .routes(routes!(write::accept))
        .routes(routes!(hold::take, hold::lay_down))
        .routes(routes!(merge::merge))
        .routes(routes!(merge::separate))
        .routes(routes!(hint::hints))
        .routes(routes!(route::route))
        .routes(routes!(route::route_on))
        .routes(routes!(route::route_back))
        .routes(routes!(route::give_to_read))
        .routes(routes!(reassign::add))
        .routes(routes!(reclass::reclass))
        .routes(routes!(write::assign))
        .routes(routes!(write::hand_over))
        .routes(routes!(act::submit))
        .routes(routes!(act::confirm_entry))
        .routes(routes!(act::cosign, act::decline))
        .routes(routes!(act::number))
        .routes(routes!(act::close))
        .merge(parts())
        .merge(promised())
}

fn promised() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(promise::make))
        .routes(routes!(promise::one, promise::strike))
        .routes(routes!(promise::report))
        .routes(routes!(promise::evidence))
        .routes(routes!(promise::move_day))
        .routes(routes!(promise::answer))
        .routes(routes!(promise::judge))
        .routes(routes!(promise::send_back))
        .routes(routes!(promise::settle))
        .routes(routes!(promise::take_over))
}

fn parts() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(call::call))
        .routes(routes!(contact::record))
        .routes(routes!(contact::confirm))
        .routes(routes!(contact::dispute))
        .routes(routes!(contact::withdraw))
        .routes(routes!(shown::show))
        .routes(routes!(shown::answer))
        .routes(routes!(shown::take_back))
        .routes(routes!(doubt::raise))
        .routes(routes!(doubt::answer))
        .routes(routes!(doubt::withdraw))
        .routes(routes!(attach::to_reply))
        .routes(routes!(act::sign_for))
        .routes(routes!(act::send_to_check))
        .routes(routes!(act::pass))
        .routes(routes!(act::deliver))
        .routes(routes!(object::object))
        .routes(routes!(object::rule))
        .routes(routes!(reassign::reassign))
        .routes(routes!(object::extend))
        .routes(routes!(object::consent))
        .routes(routes!(write::advise))
        .routes(routes!(write::reply))
        .routes(routes!(write::send_back))
        .routes(routes!(write::sign))
        .routes(routes!(write::redo))
        .routes(routes!(reopen::reopen))
        .routes(routes!(write::judge))
}
