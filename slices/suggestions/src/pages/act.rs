//! Verbs that need one button and no words.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, api::Saw, done},
};
use suggestions_rules::{AssignmentId, SuggestionId};

use super::{hold, show};
use crate::desk;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

fn back(id: SuggestionId, flash: &'static str) -> Answer {
    Ok(done(&format!("/suggestions/{id}"), flash))
}

/// A verb on the suggestion: the form carries nothing but its token.
macro_rules! act {
    ($($name:ident => $desk:path, $flash:literal;)+) => {$(
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<SuggestionId>,
            _form: Form,
        ) -> Answer {
            $desk(&site, &actor, id).await?;
            back(id, $flash)
        }
    )+};
}

/// A verb on one unit's part, with the letter that was read.
macro_rules! act_on_part {
    ($($name:ident => $desk:path, $flash:literal;)+) => {$(
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path((id, part)): Path<(SuggestionId, AssignmentId)>,
            v: View,
            form: Form,
        ) -> Answer {
            match $desk(&site, &actor, id, part, Saw::on_page(&form)).await {
                Ok(_) => back(id, $flash),
                Err(problem) => reworded(site, actor, id, &v, problem).await,
            }
        }
    )+};
}

act! {
    acknowledge => desk::refuse::acknowledge, "suggestions-flash-refusal-acknowledged";
    number => desk::check::number, "suggestions-flash-numbered";
    close => desk::close::close, "suggestions-flash-closed";
}

/// A verb by which a deputy puts their name to the words of the page.
macro_rules! put_name_to {
    ($($name:ident => $desk:path, $flash:literal;)+) => {$(
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<SuggestionId>,
            v: View,
            form: Form,
        ) -> Answer {
            match $desk(&site, &actor, id, Saw::on_page(&form)).await {
                Ok(_) => back(id, $flash),
                Err(problem) => reworded(site, actor, id, &v, problem).await,
            }
        }
    )+};
}

/// Words that were changed meanwhile are shown as they read now, with the same button below the sentence that says so.
async fn reworded(site: Site, actor: Actor, id: SuggestionId, v: &View, problem: Problem) -> Answer {
    let Problem::Refused(why @ Refused { kind: Refusal::Stale, .. }) = problem else { return Err(problem) };
    let mut page = show::show(State(site), Extension(actor), Path(id), v.warning_of(&why)).await?;
    *page.status_mut() = StatusCode::PRECONDITION_FAILED;
    Ok(page)
}

put_name_to! {
    submit => desk::submit::submit, "suggestions-flash-submitted";
    confirm_entry => desk::draft::confirm_entry, "suggestions-flash-entry-confirmed";
    cosign => desk::cosign::confirm, "suggestions-flash-cosigned";
}

act_on_part! {
    sign_for => desk::handle::sign_for, "suggestions-flash-signed-for";
    send_to_check => desk::reply::send_to_check, "suggestions-flash-sent-to-check";
    pass => desk::reply::pass, "suggestions-flash-passed";
    deliver => desk::reply::deliver, "suggestions-flash-delivered";
}

/// Who has said no sees it no longer, and goes back to the own list.
pub async fn decline(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    _form: Form,
) -> Answer {
    desk::cosign::decline(&site, &actor, id).await?;
    Ok(done("/suggestions", "suggestions-flash-declined"))
}

/// Accepts and classes; with `number` ticked it gets its number at once.
pub async fn accept(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let Some(category) = form.choice("category", |raw| Some(raw.to_owned())) else {
        return hold::deciding(&site, &actor, &v, &form, id).await;
    };
    match desk::check::accept(&site, &actor, id, &category, form.yes("number"), Saw::on_page(&form)).await {
        Ok(_) => back(id, "suggestions-flash-accepted"),
        Err(problem) => {
            hold::keep_fitting(&mut form, problem, "category")?;
            hold::deciding(&site, &actor, &v, &form, id).await
        }
    }
}
