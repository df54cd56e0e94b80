//! Inviting co-signers: search, tick, send.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::PersonId;
use kit::{
    Problem, Site, View,
    web::{Errors, Form, Wrong, done, page},
};
use serde::Deserialize;
use suggestions_rules::SuggestionId;

use super::{
    show::{at, offered},
    units::{Deputy, deputies},
};
use crate::{desk, queries};

#[derive(Template)]
#[template(path = "suggestions/cosigners.html")]
struct Choose<'a> {
    v: &'a View,
    id: SuggestionId,
    title: String,
    q: String,
    found: Vec<Deputy>,
    invited: Vec<String>,
}

/// What was searched for.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
}

pub async fn choose(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &d, &at(id, "cosigners")).await?;
    let mut found = deputies(site.db(), d.suggestion.congress, &wanted.q).await?;
    let taken: Vec<PersonId> = d.suggestion.cosigners.iter().map(|c| c.person).collect();
    found.retain(|deputy| deputy.id != d.suggestion.lead.person && !taken.contains(&deputy.id));
    let invited = taken.iter().map(|person| d.person(*person).to_owned()).collect();
    Ok(page(&Choose { v: &v, id, title: d.suggestion.sheet.title.clone(), q: wanted.q, found, invited }))
}

pub async fn invite(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    mut form: Form,
) -> Result<Response, Problem> {
    let wrong = |key| Problem::from(Errors::one("person", Wrong::new(key)));
    let people: Vec<PersonId> = form.ticked("person").ok_or_else(|| wrong("kit-form-unknown-choice"))?;
    if people.is_empty() {
        return Err(wrong("suggestions-wrong-nobody-ticked"));
    }
    desk::cosign::invite(&site, &actor, id, &people).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-invited"))
}
