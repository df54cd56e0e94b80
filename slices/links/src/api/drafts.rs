//! Drafts of links.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use links_rules::{DraftId, KindId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::shapes::{LinkDraftJson, draft};
use crate::desk::{
    draft::{self as desk, LinkDraftWanted, LinkLineWanted},
    kind,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// A line to be added, or, with its number, to be given to somebody else.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkDraftChange {
    /// The line that is given to somebody else.
    n: Option<u32>,
    /// Who links: the identity of a person or a body.
    one: String,
    /// Who is linked: an identity, or the code of a place; of a line that is given to somebody else left out.
    other: Option<String>,
}

async fn shown(site: &Site, actor: &Actor, id: DraftId, status: StatusCode) -> Answer {
    let it = desk::look(site, actor, id).await?;
    Ok((status, Json(draft(&it))).into_response())
}

/// Draft links: those that stand are kept, the others spread evenly
#[utoipa::path(post, path = "/api/link-kinds/{id}/drafts", tag = "links", operation_id = "link_draft_make",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = LinkDraftWanted,
    responses((status = 201, body = LinkDraftJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    once: Once,
    body: Result<Body<LinkDraftWanted>, Problem>,
) -> Answer {
    kind::may(&site, &actor, id, Right::LinkKeep).await?;
    let Body(wanted) = body?;
    let made = desk::make(&site, &actor, id, wanted, &once).await?;
    shown(&site, &actor, made.id, StatusCode::CREATED).await
}

/// One draft, with who would stay uncovered and why
#[utoipa::path(get, path = "/api/link-drafts/{id}", tag = "links", operation_id = "link_draft_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = LinkDraftJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DraftId>) -> Answer {
    shown(&site, &actor, id, StatusCode::OK).await
}

/// Add a line to a draft, or give one to somebody else
#[utoipa::path(post, path = "/api/link-drafts/{id}/lines", tag = "links", operation_id = "link_draft_change",
    params(("id" = Uuid, Path)), request_body = LinkDraftChange,
    responses((status = 200, body = LinkDraftJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DraftId>,
    body: Result<Body<LinkDraftChange>, Problem>,
) -> Answer {
    desk::may(&site, &actor, id).await?;
    let Body(LinkDraftChange { n, one, other }) = body?;
    match n {
        Some(n) => desk::give(&site, &actor, id, n, &one).await?,
        None => {
            let wanted = LinkLineWanted { one, other: other.unwrap_or_default() };
            desk::add(&site, &actor, id, wanted).await?;
        }
    }
    shown(&site, &actor, id, StatusCode::OK).await
}

/// Take a line out of a draft
#[utoipa::path(delete, path = "/api/link-drafts/{id}/lines/{n}", tag = "links", operation_id = "link_draft_line_remove",
    params(("id" = Uuid, Path), ("n" = u32, Path)),
    responses((status = 200, body = LinkDraftJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn remove(State(site): State<Site>, Extension(actor): Who, Path((id, n)): Path<(DraftId, u32)>) -> Answer {
    desk::remove(&site, &actor, id, n).await?;
    shown(&site, &actor, id, StatusCode::OK).await
}

/// Adopt a draft: its links begin
#[utoipa::path(post, path = "/api/link-drafts/{id}/adoption", tag = "links", operation_id = "link_draft_adopt",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = LinkDraftJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn adopt(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DraftId>) -> Answer {
    desk::adopt(&site, &actor, id).await?;
    shown(&site, &actor, id, StatusCode::OK).await
}

/// Give a draft up
#[utoipa::path(delete, path = "/api/link-drafts/{id}", tag = "links", operation_id = "link_draft_give_up",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = LinkDraftJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn give_up(State(site): State<Site>, Extension(actor): Who, Path(id): Path<DraftId>) -> Answer {
    desk::give_up(&site, &actor, id).await?;
    shown(&site, &actor, id, StatusCode::OK).await
}
