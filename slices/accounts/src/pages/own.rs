//! One's own account: what it is, and its password.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, session::Visit},
};

use super::{again, own_account, unfit};
use crate::{
    answer::refused,
    device::Client,
    password, posts, provider,
    queries::{self, PostLine},
    store::{self, Account},
    totp,
};

#[derive(Template)]
#[template(path = "own.html")]
struct Own<'a> {
    v: &'a View,
    account: &'a Account,
    masked: String,
    posts: Vec<PostLine>,
    totp: bool,
    tokens: bool,
    hooks: bool,
    acting: bool,
    provider: Option<String>,
    linked: bool,
}

#[derive(Template)]
#[template(path = "own_password.html")]
struct Change<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
}

/// The account at a glance.
///
/// # Errors
/// When nobody is signed in.
pub async fn show(State(site): State<Site>, v: View, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    let id = own_account(&actor)?;
    let mut db = site.db();
    let account = store::by_id(&mut db, id).await?.ok_or_else(|| refused(accounts_rules::SignInRefusal::Unknown))?;
    let mut posts = queries::deputy_lines(&mut db, &v, account.person).await?;
    posts.extend(posts::held(&mut db, id).await?.into_iter().map(|post| PostLine::of(&v, post, site.today())));
    let own = Own {
        v: &v,
        masked: account.masked_phone().unwrap_or_default(),
        account: &account,
        posts,
        totp: totp::wanted(&mut db, id).await?,
        tokens: actor.holds(Right::TokenIssue),
        hooks: actor.holds(Right::HookKeep),
        acting: queries::concerns_acting(&mut db, &account, site.today()).await?,
        provider: provider::label(&site),
        linked: provider::linked(&mut db, id).await?,
    };
    Ok(page(&own))
}

/// The form for a new password.
///
/// # Errors
/// When nobody is signed in.
pub async fn password(v: View, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    own_account(&actor)?;
    Ok(page(&Change { v: &v, f: &Form::blank(&v), refusal: None }))
}

/// Changes the password; every other session ends.
///
/// # Errors
/// What is wrong is said beside the fields.
pub async fn change(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
    client: Client,
    mut f: Form,
) -> Result<Response, Problem> {
    let filled = ["old", "password", "again"].map(|name| f.take::<String>(name).is_some());
    if filled == [true; 3] && f.value("password") != f.value("again") {
        f.refuse("again", Wrong::new("accounts-password-again-differs"));
    }
    if f.has_errors() {
        return Ok(unfit(page(&Change { v: &v, f: &f, refusal: None })));
    }
    let present = visit.map(|Extension(visit)| visit.id);
    match password::change(&site, &actor, (f.value("old"), f.value("password")), &client, present).await {
        Ok(()) => Ok(done("/account", "accounts-password-changed")),
        Err(problem @ Problem::Invalid(_)) => {
            f.accept(problem)?;
            Ok(unfit(page(&Change { v: &v, f: &f, refusal: None })))
        }
        Err(problem) => again(&v, problem, |refusal| page(&Change { v: &v, f: &f, refusal })),
    }
}
