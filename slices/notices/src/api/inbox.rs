//! The inbox as JSON.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use kernel::Moment;
use kit::{
    Problem, Site, View, list,
    web::{ProblemJson, api::Body, chosen},
};
use notices_rules::Topic;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::inbox::{self, Asked, Item, NoticeId};

/// What the inbox is narrowed to.
#[derive(Deserialize, IntoParams)]
pub struct Wanted {
    /// Only what was not read.
    unread: Option<bool>,
    /// `own`, `work`, `office`, `account` or `clock`.
    topic: Option<String>,
    /// `next` of the page before.
    after: Option<String>,
    /// Notices wanted, 25 when absent, at most 100.
    limit: Option<u16>,
}

/// One notice.
#[derive(Serialize, ToSchema)]
pub struct NoticeJson {
    id: Uuid,
    /// What it tells, for programs.
    kind: &'static str,
    /// What it tells, for people, in the caller's language.
    text: String,
    /// The suggestion or the account.
    subject: Uuid,
    /// Where the matter is to be seen.
    href: String,
    /// Milliseconds since 1970.
    at: i64,
    /// When it was read.
    read: Option<i64>,
    /// The day by which something is to be done.
    day: Option<String>,
}

/// A page of the inbox.
#[derive(Serialize, ToSchema)]
pub struct InboxJson {
    notices: Vec<NoticeJson>,
    next: Option<String>,
    total: i64,
    /// Unread in all, 100 at most.
    unread: i64,
}

fn notice(item: &Item, v: &View) -> NoticeJson {
    NoticeJson {
        id: item.id.uuid(),
        kind: item.kind.word(),
        text: item.said(v.language),
        subject: item.subject,
        href: item.href(),
        at: item.at.millis(),
        read: item.read.map(Moment::millis),
        day: item.given.day.map(|day| day.to_string()),
    }
}

/// One's own notices, newest first
#[utoipa::path(get, path = "/api/notices", tag = "notices", params(Wanted), responses((status = 200, body = InboxJson),
    (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    Query(wanted): Query<Wanted>,
) -> Result<Json<InboxJson>, Problem> {
    let topic = chosen("topic", wanted.topic.as_deref().unwrap_or_default(), Topic::read)?;
    let asked = Asked { unread: wanted.unread == Some(true), topic };
    let size = list::size(wanted.limit, 25, 100);
    let page = inbox::page(&site, &actor, asked, wanted.after.as_deref(), size).await?;
    Ok(Json(InboxJson {
        notices: page.items.iter().map(|item| notice(item, &v)).collect(),
        next: page.next.map(|next| next.to_string()),
        total: page.total,
        unread: inbox::unread(site.db(), &actor).await?,
    }))
}

/// Mark one read
#[utoipa::path(post, path = "/api/notices/{id}/reading", tag = "notices", params(("id" = Uuid, Path)), responses(
    (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn read(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<NoticeId>,
) -> Result<StatusCode, Problem> {
    inbox::open(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Up to when.
#[derive(Deserialize, ToSchema)]
pub struct Until {
    /// Milliseconds since 1970; now when absent.
    until: Option<i64>,
}

/// How many.
#[derive(Serialize, ToSchema)]
pub struct Marked {
    read: u64,
}

/// Mark all read that had come by a moment
#[utoipa::path(post, path = "/api/notices/reading", tag = "notices", request_body = Until, responses(
    (status = 200, body = Marked), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn read_all(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Body(asked): Body<Until>,
) -> Result<Json<Marked>, Problem> {
    let until = asked.until.map_or_else(|| site.now(), Moment::from_millis);
    Ok(Json(Marked { read: inbox::read_all(&site, &actor, until).await? }))
}
