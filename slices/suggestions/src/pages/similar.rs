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
use suggestions_rules::{self as rules, Suggestion};

use super::{advice, names};
use crate::queries::{self, About, Alike};

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
    pub href: String,
    pub title: String,
    pub where_and_who: String,
    pub filed: String,
    pub tone: &'static str,
    pub stage: String,
    /// That the same deputy raised it in a year before, in words.
    pub repeat: Option<String>,
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
    let alike = likes(&site, &actor, &v, (&written.title, &written.body), About::writing(&site, &actor, None)).await?;
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
    about: About,
) -> Result<Vec<Like>, Problem> {
    if text.0.chars().count() < 4 {
        return Ok(vec![]);
    }
    let found = queries::similar(site, actor, text, about).await?;
    let mine = actor.stands_for().is_some() && actor.stands_for() == about.lead;
    Ok(found.into_iter().map(|alike| like(v, alike, mine)).collect())
}

/// What the same deputy raised in a year before on the same matter, with the last answer, for who checks and who answers (连续提出).
///
/// # Errors
/// As [`likes`].
pub async fn repeats(site: &Site, actor: &Actor, v: &View, suggestion: &Suggestion) -> Result<Vec<Like>, Problem> {
    let text = (suggestion.sheet.title.as_str(), suggestion.sheet.body.as_str());
    let all = likes(site, actor, v, text, About::kept(site, suggestion)).await?;
    Ok(all.into_iter().filter(|like| like.repeat.is_some()).collect())
}

/// That a unit's letter repeats what it answered the same deputy on the same matter in a year before, in words; nothing where it does not.
///
/// # Errors
/// As [`likes`].
pub async fn copied(
    site: &Site,
    actor: &Actor,
    v: &View,
    suggestion: &Suggestion,
    (unit, body): (BodyId, &str),
) -> Result<Option<String>, Problem> {
    let book = crate::desk::rules::book(site, suggestion.congress, suggestion.session).await?;
    let from = book.copied.value;
    if from == 0 || body.is_empty() {
        return Ok(None);
    }
    let text = (suggestion.sheet.title.as_str(), suggestion.sheet.body.as_str());
    let before = queries::letters_before(site, actor, text, (About::kept(site, suggestion), unit)).await?;
    let share = before.iter().map(|letter| rules::copied(body, letter, &book)).max().unwrap_or(0);
    let said = || v.tf("suggestions-lack-copied", [("share", share.to_string())]).into_owned();
    Ok((share >= from).then(said))
}

fn like(v: &View, alike: Alike, mine: bool) -> Like {
    let (tone, stage) = match alike.edition {
        Some(_) => ("good", v.t("suggestions-alike-disclosed").into_owned()),
        None => names::stage(v, &alike.stage),
    };
    let repeat = if mine { "suggestions-alike-repeat" } else { "suggestions-alike-repeated" };
    let (filed, at) = match alike.filed {
        Some(day) => ("suggestions-alike-filed", day.to_string()),
        None => ("suggestions-alike-filed-year", alike.year.to_string()),
    };
    let lead = alike.lead.unwrap_or_else(|| v.t("suggestions-identity-kept").into_owned());
    let number = alike.number.unwrap_or_default();
    let parts = [alike.congress, number, lead].into_iter().filter(|part| !part.is_empty());
    Like {
        href: match alike.edition {
            Some(edition) => format!("/disclosures/{edition}"),
            None => format!("/suggestions/{}", alike.id),
        },
        title: alike.title,
        where_and_who: parts.collect::<Vec<_>>().join(" · "),
        filed: v.tf(filed, [("day", at)]).into_owned(),
        tone,
        stage,
        repeat: alike.repeat.then(|| v.t(repeat).into_owned()),
        answer: alike.answer,
    }
}
