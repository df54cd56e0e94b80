//! Photographs of what happened.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    body::Bytes,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    blobs::{self, BlobId},
    sheets::api::Named,
    web::{ProblemJson, api::Once},
};
use stations_rules::EventId;

use super::work::{StationMade, made};
use crate::desk::{event, photo};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Add a photograph; the body is the file. What it tells of who took it is not kept
#[utoipa::path(post, path = "/api/station-events/{id}/photos", tag = "stations", operation_id = "station_photo_add",
    params(("id" = uuid::Uuid, Path), Named, ("Idempotency-Key" = Option<String>, Header)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = StationMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<EventId>,
    Query(named): Query<Named>,
    once: Once,
    bytes: Bytes,
) -> Answer {
    event::may(&site, &actor, id, Right::StationWork).await?;
    let file = photo::take_in(&site, &named.file, &bytes).await?;
    Ok(made(photo::add(&site, &actor, id, &[file], &once).await?.uuid()))
}

/// A photograph
#[utoipa::path(get, path = "/api/station-events/{id}/photos/{file}", tag = "stations", operation_id = "station_photo",
    params(("id" = uuid::Uuid, Path), ("file" = uuid::Uuid, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path((id, file)): Path<(EventId, BlobId)>) -> Answer {
    blobs::hand_out(&site, &photo::one(&site, &actor, id, file).await?).await
}

/// Take a photograph away
#[utoipa::path(delete, path = "/api/station-events/{id}/photos/{file}", tag = "stations", operation_id = "station_photo_remove",
    params(("id" = uuid::Uuid, Path), ("file" = uuid::Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(EventId, BlobId)>,
) -> Answer {
    photo::remove(&site, &actor, id, file).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
