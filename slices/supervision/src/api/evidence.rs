//! Files laid to letters, to visits, reports and policies of key suggestions, to what is to be put right.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    blobs::BlobId,
    web::{ProblemJson, Query, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::desk::evidence as desk;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The name of the file.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct EvidenceNamed {
    /// As the person has it: `反馈函.pdf`. Its ending says what it is.
    file: String,
}

/// A file that was laid there.
#[derive(Serialize, ToSchema)]
pub struct EvidenceJson {
    id: Uuid,
    name: String,
    /// Its media type.
    media: String,
    /// Bytes.
    size: u64,
    /// The SHA-256 of its bytes, in hexadecimal; the journal keeps it too.
    sha256: String,
    /// Milliseconds since 1970-01-01 UTC.
    at: i64,
}

/// The files laid to a letter, to a visit, report or policy of a key suggestion, or to an item of an inquiry
#[utoipa::path(get, path = "/api/supervision-evidence/{of}", tag = "supervision", operation_id = "evidence_list",
    params(("of" = Uuid, Path, description = "The letter, the visit, report or policy, the item")),
    responses((status = 200, body = Vec<EvidenceJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(of): Path<Uuid>) -> Answer {
    let line = |it: crate::store::Evidence| EvidenceJson {
        id: it.id.uuid(),
        name: it.name,
        media: it.media,
        size: it.size,
        sha256: it.sha256,
        at: it.at.millis(),
    };
    let all = desk::all(&site, &actor, of).await?;
    Ok(Json(all.into_iter().map(line).collect::<Vec<_>>()).into_response())
}

/// What was laid.
#[derive(Serialize, ToSchema)]
pub struct EvidenceLaid {
    id: Uuid,
    /// The SHA-256 of its bytes as they were kept, in hexadecimal.
    sha256: String,
}

/// Lay a file there: the unit to its answer or report, the office to a visit, report or policy; the body is the file
#[utoipa::path(post, path = "/api/supervision-evidence/{of}", tag = "supervision", operation_id = "evidence_lay",
    params(("of" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header), EvidenceNamed),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = EvidenceLaid), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn lay(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(of): Path<Uuid>,
    once: Once,
    named: Result<Query<EvidenceNamed>, Problem>,
    bytes: Bytes,
) -> Answer {
    // Who may not hears so before any byte is written.
    desk::of(&site, &actor, of).await?.may(&actor)?;
    let Query(named) = named?;
    let file = desk::take_in(&site, &named.file, bytes).await?;
    let laid = desk::lay(&site, &actor, of, &file, &once).await?;
    let place = format!("/api/supervision-evidence/{of}/{laid}");
    let body = EvidenceLaid { id: laid.uuid(), sha256: file.sha256 };
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], Json(body)).into_response())
}

/// Fetch a file that was laid there
#[utoipa::path(get, path = "/api/supervision-evidence/{of}/{file}", tag = "supervision", operation_id = "evidence_one",
    params(("of" = Uuid, Path), ("file" = Uuid, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn fetch(State(site): State<Site>, Extension(actor): Who, Path(at): Path<(Uuid, BlobId)>) -> Answer {
    desk::fetch(&site, &actor, at).await
}
