//! One account, as those who answer for it see it.

use accounts_rules::{Actor, SignInRefusal};
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
use uuid::Uuid;

use super::{list, said, slips, unfit};
use crate::{
    acting::{self, Grant, Order},
    activation,
    answer::refused,
    authority, issue, posts,
    queries::{self, PostLine},
    store::{self, Account},
};

#[derive(Template)]
#[template(path = "account.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    account: &'a Account,
    masked: String,
    posts: Vec<PostLine>,
    acting: Vec<Order>,
    duties: Vec<(String, String)>,
    bodies: Vec<(String, String)>,
    deputies: Vec<(String, String)>,
    mine: bool,
}

/// The page.
///
/// # Errors
/// Refused to those who see no such accounts.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
) -> Result<Response, Problem> {
    let f = Form::blank(&v).with("since", site.today()).with("acting_since", site.today());
    show_page(&site, &v, &actor, id, &f, None).await
}

async fn show_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: AccountId,
    f: &Form,
    refusal: Option<String>,
) -> Result<Response, Problem> {
    let congresses = list::overseen(actor)?;
    let mut db = site.db();
    let account = store::by_id(&mut db, id).await?;
    let account = account.filter(|account| queries::sees(congresses.as_deref(), account));
    let account = account.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    let mut posts = queries::deputy_lines(&mut db, v, account.person).await?;
    posts.extend(posts::held(&mut db, id).await?.into_iter().map(|post| PostLine::of(v, post, site.today())));
    let deputies = match account.congress {
        Some(congress) if actor.may(accounts_rules::Right::ActingGrant, congress).is_ok() => {
            let deputies = queries::deputies(&mut db, congress).await?;
            deputies.into_iter().map(|(person, name)| (person.to_string(), name)).collect()
        }
        _ => Vec::new(),
    };
    let shown = Show {
        v,
        f,
        refusal,
        masked: account.masked_phone().unwrap_or_default(),
        posts,
        acting: acting::of_account(&mut db, id, site.today()).await?,
        duties: list::duties(v, actor),
        bodies: list::offered(site, account.congress.map(|congress| vec![congress]), "").await?,
        deputies,
        mine: authority::over(&mut db, actor, id).await.is_ok(),
        account: &account,
    };
    Ok(page(&shown))
}

/// Makes a new activation code and shows its slip.
///
/// # Errors
/// Refused to those who do not answer for the account.
pub async fn issue_code(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    _f: Form,
) -> Result<Response, Problem> {
    let slip = activation::issue_code(&site, &actor, id).await?;
    slips::sheet(&site, &v, vec![slip], 0, 0)
}

/// Closes the account.
///
/// # Errors
/// Refused to those who do not answer for it.
pub async fn close(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    _f: Form,
) -> Result<Response, Problem> {
    issue::close(&site, &actor, id).await?;
    Ok(done(&format!("/accounts/{id}"), "accounts-closed-done"))
}

/// Opens it again.
///
/// # Errors
/// Refused to those who do not answer for it.
pub async fn reopen(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    _f: Form,
) -> Result<Response, Problem> {
    issue::reopen(&site, &actor, id).await?;
    Ok(done(&format!("/accounts/{id}"), "accounts-reopened-done"))
}

/// Gives a post.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above them.
pub async fn issue_post(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let Some(order) = list::read_post(&mut f).filter(|_| !f.has_errors()) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    let once = f.once(&format!("/accounts/{id}/posts"))?;
    match posts::issue_once(&site, &actor, id, order, &once).await {
        Ok(_) => Ok(done(&format!("/accounts/{id}"), "accounts-post-issued")),
        Err(problem) => {
            let refusal = Some(said(&v, problem)?);
            Ok(unfit(show_page(&site, &v, &actor, id, &f, refusal).await?))
        }
    }
}

/// Takes a post back.
///
/// # Errors
/// Refused to those who could not have given it.
pub async fn withdraw_post(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, post)): Path<(AccountId, Uuid)>,
    _f: Form,
) -> Result<Response, Problem> {
    posts::withdraw(&site, &actor, id, post).await?;
    Ok(done(&format!("/accounts/{id}"), "accounts-post-withdrawn"))
}

/// Records that a deputy asked this account to act for them.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above them.
pub async fn grant_acting(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let account = store::by_id(&mut site.db(), id).await?.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    let congress = account.congress.ok_or(SignInRefusal::Unknown).map_err(refused)?;
    let (deputy, since, until) = (f.take("deputy"), f.take("acting_since"), f.take("acting_until"));
    let basis: Option<Text<100>> = f.take("basis");
    let (Some(deputy), Some(since), Some(until), Some(basis)) = (deputy, since, until, basis) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    let once = f.once(&format!("/accounts/{id}/acting"))?;
    let grant = Grant { deputy, account: id, congress, since, until, basis };
    match acting::grant_once(&site, &actor, grant, &once).await {
        Ok(_) => return Ok(done(&format!("/accounts/{id}"), "accounts-acting-granted")),
        Err(problem @ Problem::Invalid(_)) => f.accept(problem)?,
        Err(problem) => {
            let refusal = Some(said(&v, problem)?);
            return Ok(unfit(show_page(&site, &v, &actor, id, &f, refusal).await?));
        }
    }
    Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?))
}

/// Ends an order to act.
///
/// # Errors
/// Refused to those who may not.
pub async fn end_acting(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, order)): Path<(AccountId, Uuid)>,
    _f: Form,
) -> Result<Response, Problem> {
    acting::end(&site, &actor, order).await?;
    Ok(done(&format!("/accounts/{id}"), "accounts-acting-ended"))
}
