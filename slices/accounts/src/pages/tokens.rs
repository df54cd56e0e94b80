//! One's own tokens for programs.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::Text;
use kit::{
    Problem, Site, View,
    web::{Errors, Form, Wrong, done, page},
};
use uuid::Uuid;

use super::{own_account, unfit};
use crate::{
    issue::Made,
    tokens::{self, Issued, Token},
};

#[derive(Template)]
#[template(path = "tokens.html")]
struct List<'a> {
    v: &'a View,
    f: &'a Form,
    tokens: Vec<Token>,
    issued: Option<Issued>,
}

async fn list_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    f: &Form,
    issued: Option<Issued>,
) -> Result<Response, Problem> {
    let tokens = tokens::of_account(&mut site.db(), own_account(actor)?, site.now()).await?;
    Ok(page(&List { v, f, tokens, issued }))
}

/// The tokens in force, and the form for another.
///
/// # Errors
/// When nobody is signed in.
pub async fn list(State(site): State<Site>, v: View, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    list_page(&site, &v, &actor, &Form::blank(&v).with("days", 90), None).await
}

/// Makes one and shows it, this once.
///
/// # Errors
/// What is wrong is said beside the fields.
pub async fn create(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    mut f: Form,
) -> Result<Response, Problem> {
    let (name, days): (Option<Text<40>>, Option<i64>) = (f.take("name"), f.take("days"));
    if let (Some(name), Some(days)) = (name, days) {
        let days = i32::try_from(days).unwrap_or(i32::MAX);
        match issued(&site, &actor, (&name, days), &f).await {
            Ok(issued) => {
                let blank = Form::blank(&v).with("days", 90);
                return list_page(&site, &v, &actor, &blank, Some(issued)).await;
            }
            Err(problem) => f.accept(problem)?,
        }
    }
    Ok(unfit(list_page(&site, &v, &actor, &f, None).await?))
}

/// Makes one. Pressed twice, the browser shows the second answer alone: the token of the first, which nobody has read, gives way.
async fn issued(site: &Site, actor: &Actor, (name, days): (&Text<40>, i32), f: &Form) -> Result<Issued, Problem> {
    match tokens::issue_once(site, actor, name, days, &f.once("/account/tokens")?).await? {
        Made::Now(issued) => Ok(issued),
        Made::Before(unread) if tokens::revoke(site, actor, unread).await.is_ok() => {
            tokens::issue(site, actor, name, days).await
        }
        Made::Before(_) => Err(Errors::one("name", Wrong::new("accounts-token-twice")).into()),
    }
}

/// Revokes one.
///
/// # Errors
/// When it is not the actor's.
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<Uuid>,
    _f: Form,
) -> Result<Response, Problem> {
    tokens::revoke(&site, &actor, id).await?;
    Ok(done("/account/tokens", "accounts-token-revoked"))
}
