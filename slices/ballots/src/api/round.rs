//! Rounds: read, bundles entered and counted again, spellings resolved.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ballots_rules::paper::{Place, Role, RoundId};
use kit::{
    Problem, Site, View,
    web::{
        ProblemJson,
        api::{Body, versioned},
    },
};

use super::shapes::{BallotRoundJson, BundleJson, bundle, round};
use crate::desk::{
    count::{self, ReadingsWanted, SheetWanted},
    round::{of, teller},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// One round, as you may see it
#[utoipa::path(get, path = "/api/ballot-rounds/{id}", tag = "ballots", operation_id = "ballot_round_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = BallotRoundJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, v: View) -> Answer {
    let (item, it, version) = of(&site, &actor, id).await?;
    Ok(versioned(version, round(&site, &actor, &item, &it, v.language).await?))
}

/// Enter what you counted of a bundle, as a teller of the round
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/bundles/{box}/{n}/entries", tag = "ballots", operation_id = "ballot_bundle_enter",
    params(("id" = Uuid, Path), ("box" = u32, Path), ("n" = u32, Path)), request_body = SheetWanted,
    responses((status = 201, body = BundleJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn enter(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, box_no, n)): Path<(RoundId, u32, u32)>,
    body: Result<Body<SheetWanted>, Problem>,
) -> Answer {
    teller(&site, &actor, id, Some(Role::Counter)).await?;
    let Body(sheet) = body?;
    let now = count::enter(&site, &actor, id, Place { box_no, n }, sheet).await?;
    Ok((StatusCode::CREATED, Json(bundle(&now))).into_response())
}

/// Have a bundle counted again, as the chief teller
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/bundles/{box}/{n}/recount", tag = "ballots", operation_id = "ballot_bundle_recount",
    params(("id" = Uuid, Path), ("box" = u32, Path), ("n" = u32, Path)),
    responses((status = 200, body = BundleJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn recount(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, box_no, n)): Path<(RoundId, u32, u32)>,
) -> Answer {
    teller(&site, &actor, id, Some(Role::Chief)).await?;
    Ok(Json(bundle(&count::recount(&site, &actor, id, Place { box_no, n }).await?)).into_response())
}

/// Say who is meant by each spelling, as the chief teller
#[utoipa::path(put, path = "/api/ballot-rounds/{id}/readings", tag = "ballots", operation_id = "ballot_read",
    params(("id" = Uuid, Path)), request_body = ReadingsWanted,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn read(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    body: Result<Body<ReadingsWanted>, Problem>,
) -> Answer {
    teller(&site, &actor, id, Some(Role::Chief)).await?;
    let Body(wanted) = body?;
    count::read(&site, &actor, id, wanted).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
