//! 我的通知设置.

use accounts_rules::Actor;
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};
use notices_rules::Rhythm;

use super::unfit;
use crate::choices::{self, Choice};

const HERE: &str = "/notices/settings";

#[derive(Template)]
#[template(path = "notices/settings.html")]
struct Settings<'a> {
    v: &'a View,
    f: &'a Form,
    choice: Choice,
    rhythms: Vec<(&'static str, String)>,
    mail: bool,
}

/// What a rhythm is called.
fn called(v: &View, word: &str) -> String {
    v.t(&format!("notices-rhythm-{}", word.replace('_', "-"))).into_owned()
}

/// Both rhythms of a choice that came too late, as the page calls them.
fn in_words(v: &View, problem: Problem) -> Problem {
    let Problem::Stale(mut stale) = problem else { return problem };
    for field in &mut stale.fields {
        (field.yours, field.stands) = (called(v, &field.yours), called(v, &field.stands));
    }
    Problem::Stale(stale)
}

async fn settings(site: &Site, v: &View, actor: &Actor, f: &Form) -> Result<Response, Problem> {
    let choice = choices::choice(site, actor).await?;
    let rhythms = Rhythm::ALL.into_iter().map(|rhythm| (rhythm.word(), called(v, rhythm.word()))).collect();
    Ok(page(&Settings { v, f, choice, rhythms, mail: site.config().mail.is_some() }))
}

/// What was chosen.
///
/// # Errors
/// When nobody is signed in in person.
pub async fn show(State(site): State<Site>, v: View, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    let choice = choices::choice(&site, &actor).await?;
    settings(&site, &v, &actor, &Form::blank(&v).with("rhythm", choice.rhythm.word())).await
}

/// Chooses how often.
///
/// # Errors
/// When nobody is signed in in person.
pub async fn choose(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    mut f: Form,
) -> Result<Response, Problem> {
    let (rhythm, seen) = (f.choice("rhythm", Rhythm::read), f.take("version"));
    let (Some(rhythm), Some(seen)) = (rhythm, seen) else {
        return Ok(unfit(settings(&site, &v, &actor, &f).await?));
    };
    choices::choose(&site, &actor, seen, rhythm, v.language).await.map_err(|problem| in_words(&v, problem))?;
    Ok(done(HERE, "notices-chosen"))
}

/// Names an address.
///
/// # Errors
/// When nobody is signed in in person, or no mail server is set up.
pub async fn name(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    mut f: Form,
) -> Result<Response, Problem> {
    let (email, seen) = (f.take::<String>("email"), f.take("version"));
    if let (Some(email), Some(seen)) = (email, seen) {
        match choices::name_address(&site, &actor, seen, &email, v.language).await {
            Ok(()) => return Ok(done(HERE, "notices-code-sent")),
            Err(problem) => f.accept(problem)?,
        }
    }
    Ok(unfit(settings(&site, &v, &actor, &chosen(&site, &actor, f).await?).await?))
}

/// Confirms it.
///
/// # Errors
/// When nobody is signed in in person.
pub async fn confirm(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    mut f: Form,
) -> Result<Response, Problem> {
    if let Some(code) = f.take::<String>("code") {
        match choices::confirm(&site, &actor, &code).await {
            Ok(()) => return Ok(done(HERE, "notices-address-confirmed")),
            Err(problem) => f.accept(problem)?,
        }
    }
    Ok(unfit(settings(&site, &v, &actor, &chosen(&site, &actor, f).await?).await?))
}

/// The form that came with what stands in the other one.
async fn chosen(site: &Site, actor: &Actor, f: Form) -> Result<Form, Problem> {
    let choice = choices::choice(site, actor).await?;
    Ok(f.with("rhythm", choice.rhythm.word()))
}

/// Takes the address out.
///
/// # Errors
/// When nobody is signed in in person.
pub async fn forget(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(seen) = f.take("version") else {
        return Ok(unfit(settings(&site, &v, &actor, &chosen(&site, &actor, f).await?).await?));
    };
    choices::forget_address(&site, &actor, seen).await?;
    Ok(done(HERE, "notices-address-forgotten"))
}
