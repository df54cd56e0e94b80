//! Activation: the code from the slip, then the password.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, page},
};
use serde::Deserialize;

use super::{again, session::second_step, unfit, welcome};
use crate::{activation, device::Client, sign_in::Entry, store::Account};

#[derive(Template)]
#[template(path = "activation.html")]
struct Ask<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
}

#[derive(Template)]
#[template(path = "activation_password.html")]
struct Choose<'a> {
    v: &'a View,
    f: &'a Form,
    account: &'a Account,
    masked: String,
}

/// The code, when it comes with the address from the slip's picture.
#[derive(Deserialize)]
pub struct Scanned {
    #[serde(default)]
    code: String,
}

/// Asks for the code. Scanned from the slip it stands in the field already; nothing is done before somebody presses the button.
pub async fn ask(v: View, Query(scanned): Query<Scanned>) -> Response {
    let f = Form::blank(&v).with("code", scanned.code);
    page(&Ask { v: &v, f: &f, refusal: None })
}

/// Shows whose code it is and asks for a password.
///
/// # Errors
/// A refusal is said above the form.
pub async fn look(State(site): State<Site>, v: View, client: Client, mut f: Form) -> Result<Response, Problem> {
    let Some(code) = f.take::<String>("code") else {
        return Ok(unfit(page(&Ask { v: &v, f: &f, refusal: None })));
    };
    match activation::owner(&site, &code, &client).await {
        Ok(account) => Ok(choose(&v, &f, &account)),
        Err(problem) => again(&v, problem, |refusal| page(&Ask { v: &v, f: &f, refusal })),
    }
}

fn choose(v: &View, f: &Form, account: &Account) -> Response {
    page(&Choose { v, f, account, masked: account.masked_phone().unwrap_or_default() })
}

/// Sets the password and signs in.
///
/// # Errors
/// What is wrong with the password is said beside it; a code no longer good leads back to the first step.
pub async fn create(State(site): State<Site>, v: View, client: Client, mut f: Form) -> Result<Response, Problem> {
    let account = match activation::owner(&site, f.value("code"), &client).await {
        Ok(account) => account,
        Err(problem) => return again(&v, problem, |refusal| page(&Ask { v: &v, f: &f, refusal })),
    };
    let filled = f.take::<String>("password").is_some() && f.take::<String>("again").is_some();
    if filled && f.value("password") != f.value("again") {
        f.refuse("again", Wrong::new("accounts-password-again-differs"));
    }
    if f.has_errors() {
        return Ok(unfit(choose(&v, &f, &account)));
    }
    match activation::redeem(&site, f.value("code"), f.value("password"), &client).await {
        Ok(Entry::In(entered)) => Ok(welcome(&entered, "/")),
        Ok(Entry::SecondStep(step)) => Ok(second_step(&v, &step, "/")),
        Err(problem) => {
            f.accept(problem)?;
            Ok(unfit(choose(&v, &f, &account)))
        }
    }
}
