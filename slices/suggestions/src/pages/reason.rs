//! Verbs that need a reason: one page with one field, kept as typed until it is taken.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};
use suggestions_rules::{AssignmentId, SuggestionId};

use super::{
    hold::{Held, held, keep_typed},
    show::{Found, found, offered},
};
use crate::{desk, queries};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The words of one such page, and where its form goes.
struct Asked {
    title: &'static str,
    lead: &'static str,
    label: &'static str,
    button: &'static str,
    flash: &'static str,
}

#[derive(Template)]
#[template(path = "suggestions/reason.html")]
struct Reason<'a> {
    v: &'a View,
    f: &'a Form,
    asked: &'a Asked,
    matter: String,
    action: String,
    back: String,
    /// What the office found, above the words of a deputy who does not agree.
    found: Option<Found>,
    id: SuggestionId,
    /// Who has it, where it is being checked.
    held: Option<Held>,
}

/// The page on which a paper is returned to its deputy: it is being checked while it is open.
const RETURNING: &str = "return";

const RETURN: Asked = Asked {
    title: "suggestions-return-title",
    lead: "suggestions-return-lead",
    label: "suggestions-return-label",
    button: "suggestions-return-button",
    flash: "suggestions-flash-returned",
};
const INSISTING: Asked = Asked {
    title: "suggestions-insisting-title",
    lead: "suggestions-insisting-lead",
    label: "suggestions-insisting-label",
    button: "suggestions-insisting-button",
    flash: "suggestions-flash-insisted",
};
const WITHDRAWAL: Asked = Asked {
    title: "suggestions-withdrawal-title",
    lead: "suggestions-withdrawal-lead",
    label: "suggestions-withdrawal-label",
    button: "suggestions-withdrawal-button",
    flash: "suggestions-flash-withdrawn",
};
const SEPARATION: Asked = Asked {
    title: "suggestions-separation-title",
    lead: "suggestions-separation-lead",
    label: "suggestions-separation-label",
    button: "suggestions-do-separate",
    flash: "suggestions-flash-separated",
};
const ROUTE_BACK: Asked = Asked {
    title: "suggestions-route-back-title",
    lead: "suggestions-route-back-lead",
    label: "suggestions-route-back-label",
    button: "suggestions-do-route-back",
    flash: "suggestions-flash-routed-back",
};
const OPINION: Asked = Asked {
    title: "suggestions-opinion-title",
    lead: "suggestions-opinion-lead",
    label: "suggestions-opinion-label",
    button: "suggestions-opinion-button",
    flash: "suggestions-flash-advised",
};
const SENDING_BACK: Asked = Asked {
    title: "suggestions-sending-back-title",
    lead: "suggestions-sending-back-lead",
    label: "suggestions-sending-back-label",
    button: "suggestions-sending-back-button",
    flash: "suggestions-flash-sent-back",
};
const REDO: Asked = Asked {
    title: "suggestions-redo-title",
    lead: "suggestions-redo-lead",
    label: "suggestions-redo-label",
    button: "suggestions-redo-button",
    flash: "suggestions-flash-redo",
};

const REOPENING: Asked = Asked {
    title: "suggestions-reopening-title",
    lead: "suggestions-reopening-lead",
    label: "suggestions-reopening-label",
    button: "suggestions-do-reopen",
    flash: "suggestions-flash-reopened",
};

/// What such a page is about: the suggestion, or one unit's part of it.
#[derive(Clone, Copy)]
struct About {
    id: SuggestionId,
    part: Option<AssignmentId>,
    end: &'static str,
}

impl About {
    fn action(self) -> String {
        match self.part {
            Some(part) => format!("/suggestions/{}/assignments/{part}/{}", self.id, self.end),
            None => format!("/suggestions/{}/{}", self.id, self.end),
        }
    }
}

