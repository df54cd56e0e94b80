//! 更正类别: one page with the category to choose and the reason.

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
    web::{Form, done, page_with},
};
use suggestions_rules::SuggestionId;

use super::show::{at, offered};
use crate::{
    desk::{self, Reason},
    queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "suggestions/category.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    id: SuggestionId,
    matter: String,
    /// The category it has.
    stands: String,
    categories: Vec<(String, String)>,
}

async fn show(site: &Site, actor: &Actor, v: &View, f: &Form, id: SuggestionId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    offered(site, actor, &d, &at(id, "category")).await?;
    let s = &d.suggestion;
    let book = desk::rules::book(site, s.congress, s.session).await?;
    let code = s.stage.accepted().map(|accepted| accepted.category.as_str()).unwrap_or_default();
    let others = book.categories.iter().filter(|one| one.code != code);
    let template = Page {
        v,
        f,
        id,
        matter: s.sheet.title.clone(),
        stands: book.name_of("category", code).to_owned(),
        categories: others.map(|one| (one.code.clone(), one.name.clone())).collect(),
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>, v: View) -> Answer {
    show(&site, &actor, &v, &Form::blank(&v), id).await
}

pub async fn reclass(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let category = form.choice("category", |raw| Some(raw.to_owned()));
    let reason: Option<Reason> = form.take("reason");
    if let (Some(category), Some(reason)) = (category, reason) {
        match desk::check::reclass(&site, &actor, id, &category, reason).await {
            Ok(_) => return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-reclassed")),
            Err(Problem::Refused(refused)) if refused.kind == Family::Unfit => {
                form.refuse("category", refused.into());
            }
            Err(problem) => form.accept(problem)?,
        }
    }
    show(&site, &actor, &v, &form, id).await
}
