//! 不作为建议: one page with ground, disposal and words.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::Refusal as Family;
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};
use suggestions_rules::{Listed, SuggestionId};

use super::{
    hold::{Held, held, keep_typed},
    show::offered,
};
use crate::{
    desk::{
        self,
        refuse::{Finding, refuse},
    },
    queries,
};

type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "suggestions/refusal.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    id: SuggestionId,
    grounds: Vec<(String, String)>,
    disposals: Vec<(String, String)>,
    acknowledged: bool,
    held: Held,
}

async fn show(site: &Site, actor: &Actor, v: &View, f: &Form, id: SuggestionId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let s = &d.suggestion;
    offered(site, actor, &d, &format!("/suggestions/{id}/refusal")).await?;
    let book = desk::rules::book(site, s.congress, s.session).await?;
    let options = |listed: &[Listed]| listed.iter().map(|one| (one.code.clone(), one.name.clone())).collect();
    let template = Page {
        v,
        f,
        matter: s.sheet.title.clone(),
        id,
        grounds: options(&book.grounds),
        disposals: options(&book.disposals),
        acknowledged: book.refusal_acknowledged.value,
        held: held(site, actor, id).await?,
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Answer {
    show(&site, &actor, &v, &Form::blank(&v), id).await
}

pub async fn propose(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let chosen = |raw: &str| Some(raw.to_owned());
    let (ground, disposal) = (form.choice("ground", chosen), form.choice("disposal", chosen));
    if let (Some(ground), Some(disposal), Some(reason)) = (ground, disposal, form.take("reason")) {
        match refuse(&site, &actor, id, Finding { ground, disposal, reason }).await {
            Ok(_) => return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-refusal")),
            Err(Problem::Refused(refused)) if refused.kind == Family::Unfit => {
                form.refuse("ground", refused.into());
            }
            Err(problem) => keep_typed(&mut form, problem, "reason")?,
        }
    }
    show(&site, &actor, &v, &form, id).await
}