async fn ask(site: &Site, actor: &Actor, v: &View, f: &Form, about: About, asked: &Asked) -> Answer {
    let d = queries::detail(site, actor, about.id).await?;
    offered(site, actor, &d, &about.action()).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let found = found(v, &d, &book);
    let matter = d.suggestion.sheet.title;
    let back = format!("/suggestions/{}", about.id);
    let held = if about.end == RETURNING { Some(held(site, actor, about.id).await?) } else { None };
    let (id, action) = (about.id, about.action());
    let template = Reason { v, f, asked, matter, action, back, found, id, held };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(if f.has_errors() { page_with(status, &template) } else { page(&template) })
}

pub async fn ask_route_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Answer {
    ask(&site, &actor, &v, &Form::blank(&v), About { id, part: None, end: "transfer/return" }, &ROUTE_BACK).await
}

/// A transfer office that sent it back sees it no longer, and goes back to its list.
pub async fn route_back(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let about = About { id, part: None, end: "transfer/return" };
    let Some(words) = form.take("reason") else { return ask(&site, &actor, &v, &form, about, &ROUTE_BACK).await };
    desk::route::route_back(&site, &actor, id, words).await?;
    let to = match queries::detail(&site, &actor, id).await {
        Ok(_) => format!("/suggestions/{id}"),
        Err(_) => "/suggestions/assigning".to_owned(),
    };
    Ok(done(&to, ROUTE_BACK.flash))
}

/// One page and its form, on the suggestion or on a part.
macro_rules! reason {
    ($($ask:ident $give:ident $path:pat => $id:ident, $part:expr, $end:expr, $asked:ident, $kind:ty, |$site:ident, $actor:ident, $words:ident| $call:expr;)+) => {$(
        pub async fn $ask(State(site): State<Site>, Extension(actor): Who, Path($path): Path<$kind>, v: View) -> Answer {
            let about = About { id: $id, part: $part, end: $end };
            ask(&site, &actor, &v, &Form::blank(&v), about, &$asked).await
        }

        pub async fn $give(
            State($site): State<Site>,
            Extension($actor): Who,
            Path($path): Path<$kind>,
            v: View,
            mut form: Form,
        ) -> Answer {
            let about = About { id: $id, part: $part, end: $end };
            let Some($words) = form.take("reason") else { return ask(&$site, &$actor, &v, &form, about, &$asked).await };
            if let Err(problem) = $call.await {
                keep_typed(&mut form, problem, "reason")?;
                return ask(&$site, &$actor, &v, &form, about, &$asked).await;
            }
            Ok(done(&format!("/suggestions/{}", $id), $asked.flash))
        }
    )+};
}

reason! {
    ask_return give_back id => id, None, RETURNING, RETURN, SuggestionId,
        |site, actor, words| desk::check::return_for_editing(&site, &actor, id, words);
    ask_insisting insist id => id, None, "refusal/objection", INSISTING, SuggestionId,
        |site, actor, words| desk::refuse::insist(&site, &actor, id, words);
    ask_withdrawal withdraw id => id, None, "withdrawal", WITHDRAWAL, SuggestionId,
        |site, actor, words| desk::submit::withdraw(&site, &actor, id, words);
    ask_separation separate id => id, None, "separation", SEPARATION, SuggestionId,
        |site, actor, words| desk::merge::separate(&site, &actor, id, words);
    ask_opinion advise (id, part) => id, Some(part), "opinion", OPINION, (SuggestionId, AssignmentId),
        |site, actor, words| desk::handle::advise(&site, &actor, id, part, words);
    ask_sending_back send_back (id, part) => id, Some(part), "sending-back", SENDING_BACK, (SuggestionId, AssignmentId),
        |site, actor, words| desk::reply::send_back(&site, &actor, id, part, words);
    ask_redo redo (id, part) => id, Some(part), "redo", REDO, (SuggestionId, AssignmentId),
        |site, actor, words| desk::close::order_redo(&site, &actor, id, part, words);
    ask_reopening reopen (id, part) => id, Some(part), "reopening", REOPENING, (SuggestionId, AssignmentId),
        |site, actor, words| desk::reopen::reopen(&site, &actor, id, part, words);
}
