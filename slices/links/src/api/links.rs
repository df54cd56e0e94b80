//! Links and their contacts.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Once},
        chosen,
    },
};
use links_rules::{KindId, LinkId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shapes::{LinkContactJson, LinkJson, LinkLines, contact, link};
use crate::{
    desk::{
        contact::{self as contacts_desk, LinkContactWanted},
        kind,
        link::{self as desk, LinkEndWanted, LinkWanted},
    },
    pages::mine_of,
    queries::{
        BY_PLACE,
        lines::{self, Show},
        paged,
    },
    store::contacts_of,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Lines of a page.
const LINES: u16 = 100;

/// What the list is narrowed to.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct LinksWanted {
    /// `standing`, `behind` (fewer contacts than owed), `none` (no contact in the year) or `ended`.
    show: String,
    /// As of this day, `YYYY-MM-DD`; today where it is left out.
    day: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// The links of one person.
#[derive(Serialize, ToSchema)]
pub struct OwnLinks {
    /// Those they keep.
    own: Vec<LinkJson>,
    /// Those by which they are kept.
    others: Vec<LinkJson>,
}

async fn shown(site: &Site, id: LinkId, status: StatusCode) -> Answer {
    let line = lines::one(&mut site.db(), id, site.today()).await?.ok_or_else(Problem::missing)?;
    Ok((status, Json(link(line))).into_response())
}

/// The links of a kind as of a day
#[utoipa::path(get, path = "/api/link-kinds/{id}/links", tag = "links", operation_id = "link_list",
    params(("id" = Uuid, Path), LinksWanted),
    responses((status = 200, body = LinkLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    wanted: Result<Query<LinksWanted>, Problem>,
) -> Answer {
    kind::of(&site, &actor, id).await?;
    let Query(wanted) = wanted?;
    let show = chosen("show", &wanted.show, Show::read)?.unwrap_or_default();
    let day = chosen("day", &wanted.day, |raw| raw.parse().ok())?.unwrap_or_else(|| site.today());
    let after = position(&wanted.after, &BY_PLACE)?;
    let found = paged(lines::of_kind(&mut site.db(), id, show, day).await?, after.as_ref(), LINES)?;
    let next = found.next.map(|next| next.to_string());
    Ok(Json(LinkLines { items: found.items.into_iter().map(link).collect(), next, total: found.total }).into_response())
}

/// Link one to another
#[utoipa::path(post, path = "/api/link-kinds/{id}/links", tag = "links", operation_id = "link_make",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = LinkWanted,
    responses((status = 201, body = LinkJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    once: Once,
    body: Result<Body<LinkWanted>, Problem>,
) -> Answer {
    kind::may(&site, &actor, id, Right::LinkKeep).await?;
    let Body(wanted) = body?;
    let made = desk::make(&site, &actor, id, wanted, &once).await?;
    shown(&site, made.id, StatusCode::CREATED).await
}

/// My links: whom I keep contact with, and who keeps contact with me
#[utoipa::path(get, path = "/api/links/mine", tag = "links", operation_id = "link_mine",
    responses((status = 200, body = OwnLinks), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn mine(State(site): State<Site>, Extension(actor): Who) -> Answer {
    let (own, others) = mine_of(&site, &actor).await?;
    let all = |lines: Vec<_>| lines.into_iter().map(link).collect();
    Ok(Json(OwnLinks { own: all(own), others: all(others) }).into_response())
}

/// One link
#[utoipa::path(get, path = "/api/links/{id}", tag = "links", operation_id = "link_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = LinkJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LinkId>) -> Answer {
    desk::of(&site, &actor, id).await?;
    shown(&site, id, StatusCode::OK).await
}

/// End a link
#[utoipa::path(post, path = "/api/links/{id}/end", tag = "links", operation_id = "link_end",
    params(("id" = Uuid, Path)), request_body = LinkEndWanted,
    responses((status = 200, body = LinkJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn end(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LinkId>,
    body: Result<Body<LinkEndWanted>, Problem>,
) -> Answer {
    desk::may_end(&site, &actor, id).await?;
    let Body(wanted) = body?;
    desk::end(&site, &actor, id, wanted).await?;
    shown(&site, id, StatusCode::OK).await
}

/// The contacts of a link, the latest first
#[utoipa::path(get, path = "/api/links/{id}/contacts", tag = "links", operation_id = "link_contacts",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<LinkContactJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn contacts(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LinkId>) -> Answer {
    desk::of(&site, &actor, id).await?;
    let all = contacts_of(&mut site.db(), id).await?;
    Ok(Json(all.into_iter().map(contact).collect::<Vec<_>>()).into_response())
}

/// Write a contact down: one's own, or, as staff, for who links
#[utoipa::path(post, path = "/api/links/{id}/contacts", tag = "links", operation_id = "link_contact_record",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = LinkContactWanted,
    responses((status = 201, body = LinkContactJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn record(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LinkId>,
    once: Once,
    body: Result<Body<LinkContactWanted>, Problem>,
) -> Answer {
    contacts_desk::may(&site, &actor, id).await?;
    let Body(wanted) = body?;
    let made = contacts_desk::record(&site, &actor, id, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(contact(made))).into_response())
}
