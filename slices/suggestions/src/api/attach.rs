//! Files of the sheet and of replies.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    blobs::Blob,
    web::{Errors, ProblemJson, api::Once},
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{AssignmentId, AttachmentId, NoteId, PromiseId, SuggestionId};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::shape::now;
use crate::{desk, files, queries};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Part = Path<(SuggestionId, AssignmentId)>;

/// The name of the file.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Named {
    /// As the person has it: `照片.jpg`. Its ending says what it is.
    file: String,
}

/// One file.
#[derive(Serialize, ToSchema)]
pub struct AttachmentJson {
    /// The file.
    pub id: Uuid,
    /// The assignment to whose reply it belongs; absent when to the sheet.
    pub assignment: Option<Uuid>,
    /// The round of that reply.
    pub round: Option<u16>,
    /// The promise whose evidence it is.
    pub promise: Option<Uuid>,
    /// The note in the case room to which it belongs.
    pub note: Option<Uuid>,
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
pub struct AddedJson {
    /// The file.
    id: Uuid,
    /// The SHA-256 of its bytes as they were kept, in hexadecimal.
    sha256: String,
}

impl From<&queries::Attachment> for AttachmentJson {
    fn from(file: &queries::Attachment) -> Self {
        Self {
            id: file.id.uuid(),
            assignment: file.assignment.map(AssignmentId::uuid),
            round: file.round,
            promise: file.promise.map(PromiseId::uuid),
            note: file.note.map(NoteId::uuid),
            name: file.name.clone(),
            media: file.media.clone(),
            size: file.size,
            added: file.added.millis(),
        }
    }
}

/// The files of a suggestion and of its replies, as far as you may see them
#[utoipa::path(get, path = "/api/suggestions/{id}/attachments", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<AttachmentJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn all(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>) -> Answer {
    let detail = queries::detail(&site, &actor, id).await?;
    Ok(Json(detail.attachments.iter().map(AttachmentJson::from).collect::<Vec<_>>()).into_response())
}

/// Add a file to the sheet; the body is the file
#[utoipa::path(post, path = "/api/suggestions/{id}/attachments", tag = "suggestions", params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header), Named),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = AddedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn to_sheet(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    once: Once,
    Query(named): Query<Named>,
    bytes: Bytes,
) -> Answer {
    let file = taken(&site, &actor, id, &named, bytes).await?;
    Ok(added(id, desk::attach::to_sheet(&site, &actor, id, &file, &once).await?, &file))
}

/// Add a file to the reply the unit is writing; the body is the file
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/attachments", tag = "suggestions",
    params(("id" = Uuid, Path), ("part" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header), Named),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = AddedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn to_reply(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Part,
    once: Once,
    Query(named): Query<Named>,
    bytes: Bytes,
) -> Answer {
    let file = taken(&site, &actor, id, &named, bytes).await?;
    Ok(added(id, desk::attach::to_reply(&site, &actor, id, part, &file, &once).await?, &file))
}

/// Fetch a file
#[utoipa::path(get, path = "/api/suggestions/{id}/attachments/{file}", tag = "suggestions", params(("id" = Uuid, Path), ("file" = Uuid, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(SuggestionId, AttachmentId)>,
) -> Answer {
    files::hand_out(&site, &queries::attachment(&site, &actor, id, file).await?).await
}

/// Take a file away again
#[utoipa::path(delete, path = "/api/suggestions/{id}/attachments/{file}", tag = "suggestions", params(("id" = Uuid, Path), ("file" = Uuid, Path)),
    responses((status = 200, body = super::shape::Now), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(SuggestionId, AttachmentId)>,
) -> Answer {
    Ok(now(&desk::attach::remove(&site, &actor, id, file).await?))
}

/// Who may not look at it hears so before any byte is written.
pub(super) async fn taken(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    named: &Named,
    bytes: Bytes,
) -> Result<Blob, Problem> {
    queries::detail(site, actor, id).await?;
    let file = files::take_in(site, &named.file, bytes).await?;
    file.map_err(|rejected| Errors::one("file", rejected.wrong()).into())
}

pub(super) fn added(id: SuggestionId, attachment: AttachmentId, file: &Blob) -> Response {
    let place = format!("/api/suggestions/{id}/attachments/{attachment}");
    let body = AddedJson { id: attachment.uuid(), sha256: file.sha256.clone() };
    (StatusCode::CREATED, [(header::LOCATION, place)], Json(body)).into_response()
}
