//! What is done with a reason: a result is taken up again, a round called off.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::paper::{Round, RoundId};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};

use super::item::numbered;
use crate::{
    desk::{self, round::BallotReason},
    store::Item,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The words of such a form.
struct Asked {
    title: &'static str,
    lead: &'static str,
    button: &'static str,
    end: &'static str,
}

const CORRECT: Asked = Asked {
    title: "ballots-correct-title",
    lead: "ballots-correct-lead",
    button: "ballots-correct-button",
    end: "correction",
};
const CALL_OFF: Asked = Asked {
    title: "ballots-call-off-title",
    lead: "ballots-call-off-lead",
    button: "ballots-call-off-button",
    end: "removal",
};

#[derive(Template)]
#[template(path = "ballots/reason.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    asked: &'a Asked,
    item: &'a Item,
    round: &'a Round,
    name: String,
}

fn sheet(v: &View, f: &Form, asked: &Asked, (item, round): (&Item, &Round)) -> Response {
    let template = Sheet { v, f, asked, item, round, name: numbered(v, round) };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

macro_rules! reason {
    ($($ask:ident $give:ident $verb:path, $asked:ident $flash:literal;)+) => {$(
        pub async fn $ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
            let (item, round) = desk::round::may(&site, &actor, id, Right::BallotAnnounce).await?;
            Ok(sheet(&v, &Form::blank(&v), &$asked, (&item, &round)))
        }

        pub async fn $give(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<RoundId>,
            v: View,
            mut form: Form,
        ) -> Answer {
            let (item, round) = desk::round::may(&site, &actor, id, Right::BallotAnnounce).await?;
            if let Some(reason) = form.take("reason") {
                match $verb(&site, &actor, id, BallotReason { reason }).await {
                    Ok(_) => return Ok(done(&format!("/ballots/rounds/{id}"), $flash)),
                    Err(problem) => form.keep("reason", problem)?,
                }
            }
            Ok(sheet(&v, &form, &$asked, (&item, &round)))
        }
    )+};
}

reason! {
    ask_correct correct desk::settle::correct, CORRECT "ballots-flash-correct";
    ask_call_off call_off desk::round::call_off, CALL_OFF "ballots-flash-called-off";
}
