//! 拆成两件: the whole text stands on both sides, and what does not belong is taken out of each.

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
    web::{Form, Wrong, api::Once, done, page, page_with},
};
use suggestions_rules::SuggestionId;

use super::show::{at, offered};
use crate::{
    desk::split::{self, Piece},
    queries,
};

#[derive(Template)]
#[template(path = "suggestions/split.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    action: String,
    back: String,
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &d, &at(id, "split")).await?;
    let sheet = &d.suggestion.sheet;
    let form = Form::blank(&v).with("version", d.version).with("once", site.new_id::<()>());
    let form = form.with("title", &sheet.title).with("body", &sheet.body).with("second_body", &sheet.body);
    Ok(render(&v, &form, id))
}

pub async fn split(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &d, &at(id, "split")).await?;
    let seen: Option<i64> = form.take("version");
    let pieces = [piece(&mut form, "title", "body"), piece(&mut form, "second_title", "second_body")];
    if pieces[0].body == pieces[1].body && !form.has_errors() {
        form.refuse("second_body", Wrong::new("suggestions-wrong-split-same"));
    }
    let (Some(seen), false) = (seen, form.has_errors()) else { return Ok(render(&v, &form, id)) };
    let once = Once::form(form.value("once"), &at(id, "split"), &pieces)?;
    match split::split(&site, &actor, id, seen, pieces, &once).await {
        Ok(second) => Ok(done(&format!("/suggestions/{second}"), "suggestions-flash-split")),
        Err(problem) => {
            form.accept(problem)?;
            Ok(render(&v, &form, id))
        }
    }
}

/// One of the two; neither may be empty.
fn piece(form: &mut Form, title: &'static str, body: &'static str) -> Piece {
    for field in [title, body] {
        if form.value(field).trim().is_empty() {
            form.refuse(field, Wrong::new("kit-form-required"));
        }
    }
    Piece { title: form.value(title).trim().to_owned(), body: form.value(body).trim().replace("\r\n", "\n") }
}

fn render(v: &View, f: &Form, id: SuggestionId) -> Response {
    let page_of = Page { v, f, action: at(id, "split"), back: format!("/suggestions/{id}") };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &page_of) } else { page(&page_of) }
}
