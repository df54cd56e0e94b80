//! Whether somebody has raised it before: shown while one writes.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::{BodyId, Day};
use kit::{Problem, Site, View, web::page};
use serde::Deserialize;
use suggestions_rules::SuggestionId;

use super::{advice, names};
use crate::queries::{self, Alike};

/// The words written so far.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Written {
    title: String,
    body: String,
    /// The congress it is meant for, whose rules give advice.
    congress: Option<BodyId>,
}

#[derive(Template)]
#[template(path = "suggestions/similar.html")]
struct Page<'a> {
    v: &'a View,
    advice: Vec<String>,
    alike: Vec<Like>,
}

/// One of them, as shown.
pub struct Like {
    pub id: SuggestionId,
    pub title: String,
    pub where_and_who: String,
    pub filed: Day,
    pub tone: &'static str,
    pub stage: String,
    pub repeat: bool,
    pub answer: Option<(String, Day)>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(written): Query<Written>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let alike = likes(&site, &actor, &v, (&written.title, &written.body), None).await?;
    let advice = match written.congress {
        Some(congress) => advice::of(&site, &v, congress, &written.title, &written.body).await?,
        None => vec![],
    };
    Ok(page(&Page { v: &v, advice, alike }))
}

/// What is like a text, for pages that show it; nothing for a title too short to be like anything.
///
/// # Errors
/// When the database or the index cannot be read.
pub async fn likes(
    site: &Site,
    actor: &Actor,
    v: &View,
    text: (&str, &str),
    except: Option<SuggestionId>,
) -> Result<Vec<Like>, Problem> {
    if text.0.chars().count() < 4 {
        return Ok(vec![]);
    }
    let found = queries::similar(site, actor, text, except).await?;
    Ok(found.into_iter().map(|alike| like(v, alike)).collect())
}

fn like(v: &View, alike: Alike) -> Like {
    let (tone, stage) = names::stage(v, &alike.stage);
    let lead = alike.lead.unwrap_or_else(|| v.t("suggestions-identity-kept").into_owned());
    let number = alike.number.unwrap_or_default();
    let parts = [alike.congress, number, lead].into_iter().filter(|part| !part.is_empty());
    Like {
        id: alike.id,
        title: alike.title,
        where_and_who: parts.collect::<Vec<_>>().join(" · "),
        filed: alike.filed,
        tone,
        stage,
        repeat: alike.repeat,
        answer: alike.answer,
    }
}
