//! 电话催评: the office's form, with the signers who are silent.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::PersonId;
use kit::{
    Problem, Site, View,
    web::{Form, done, page_with},
};
use suggestions_rules::{Assignment, AssignmentId, SuggestionId};

use super::show::{at, offered};
use crate::{
    desk::{self, Reason, call::Called},
    queries::{self, Detail},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type OfPart = Path<(SuggestionId, AssignmentId)>;

#[derive(Template)]
#[template(path = "suggestions/call.html")]
struct Call<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    action: String,
    back: String,
    silent: Vec<(String, String)>,
}

/// The signers of the present reply who have not judged it.
pub fn silent(part: &Assignment) -> impl Iterator<Item = PersonId> {
    let deliveries = part.round().into_iter().flat_map(|round| round.deliveries());
    deliveries.filter(|delivery| delivery.judgement.is_none()).map(|delivery| delivery.signer)
}

fn of(d: &Detail, part: AssignmentId) -> Result<&Assignment, Problem> {
    d.suggestion.stage.handling().and_then(|handling| handling.handlers.find(part)).ok_or_else(Problem::missing)
}

async fn form(site: &Site, v: &View, f: &Form, actor: &Actor, (id, part): (SuggestionId, AssignmentId)) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let action = at(id, &format!("assignments/{part}/calls"));
    offered(site, actor, &d, &action).await?;
    let template = Call {
        v,
        f,
        matter: d.suggestion.sheet.title.clone(),
        action,
        back: format!("/suggestions/{id}"),
        silent: silent(of(&d, part)?).map(|who| (who.to_string(), d.person(who).to_owned())).collect(),
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(of): OfPart, v: View) -> Answer {
    form(&site, &v, &Form::blank(&v), &actor, of).await
}

pub async fn call(State(site): State<Site>, Extension(actor): Who, Path(of): OfPart, v: View, mut f: Form) -> Answer {
    let with: Option<PersonId> = f.choice("with", |raw| raw.parse().ok());
    let words: Option<Reason> = f.take("words");
    let (Some(with), Some(words)) = (with, words) else { return form(&site, &v, &f, &actor, of).await };
    let once = f.once(&at(of.0, &format!("assignments/{}/calls", of.1)))?;
    desk::call::call(&site, &actor, of.0, of.1, Called { with, words }, &once).await?;
    Ok(done(&format!("/suggestions/{}", of.0), "suggestions-flash-called"))
}
