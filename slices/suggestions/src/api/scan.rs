//! 录入手写稿: a photograph of a sheet written by hand begins a draft; further pages are added as files of the sheet.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    body::Bytes,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Refusal, Refused};
use kit::{
    Problem, Site,
    web::{Errors, ProblemJson, Query, Wrong, api::Once, chosen},
};
use serde::{Deserialize, Serialize};
use suggestions_rules::Sheet;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{desk, files};

/// Where it goes, and what the file is called.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct ScanWanted {
    /// The congress; may be left out by who files in one alone.
    congress: String,
    /// The name of the file as the person has it: `手写稿.jpg`. Its ending says what it is.
    file: String,
}

/// A draft that was begun, and its first file.
#[derive(Serialize, ToSchema)]
pub struct ScannedJson {
    /// The draft, to be typed with `PUT /api/suggestions/{id}`.
    id: Uuid,
    /// The file.
    attachment: Uuid,
    /// The SHA-256 of its bytes as they were kept, in hexadecimal.
    sha256: String,
}

/// Begin a draft with a photograph or a scan of a sheet written by hand; the body is the file. What it says is typed afterwards
#[utoipa::path(post, path = "/api/suggestions/scans", tag = "suggestions", params(("Idempotency-Key" = Option<String>, Header), ScanWanted),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = ScannedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn begin(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    once: Result<Once, Problem>,
    wanted: Result<Query<ScanWanted>, Problem>,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let own = filing(&actor)?;
    let (once, Query(wanted)) = (once?, wanted?);
    let congress = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let congress: BodyId = match (congress, own.as_slice()) {
        (Some(congress), _) => congress,
        (None, [only]) => *only,
        (None, _) => return Err(Errors::one("congress", Wrong::new("kit-form-required")).into()),
    };
    actor.may(Right::SuggestionFile, congress)?;
    let file = files::take_in(&site, &wanted.file, bytes).await?;
    let file = file.map_err(|rejected| Errors::one("file", rejected.wrong()))?;
    let id = desk::draft::begin(&site, &actor, congress, Sheet::default(), &once).await?;
    let attachment = desk::attach::to_sheet(&site, &actor, id, &file, &once.part("file")).await?;
    let body = ScannedJson { id: id.uuid(), attachment: attachment.uuid(), sha256: file.sha256 };
    Ok((StatusCode::CREATED, [(header::LOCATION, format!("/api/suggestions/{id}"))], Json(body)).into_response())
}

/// Where the actor files: asked before anything is read.
fn filing(actor: &Actor) -> Result<Vec<BodyId>, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut own: Vec<BodyId> = actor.bodies(Right::SuggestionFile).collect();
    own.sort_unstable();
    own.dedup();
    if own.is_empty() {
        return Err(Refused::new(Refusal::NotYours, "suggestions-refused-no-congress").into());
    }
    Ok(own)
}
