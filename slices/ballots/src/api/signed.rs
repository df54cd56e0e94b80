//! The signed report of a round for programs.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use ballots_rules::paper::{RoundId, SignedId};
use kit::{
    Problem, Site,
    web::{ProblemJson, Query, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::desk::signed;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The name of the file.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct SignedNamed {
    /// As the person has it: `报告单.jpg`. Its ending says what it is: `pdf`, `jpg`, `jpeg` or `png`.
    file: String,
}

/// A file that was laid to a round.
#[derive(Serialize, ToSchema)]
pub struct SignedLaid {
    id: Uuid,
    /// The SHA-256 of its bytes as they were kept, in hexadecimal; the journal keeps it too.
    sha256: String,
}

/// Lay a photograph or scan of the signed report to a round, once it is reported; the body is the file
#[utoipa::path(post, path = "/api/ballot-rounds/{id}/signed", tag = "ballots", operation_id = "ballot_signed_lay",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header), SignedNamed),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = SignedLaid), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn lay(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<RoundId>,
    once: Once,
    named: Result<Query<SignedNamed>, Problem>,
    bytes: Bytes,
) -> Answer {
    // Who may not hears so before any byte is written.
    signed::may(&site, &actor, id).await?;
    let Query(named) = named?;
    let file = signed::take_in(&site, &named.file, bytes).await?;
    let laid = signed::lay(&site, &actor, id, &file, &once).await?;
    let place = format!("/api/ballot-rounds/{id}/signed/{laid}");
    let body = SignedLaid { id: laid.uuid(), sha256: file.sha256 };
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], Json(body)).into_response())
}

/// Fetch a file of the signed report, as the office or the chief teller
#[utoipa::path(get, path = "/api/ballot-rounds/{id}/signed/{file}", tag = "ballots", operation_id = "ballot_signed_one",
    params(("id" = Uuid, Path), ("file" = Uuid, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn fetch(State(site): State<Site>, Extension(actor): Who, Path(at): Path<(RoundId, SignedId)>) -> Answer {
    signed::fetch(&site, &actor, at).await
}
