//! 并案: one page that names the suggestion it goes with, from like ones or by number, and says why.

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
    web::{Form, Wrong, done, page, page_with},
};
use suggestions_rules::SuggestionId;

use super::show::{at, offered};
use crate::{
    desk::merge::merge,
    queries::{self, Detail, Linked},
};

type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "suggestions/merger.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    id: SuggestionId,
    alike: Vec<(String, String)>,
}

async fn show(site: &Site, actor: &Actor, v: &View, f: &Form, id: SuggestionId) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    offered(site, actor, &d, &at(id, "merger")).await?;
    let template = Page { v, f, matter: d.suggestion.sheet.title.clone(), id, alike: alike(site, actor, &d).await? };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

/// Suggestions of the same congress on a like matter that it may go with.
async fn alike(site: &Site, actor: &Actor, d: &Detail) -> Result<Vec<(String, String)>, Problem> {
    let (s, congress) = (&d.suggestion, d.body(d.suggestion.congress));
    let found = queries::similar(site, actor, (&s.sheet.title, &s.sheet.body), queries::About::kept(site, s)).await?;
    let open = |stage: &str| matches!(stage, "numbered" | "handling");
    let own = found.into_iter().filter(|one| one.congress == congress && open(&one.stage));
    let named = |one: queries::Alike| (one.id.to_string(), [one.number.unwrap_or_default(), one.title].join(" "));
    Ok(own.map(named).collect())
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Answer {
    show(&site, &actor, &v, &Form::blank(&v), id).await
}

pub async fn give(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &d, &at(id, "merger")).await?;
    let master = master(&site, &d, &mut form).await?;
    if let (Some(master), Some(reason)) = (master, form.take("reason")) {
        match merge(&site, &actor, id, master, reason).await {
            Ok(_) => return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-merged")),
            Err(Problem::Refused(refused)) if matches!(refused.kind, Family::Unfit | Family::NotNow) => {
                form.refuse("number", refused.into());
            }
            Err(problem) => form.accept(problem)?,
        }
    }
    show(&site, &actor, &v, &form, id).await
}

/// The one that is named: by number where one is typed, else the one chosen.
async fn master(site: &Site, d: &Detail, form: &mut Form) -> Result<Option<SuggestionId>, Problem> {
    let (number, chosen) = (form.value("number").trim().to_owned(), form.value("master").parse().ok());
    if number.is_empty() {
        if chosen.is_none() {
            form.refuse("number", Wrong::new("suggestions-wrong-no-master"));
        }
        return Ok(chosen);
    }
    let found = queries::named(site, &d.suggestion, &number).await?;
    if found.is_none() {
        form.refuse("number", Wrong::new("suggestions-wrong-no-such-number"));
    }
    Ok(found)
}

/// What the page of a suggestion says of those it goes together with: a sentence, its link and its title.
pub struct Together {
    pub said: String,
    pub id: SuggestionId,
    pub title: Option<String>,
}

/// The one it goes with and those that go with it, as sentences.
pub fn together(v: &View, d: &Detail) -> Vec<Together> {
    let say = |key, one: &Linked| Together {
        said: v.tf(key, [("number", one.number.clone())]).into_owned(),
        id: one.id,
        title: one.title.clone(),
    };
    let with = d.goes_with.iter().map(|one| say("suggestions-merged-into", one));
    with.chain(d.along.iter().map(|one| say("suggestions-merged-here", one))).collect()
}
