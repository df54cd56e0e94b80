//! Correcting an account.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{AccountId, Text};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};

use super::{list, said, unfit};
use crate::{
    authority,
    edit::{self, Corrected},
};

#[derive(Template)]
#[template(path = "account_edit.html")]
struct Edit<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    id: AccountId,
}

/// The form, with what stands there now.
///
/// # Errors
/// Refused to those who do not answer for the account.
pub async fn ask(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
) -> Result<Response, Problem> {
    list::overseen(&actor)?;
    let account = authority::over(&mut site.db(), &actor, id).await?;
    let f = Form::blank(&v)
        .with("name", &account.name)
        .with("sign_in", &account.sign_in)
        .with("phone", account.phone.as_deref().unwrap_or_default())
        .with("version", account.version);
    Ok(page(&Edit { v: &v, f: &f, refusal: None, id }))
}

/// Corrects it.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above them; both versions when it was corrected meanwhile.
pub async fn correct(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    mut f: Form,
) -> Result<Response, Problem> {
    list::overseen(&actor)?;
    authority::over(&mut site.db(), &actor, id).await?;
    let (name, sign_in): (Option<Text<40>>, Option<Text<40>>) = (f.take("name"), f.take("sign_in"));
    let (phone, seen) = (list::read_phone(&mut f), f.take("version"));
    let (Some(name), Some(sign_in), Some(seen), false) = (name, sign_in, seen, f.has_errors()) else {
        return Ok(unfit(page(&Edit { v: &v, f: &f, refusal: None, id })));
    };
    match edit::correct(&site, &actor, (id, seen), &Corrected { name, sign_in, phone }).await {
        Ok(_) => Ok(done(&format!("/accounts/{id}"), "accounts-corrected")),
        Err(problem) => {
            let refusal = Some(said(&v, problem)?);
            Ok(unfit(page(&Edit { v: &v, f: &f, refusal, id })))
        }
    }
}
