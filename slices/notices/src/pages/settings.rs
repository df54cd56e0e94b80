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

async fn settings(site: &Site, v: &View, actor: &Actor, f: &Form) -> Result<Response, Problem> {
    let choice = choices::choice(site, actor).await?;
    let words = |rhythm: Rhythm| {
        (rhythm.word(), v.t(&format!("notices-rhythm-{}", rhythm.word().replace('_', "-"))).into_owned())
    };
    let rhythms = Rhythm::ALL.into_iter().map(words).collect();
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
    let Some(rhythm) = f.choice("rhythm", Rhythm::read) else {
        return Ok(unfit(settings(&site, &v, &actor, &f).await?));
    };
    choices::choose(&site, &actor, rhythm, v.language).await?;
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
    if let Some(email) = f.take::<String>("email") {
        match choices::name_address(&site, &actor, &email, v.language).await {
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
    Extension(actor): Extension<Actor>,
    _f: Form,
) -> Result<Response, Problem> {
    choices::forget_address(&site, &actor).await?;
    Ok(done(HERE, "notices-address-forgotten"))
}
