//! Six-digit codes: set up, shown to work, taken away.

use accounts_rules::{Actor, Code};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};

use super::{own_account, unfit};
use crate::{
    device::Client,
    totp::{self, Enrolment},
};

#[derive(Template)]
#[template(path = "totp.html")]
struct SetUp<'a> {
    v: &'a View,
    f: &'a Form,
    enrolment: &'a Enrolment,
}

#[derive(Template)]
#[template(path = "totp_removal.html")]
struct Removal<'a> {
    v: &'a View,
    f: &'a Form,
}

#[derive(Template)]
#[template(path = "totp_codes.html")]
struct Codes<'a> {
    v: &'a View,
    codes: &'a [Code],
}

/// Sets the digits up, or offers to take them away.
///
/// # Errors
/// When nobody is signed in.
pub async fn show(State(site): State<Site>, v: View, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    let id = own_account(&actor)?;
    let f = Form::blank(&v);
    if totp::wanted(&mut site.db(), id).await? {
        return Ok(page(&Removal { v: &v, f: &f }));
    }
    let enrolment = totp::enrol(&site, &actor).await?;
    Ok(page(&SetUp { v: &v, f: &f, enrolment: &enrolment }))
}

/// Shows that they work, and gives the recovery codes.
///
/// # Errors
/// What is wrong is said beside the field.
pub async fn verify(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    mut f: Form,
) -> Result<Response, Problem> {
    if let Some(digits) = f.take::<String>("digits") {
        match totp::verify(&site, &actor, &digits).await {
            Ok(codes) => return Ok(page(&Codes { v: &v, codes: &codes })),
            Err(problem) => f.accept(problem)?,
        }
    }
    let enrolment = totp::enrol(&site, &actor).await?;
    Ok(unfit(page(&SetUp { v: &v, f: &f, enrolment: &enrolment })))
}

/// Takes them away.
///
/// # Errors
/// What is wrong is said beside the field.
pub async fn remove(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    client: Client,
    mut f: Form,
) -> Result<Response, Problem> {
    if f.take::<String>("old").is_some() {
        match totp::remove(&site, &actor, f.value("old"), &client).await {
            Ok(()) => return Ok(done("/account", "accounts-totp-removed")),
            Err(problem) => f.accept(problem)?,
        }
    }
    Ok(unfit(page(&Removal { v: &v, f: &f })))
}
