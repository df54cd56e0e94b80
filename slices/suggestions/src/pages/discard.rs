//! 作废草稿: asked once more, then gone.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, api::Saw, done, page},
};
use suggestions_rules::SuggestionId;

use super::show::{at, offered};
use crate::{desk, queries};

#[derive(Template)]
#[template(path = "suggestions/discard.html")]
struct Ask<'a> {
    v: &'a View,
    title: String,
    /// The version of the words that are thrown away.
    words: i64,
    files: usize,
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
    let action = at(id, "removal");
    offered(&site, &actor, &d, &action).await?;
    let (title, words) = (d.suggestion.sheet.title.clone(), desk::words(&d.suggestion.sheet));
    let (files, back) = (d.attachments.len(), format!("/suggestions/{id}"));
    Ok(page(&Ask { v: &v, title, words, files, action, back }))
}

pub async fn discard(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    form: Form,
) -> Result<Response, Problem> {
    desk::discard::discard(&site, &actor, id, Saw::on_page(&form)).await?;
    Ok(done("/suggestions", "suggestions-flash-discarded"))
}
