//! It begins again, or paper takes its place: with a reason.

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

use crate::{
    desk::round::BallotReason,
    pages::numbered,
    secret::desk::{end, may},
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

const AGAIN: Asked = Asked {
    title: "ballots-hall-again-title",
    lead: "ballots-hall-again-lead",
    button: "ballots-hall-again-button",
    end: "again",
};
const VOID: Asked = Asked {
    title: "ballots-hall-void-title",
    lead: "ballots-hall-void-lead",
    button: "ballots-hall-void-button",
    end: "void",
};

#[derive(Template)]
#[template(path = "ballots/hall-reason.html")]
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
    ($($ask:ident $give:ident $right:expr, $verb:path, $asked:ident $flash:literal;)+) => {$(
        pub async fn $ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
            let (item, round, _) = may(&site, &actor, id, $right).await?;
            Ok(sheet(&v, &Form::blank(&v), &$asked, (&item, &round)))
        }

        pub async fn $give(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<RoundId>,
            v: View,
            mut form: Form,
        ) -> Answer {
            let (item, round, _) = may(&site, &actor, id, $right).await?;
            if let Some(reason) = form.take("reason") {
                match $verb(&site, &actor, id, BallotReason { reason }).await {
                    Ok(_) => return Ok(done(&format!("/ballots/rounds/{id}/hall"), $flash)),
                    Err(problem) => form.keep("reason", problem)?,
                }
            }
            Ok(sheet(&v, &form, &$asked, (&item, &round)))
        }
    )+};
}

reason! {
    ask_again again Right::BallotPrepare, end::again, AGAIN "ballots-hall-flash-again";
    ask_void void Right::BallotAnnounce, end::void, VOID "ballots-hall-flash-void";
}
