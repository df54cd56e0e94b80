//! The accounts an office answers for.

use accounts_rules::{Actor, Phone, SignInRefusal};
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use kernel::{AccountId, Text};
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Wrong,
        api::{self, Body, Seen},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    answer::refused,
    edit::{self, Corrected},
    issue,
    pages::overseen,
    posts,
    queries::{self, Asked, Line, PAGE},
    store,
};

/// What the list is asked for.
#[derive(Deserialize, IntoParams)]
pub struct Filters {
    /// The beginning of a name.
    #[serde(default)]
    name: String,
    /// `waiting`, `active` or `closed`; empty for all.
    #[serde(default)]
    state: String,
    /// The `next` of the page before.
    #[serde(default)]
    after: String,
}

/// One account of the list.
#[derive(Serialize, ToSchema)]
pub struct AccountJson {
    /// Which.
    id: Uuid,
    /// The name to greet.
    name: String,
    /// What is typed to sign in.
    sign_in: String,
    /// `waiting`, `active` or `closed`.
    state: &'static str,
}

/// One page of the list.
#[derive(Serialize, ToSchema)]
pub struct AccountsPage {
    /// The accounts.
    items: Vec<AccountJson>,
    /// How many fit in all.
    total: i64,
    /// Ask with this in `after` for the next page.
    next: Option<String>,
}

impl AccountJson {
    fn of(line: Line) -> Self {
        let (_, key) = line.badge();
        let state = key.strip_prefix("accounts-state-").unwrap_or(key);
        Self { id: line.id.uuid(), name: line.name, sign_in: line.sign_in, state }
    }
}

/// The accounts of one's office; an operator sees all.
///
/// # Errors
/// Refused to those who answer for none.
#[utoipa::path(get, path = "/api/accounts", tag = "accounts", params(Filters), responses(
    (status = 200, body = AccountsPage), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(filters): Query<Filters>,
) -> Result<Json<AccountsPage>, Problem> {
    let congresses = overseen(&actor)?;
    let asked = Asked::read(filters.name, filters.state, filters.after)?;
    let mut lines = queries::lines(&mut site.db(), congresses.as_deref(), &asked).await?;
    let total = queries::count(&mut site.db(), congresses.as_deref(), &asked).await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let next = lines.last().filter(|_| more).map(|line| line.sign_in.clone());
    Ok(Json(AccountsPage { items: lines.into_iter().map(AccountJson::of).collect(), total, next }))
}

/// An account with its posts.
#[derive(Serialize, ToSchema)]
pub struct AccountDetail {
    /// Which.
    id: Uuid,
    /// The name to greet.
    name: String,
    /// What is typed to sign in.
    sign_in: String,
    /// Masked.
    phone: Option<String>,
    /// `waiting`, `active` or `closed`.
    state: &'static str,
    /// Rises with every change; stands in `ETag` as well.
    version: i64,
    /// Posts that were issued.
    posts: Vec<HeldPostJson>,
}

/// A post of an account.
#[derive(Serialize, ToSchema)]
pub struct HeldPostJson {
    /// Which.
    id: Uuid,
    /// Its duty.
    duty: String,
    /// The body.
    body: Uuid,
    /// From which day.
    since: String,
    /// The last day.
    until: Option<String>,
}

/// One account of one's office.
///
/// # Errors
/// Refused to those who do not see it.
#[utoipa::path(get, path = "/api/accounts/{id}", tag = "accounts", params(("id" = Uuid, Path)), responses(
    (status = 200, body = AccountDetail), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
) -> Result<Response, Problem> {
    let congresses = overseen(&actor)?;
    let account = store::by_id(&mut site.db(), id).await?;
    let account = account.filter(|account| queries::sees(congresses.as_deref(), account));
    let account = account.ok_or_else(|| refused(SignInRefusal::Unknown))?;
    let held = |post: posts::HeldPost| HeldPostJson {
        id: post.id,
        duty: post.duty,
        body: post.body.uuid(),
        since: post.since.to_string(),
        until: post.until.map(|day| day.to_string()),
    };
    let (version, posts) = (account.version, posts::held(&mut site.db(), id).await?.into_iter().map(held).collect());
    let detail = AccountDetail {
        version,
        id: account.id.uuid(),
        phone: account.masked_phone(),
        state: account.state(),
        name: account.name,
        sign_in: account.sign_in,
        posts,
    };
    Ok(api::versioned(version, detail))
}

/// What can be corrected.
#[derive(Deserialize, ToSchema)]
pub struct Correction {
    /// The name to greet.
    #[schema(value_type = String, max_length = 40)]
    name: Text<40>,
    /// The name to sign in with.
    #[schema(value_type = String, max_length = 40)]
    sign_in: Text<40>,
    /// A mainland mobile number, or none.
    phone: Option<String>,
}

/// Correct an account's names and number. Carries `If-Match` with the version seen.
///
/// # Errors
/// As [`edit::correct`].
#[utoipa::path(put, path = "/api/accounts/{id}", tag = "accounts", request_body = Correction,
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "The version seen")), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn correct(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    seen: Seen,
    Body(asked): Body<Correction>,
) -> Result<StatusCode, Problem> {
    overseen(&actor)?;
    let phone = phone(asked.phone.as_deref())?;
    edit::correct(&site, &actor, (id, seen.0), &Corrected { name: asked.name, sign_in: asked.sign_in, phone }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A telephone number as typed.
pub(super) fn phone(typed: Option<&str>) -> Result<Option<Phone>, Problem> {
    let unreadable = |_| Problem::from(Errors::one("phone", Wrong::new("accounts-phone-unreadable")));
    typed.map(Phone::parse).transpose().map_err(unreadable)
}

/// Close an account.
///
/// # Errors
/// As [`issue::close`].
#[utoipa::path(post, path = "/api/accounts/{id}/closure", tag = "accounts", params(("id" = Uuid, Path)), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn close(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
) -> Result<StatusCode, Problem> {
    issue::close(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Open a closed account again.
///
/// # Errors
/// As [`issue::reopen`].
#[utoipa::path(delete, path = "/api/accounts/{id}/closure", tag = "accounts", params(("id" = Uuid, Path)), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn reopen(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
) -> Result<StatusCode, Problem> {
    issue::reopen(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
