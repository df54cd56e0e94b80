//! 审查: the page on which a clerk decides on a paper. Opening it takes the paper up; it renews itself while it is open.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{Moment, Refusal};
use kit::{
    Problem, Site, View,
    web::{Form, done, page_with},
};
use suggestions_rules::SuggestionId;

use super::{
    look,
    show::{Does, at, checks, offered},
    similar::{Like, likes},
};
use crate::{
    desk::{self, hold::HELD},
    queries::{self, About},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Who has a paper, as a page says it.
pub struct Held {
    pub own: bool,
    pub name: String,
    pub since: Moment,
    pub until: Moment,
}

#[derive(Template)]
#[template(path = "suggestions/check.html")]
struct Check<'a> {
    v: &'a View,
    f: &'a Form,
    id: SuggestionId,
    title: String,
    body: String,
    lead: String,
    held: Held,
    categories: Vec<(String, String)>,
    others: Vec<Does>,
    /// The version of the words that are decided on.
    words: i64,
    alike: Vec<Like>,
}

/// Takes it up for who opened the page, and tells who has it.
///
/// # Errors
/// As [`desk::hold::take`].
pub async fn held(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Held, Problem> {
    let hold = desk::hold::take(site, actor, id).await?;
    let name = queries::account_name(&mut site.db(), hold.by).await?;
    Ok(Held { own: Some(hold.by) == actor.account, name, since: hold.since, until: hold.until })
}

/// What does not fit, or was changed by somebody else since it was read, stands beside the field, and the page is drawn again. What cannot be now
/// has a page of its own that says why, with what was typed: the form would only be refused.
///
/// # Errors
/// With every other problem.
pub fn keep_fitting(form: &mut Form, problem: Problem, field: &str) -> Result<(), Problem> {
    match problem {
        Problem::Refused(refused) if refused.kind == Refusal::NotNow => Err(refused.into()),
        other => form.keep(field, other),
    }
}

/// What another clerk's hold refuses stands beside the field, and what was typed stays.
///
/// # Errors
/// With every other problem that is not about fields.
pub fn keep_typed(form: &mut Form, problem: Problem, field: &str) -> Result<(), Problem> {
    match problem {
        Problem::Refused(refused) if refused.key == HELD => {
            form.refuse(field, refused.into());
            Ok(())
        }
        other => form.accept(other),
    }
}

pub async fn check(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>, v: View) -> Answer {
    deciding(&site, &actor, &v, &Form::blank(&v), id).await
}

/// The page with what was typed, for who may decide.
///
/// # Errors
/// When there is none, or it is not this actor's to decide now.
pub async fn deciding(site: &Site, actor: &Actor, v: &View, f: &Form, id: SuggestionId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    offered(site, actor, &d, &at(id, "check")).await?;
    let held = held(site, actor, id).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let (title, body) = (d.suggestion.sheet.title.clone(), d.suggestion.sheet.body.clone());
    let template = Check {
        f,
        id,
        lead: look::lead(v, &d),
        held,
        categories: book.categories.iter().map(|c| (c.code.clone(), c.name.clone())).collect(),
        others: checks(actor, &d),
        words: desk::words(&d.suggestion.sheet),
        alike: likes(site, actor, v, (&title, &body), About::kept(site, &d.suggestion)).await?,
        title,
        body,
        v,
    };
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &template))
}

pub async fn take_over(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    _form: Form,
) -> Answer {
    desk::hold::take_over(&site, &actor, id).await?;
    Ok(done(&at(id, "check"), "suggestions-flash-taken-over"))
}

pub async fn lay_down(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    _form: Form,
) -> Answer {
    desk::hold::lay_down(&site, &actor, id).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-laid-down"))
}
