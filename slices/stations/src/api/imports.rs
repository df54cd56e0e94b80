//! The register in by spreadsheet: the file as the body, then the preview, then the commit.

use std::sync::Arc;

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    sheets::{self, BadRows, Import, ImportId, Limits, Opened, Show, Unreadable, Upload},
    web::{Errors, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::work::{StationMade, made};
use crate::{queries::place, sheet::StationSheet};

/// The name of the file.
#[derive(Deserialize, IntoParams, Default)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct StationFile {
    /// As the person has it: `stations.xlsx`.
    file: String,
}

/// Takes a file (XLSX or CSV) and stages it; nothing is kept yet. `Idempotency-Key` makes one import of a file sent twice.
///
/// # Errors
/// Refused to those who may not import here; missing where there is no such congress.
#[utoipa::path(post, path = "/api/congresses/{id}/station-imports", tag = "stations", operation_id = "station_import",
    params(("id" = Uuid, Path), StationFile, ("Idempotency-Key" = Option<String>, Header)), request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = StationMade),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn upload(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Query(named): Query<StationFile>,
    once: Once,
    bytes: Bytes,
) -> Result<Response, Problem> {
    actor.may(Right::StationKeep, id)?;
    place::congress_area(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    if bytes.len() as u64 > Limits::USUAL.bytes {
        let most = Limits::USUAL.bytes >> 20;
        return Err(Errors::one("file", Unreadable::TooBig { most }.into()).into());
    }
    sheets::looks_like_a_table(&bytes).map_err(|why| Errors::one("file", why.into()))?;
    match sheets::open_once(&site, ("stations", Some(id), by), (&named.file, &bytes), &once).await? {
        Opened::Before(import) => Ok(made(import.uuid())),
        Opened::New(import) => {
            let upload = Upload::from_bytes(&bytes)?;
            sheets::stage(&site, &Arc::new(StationSheet::new(&site)), import, upload).await?;
            Ok(made(import.uuid()))
        }
    }
}

/// An import as it stands.
#[derive(Serialize, ToSchema)]
pub struct StationImportShown {
    /// `reading`, `unfit`, `staged`, `done` or `dropped`.
    state: String,
    rows: i64,
    warned: i64,
    bad: i64,
    taken: i64,
    /// What is to be known of the file as a whole.
    notes: Vec<String>,
    /// The first hundred rows with something to say of them.
    said: Vec<StationRowSaid>,
}

/// What is said of a row.
#[derive(Serialize, ToSchema)]
pub struct StationRowSaid {
    row: i64,
    /// The key of the column; empty for the whole row.
    column: String,
    message: String,
    warning: bool,
}

/// The preview.
///
/// # Errors
/// Missing for those who may not import for its congress.
#[utoipa::path(get, path = "/api/imports/stations/{id}", tag = "stations", operation_id = "station_import_show", params(("id" = Uuid, Path)),
    responses((status = 200, body = StationImportShown),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
) -> Result<Response, Problem> {
    let import = mine(&site, &actor, id).await?;
    let mut said = Vec::new();
    for row in sheets::rows(&mut site.db(), id, Show::Said, 0, 100).await? {
        said.extend(row.said.iter().map(|one| StationRowSaid {
            row: row.line,
            column: one.column.clone(),
            message: one.sentence(v.language),
            warning: one.warning,
        }));
    }
    let shown = StationImportShown {
        state: import.state.as_str().to_owned(),
        rows: import.rows,
        warned: import.warned,
        bad: import.bad,
        taken: import.taken,
        notes: import.notes.iter().map(|note| note.sentence(v.language)).collect(),
        said,
    };
    Ok(Json(shown).into_response())
}

async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Import, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let import = sheets::find(&mut site.db(), "stations", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    actor.may(Right::StationKeep, body).map_err(|_| Problem::missing())?;
    Ok(import)
}

/// What is done with bad rows.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationCommitting {
    /// Take the good rows though there are bad ones.
    #[serde(default)]
    leave_out_bad: bool,
}

/// How many rows were kept.
#[derive(Serialize, ToSchema)]
pub struct StationRowsKept {
    rows: u64,
    left_out: u64,
}

/// Keeps the good rows, all or none.
///
/// # Errors
/// 422 while bad rows are left; 409 when it was done before; 412 when the register has changed since the preview.
#[utoipa::path(post, path = "/api/imports/stations/{id}/commit", tag = "stations", operation_id = "station_import_commit", request_body = StationCommitting,
    params(("id" = Uuid, Path)), responses((status = 200, body = StationRowsKept),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn commit(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
    kit::web::api::Body(asked): kit::web::api::Body<StationCommitting>,
) -> Result<Response, Problem> {
    mine(&site, &actor, id).await?;
    let bad = if asked.leave_out_bad { BadRows::LeaveOut } else { BadRows::Stop };
    let taking = sheets::commit(&site, &StationSheet::new(&site), id, actor.account, bad).await?;
    Ok(Json(StationRowsKept { rows: taking.rows, left_out: taking.left_out }).into_response())
}

/// Gives an import up.
///
/// # Errors
/// Missing for those who may not import for its congress.
#[utoipa::path(delete, path = "/api/imports/stations/{id}", tag = "stations", operation_id = "station_import_remove", params(("id" = Uuid, Path)),
    responses((status = 204),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
) -> Result<StatusCode, Problem> {
    mine(&site, &actor, id).await?;
    sheets::give_up(site.db(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}
