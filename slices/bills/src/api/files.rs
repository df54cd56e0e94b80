//! Files of bills.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use bills_rules::{BillId, FileId, FileKind};
use kit::{
    Problem, Site,
    web::{ProblemJson, Query, api::Once, chosen},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::shape::{BillNow, now};
use crate::{
    desk::attach,
    queries::{self, Attached},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The name of the file, and what it is.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct BillFileNamed {
    /// As the person has it: `草案.docx`. Its ending says how it is written.
    file: String,
    /// `draft` (the text to be adopted), `scan` (the signed sheet or the organ's letter) or `other`, which it is where this is left out.
    kind: String,
}

/// One file of a bill.
#[derive(Serialize, ToSchema)]
pub struct BillFileJson {
    /// The file.
    pub id: Uuid,
    /// `draft`, `scan` or `other`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it was added.
    pub added: i64,
}

/// A file that was added.
#[derive(Serialize, ToSchema)]
pub struct BillFileAdded {
    id: Uuid,
    /// The SHA-256 of its bytes as they were kept, in hexadecimal; the journal keeps it too.
    sha256: String,
}

impl From<&Attached> for BillFileJson {
    fn from(file: &Attached) -> Self {
        Self {
            id: file.id.uuid(),
            kind: file.kind.clone(),
            name: file.name.clone(),
            media: file.media.clone(),
            size: file.size,
            added: file.added.millis(),
        }
    }
}

/// The files of a bill
#[utoipa::path(get, path = "/api/bills/{id}/attachments", tag = "bills", operation_id = "bill_files", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<BillFileJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn all(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    Ok(Json(d.files.iter().map(BillFileJson::from).collect::<Vec<_>>()).into_response())
}

/// Add a file: the lead deputy while the bill lies with its deputies, the office to an organ's bill or one on paper; the body is the file
#[utoipa::path(post, path = "/api/bills/{id}/attachments", tag = "bills", operation_id = "bill_attach",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header), BillFileNamed),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = BillFileAdded), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BillId>,
    once: Once,
    named: Result<Query<BillFileNamed>, Problem>,
    bytes: Bytes,
) -> Answer {
    // Who may not hears so before any byte is written.
    attach::may(&site, &actor, id).await?;
    let Query(named) = named?;
    let kind = chosen("kind", &named.kind, FileKind::read)?.unwrap_or(FileKind::Other);
    let file = attach::take_in(&site, &named.file, bytes).await?;
    let added = attach::add(&site, &actor, id, (&file, kind), &once).await?;
    let place = format!("/api/bills/{id}/attachments/{added}");
    let body = BillFileAdded { id: added.uuid(), sha256: file.sha256 };
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], Json(body)).into_response())
}

/// Fetch a file of a bill
#[utoipa::path(get, path = "/api/bills/{id}/attachments/{file}", tag = "bills", operation_id = "bill_file",
    params(("id" = Uuid, Path), ("file" = Uuid, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn fetch(State(site): State<Site>, Extension(actor): Who, Path(at): Path<(BillId, FileId)>) -> Answer {
    attach::fetch(&site, &actor, at).await
}

/// Take a file away again
#[utoipa::path(delete, path = "/api/bills/{id}/attachments/{file}", tag = "bills", operation_id = "bill_detach",
    params(("id" = Uuid, Path), ("file" = Uuid, Path)),
    responses((status = 200, body = BillNow), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(BillId, FileId)>,
) -> Answer {
    Ok(now(&attach::remove(&site, &actor, id, file).await?))
}
