//! Signing in and out.

use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    http::header,
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, go, page, session, session::Visit},
};
use serde::Deserialize;

use super::{again, on_this_site, unfit, welcome};
use crate::{
    device::Client,
    provider,
    sign_in::{self, Entry},
};

#[derive(Template)]
#[template(path = "session_new.html")]
struct New<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    provider: Option<String>,
    demonstration: bool,
}

#[derive(Template)]
#[template(path = "session_digits.html")]
struct Digits<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
}

/// Where to go afterwards.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Next {
    /// A path on this site.
    pub next: String,
}

fn new_page(site: &Site, v: &View, f: &Form, refusal: Option<String>) -> Response {
    let provider = provider::label(site);
    page(&New { v, f, refusal, provider, demonstration: site.config().demonstration })
}

/// The form.
pub async fn new(State(site): State<Site>, v: View, Query(next): Query<Next>) -> Response {
    new_page(&site, &v, &Form::blank(&v).with("next", &next.next), None)
}

/// Signs in.
///
/// # Errors
/// A refusal is said above the form, which keeps the name that was typed.
pub async fn create(State(site): State<Site>, v: View, client: Client, mut f: Form) -> Result<Response, Problem> {
    let (name, password): (Option<String>, Option<String>) = (f.take("name"), f.take("password"));
    let (Some(name), Some(_)) = (name, password) else { return Ok(unfit(new_page(&site, &v, &f, None))) };
    // The password as typed: blanks at its ends belong to it.
    match sign_in::by_password(&site, &name, f.value("password"), &client).await {
        Ok(Entry::In(entered)) => Ok(welcome(&entered, on_this_site(f.value("next")))),
        Ok(Entry::SecondStep(step)) => Ok(second_step(&v, &step, f.value("next"))),
        Err(problem) => again(&v, problem, |refusal| new_page(&site, &v, &f, refusal)),
    }
}

/// Asks for the six digits.
pub(super) fn second_step(v: &View, step: &str, next: &str) -> Response {
    let f = Form::blank(v).with("step", step).with("next", next);
    page(&Digits { v, f: &f, refusal: None })
}

/// Whoever comes here without a first step begins again.
pub async fn digits() -> Response {
    go("/session/new")
}

/// The second step.
///
/// # Errors
/// A refusal is said above the form.
pub async fn create_with_digits(
    State(site): State<Site>,
    v: View,
    client: Client,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(typed) = f.take::<String>("digits") else {
        return Ok(unfit(page(&Digits { v: &v, f: &f, refusal: None })));
    };
    match sign_in::by_totp(&site, f.value("step"), &typed, &client).await {
        Ok(entered) => Ok(welcome(&entered, on_this_site(f.value("next")))),
        Err(problem) => again(&v, problem, |refusal| page(&Digits { v: &v, f: &f, refusal })),
    }
}

/// Signs out: the session ends here and in the database.
///
/// # Errors
/// When the database refuses.
pub async fn remove(State(site): State<Site>, visit: Option<Extension<Visit>>, _f: Form) -> Result<Response, Problem> {
    if let Some(Extension(visit)) = visit
        && let Some(account) = visit.account
    {
        let mut tx = site.db().begin().await?;
        session::close(&mut tx, account, visit.id).await?;
        tx.commit().await?;
    }
    let mut response = go("/");
    response.headers_mut().append(header::SET_COOKIE, session::farewell(&site)?);
    Ok(response)
}
