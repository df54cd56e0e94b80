//! 拆件: the whole text stands on both sides, and the clerk takes out of each what does not belong there.

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
    web::{Form, Wrong, api::Once, done, page, page_with},
};
use suggestions_rules::{Piece, SuggestionId};

use super::{
    hold::{Held, held, keep_typed},
    show::{at, offered},
};
use crate::{
    desk::sever::{self, Cut},
    queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "suggestions/severance.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    id: SuggestionId,
    held: Held,
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>, v: View) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &d, &at(id, "severance")).await?;
    let held = held(&site, &actor, id).await?;
    let sheet = &d.suggestion.sheet;
    let form = Form::blank(&v).with("version", d.version).with("once", site.new_id::<()>());
    let form = form.with("title", &sheet.title).with("body", &sheet.body).with("second_body", &sheet.body);
    Ok(page(&Page { v: &v, f: &form, id, held }))
}

pub async fn sever(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &d, &at(id, "severance")).await?;
    let pieces = [piece(&mut form, "title", "body"), piece(&mut form, "second_title", "second_body")];
    if pieces[0].body == pieces[1].body && !form.has_errors() {
        form.refuse("second_body", Wrong::new("suggestions-wrong-split-same"));
    }
    if let (Some(seen), Some(reason), false) = (form.take("version"), form.take("reason"), form.has_errors()) {
        let typed = pieces.each_ref().map(|piece| [&piece.title, &piece.body]);
        let once = Once::form(form.value("once"), &at(id, "severance"), &typed)?;
        match sever::sever(&site, &actor, id, seen, Cut { pieces, reason }, &once).await {
            Ok(second) => return Ok(done(&format!("/suggestions/{second}"), "suggestions-flash-severed")),
            Err(Problem::Refused(refused)) if refused.kind == Family::Unfit => {
                form.refuse("second_body", refused.into());
            }
            Err(problem) => keep_typed(&mut form, problem, "reason")?,
        }
    }
    let held = held(&site, &actor, id).await?;
    Ok(page_with(StatusCode::UNPROCESSABLE_ENTITY, &Page { v: &v, f: &form, id, held }))
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
