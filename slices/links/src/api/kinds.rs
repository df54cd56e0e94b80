//! Kinds of links.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once, Seen, versioned},
    },
};
use links_rules::KindId;

use super::shapes::{LinkKindJson, LinkKindLineJson, UncoveredJson, kind, kind_line, uncovered as short};
use crate::{
    desk::kind::{self as desk, LinkKindWanted},
    queries::{kinds, plan},
    sight,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The kinds of links of a congress
#[utoipa::path(get, path = "/api/congresses/{id}/link-kinds", tag = "links", operation_id = "link_kind_list",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<LinkKindLineJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    sight::office(&actor, congress)?;
    let lines = kinds::all(&mut site.db(), congress, site.today()).await?;
    Ok(Json(lines.iter().map(kind_line).collect::<Vec<_>>()).into_response())
}

/// Lay a kind of links down
#[utoipa::path(post, path = "/api/congresses/{id}/link-kinds", tag = "links", operation_id = "link_kind_make",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = LinkKindWanted,
    responses((status = 201, body = LinkKindJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    once: Once,
    body: Result<Body<LinkKindWanted>, Problem>,
) -> Answer {
    actor.may(Right::LinkKindKeep, congress)?;
    let Body(wanted) = body?;
    let made = desk::make(&site, &actor, congress, wanted, &once).await?;
    Ok((StatusCode::CREATED, versioned(made.version, kind(&made))).into_response())
}

/// One kind of links
#[utoipa::path(get, path = "/api/link-kinds/{id}", tag = "links", operation_id = "link_kind_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = LinkKindJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<KindId>) -> Answer {
    let found = desk::of(&site, &actor, id).await?;
    Ok(versioned(found.version, kind(&found)))
}

/// Change a kind of links; its sides are fixed once something was linked or drafted
#[utoipa::path(put, path = "/api/link-kinds/{id}", tag = "links", operation_id = "link_kind_revise",
    params(("id" = Uuid, Path), ("If-Match" = String, Header)), request_body = LinkKindWanted,
    responses((status = 200, body = LinkKindJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn revise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<LinkKindWanted>, Problem>,
) -> Answer {
    desk::may(&site, &actor, id, Right::LinkKindKeep).await?;
    let (Seen(version), Body(wanted)) = (seen?, body?);
    let changed = desk::revise(&site, &actor, id, version, wanted).await?;
    Ok(versioned(changed.version, kind(&changed)))
}

/// Who has fewer links than the kind asks, and why
#[utoipa::path(get, path = "/api/link-kinds/{id}/uncovered", tag = "links", operation_id = "link_uncovered",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<UncoveredJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn uncovered(State(site): State<Site>, Extension(actor): Who, Path(id): Path<KindId>) -> Answer {
    let kind = desk::of(&site, &actor, id).await?;
    let plan = plan::of(&mut site.db(), &kind, site.today()).await?;
    let lines = plan.uncovered(&kind, &plan.pairs());
    Ok(Json(lines.iter().map(short).collect::<Vec<_>>()).into_response())
}
