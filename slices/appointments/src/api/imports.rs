//! Present holders in by spreadsheet: the file as the body, then the preview, then the commit.

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
    web::{
        Errors, ProblemJson,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::sheet::HoldersSheet;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The name of the file.
#[derive(Deserialize, IntoParams, Default)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct HoldersFile {
    /// As the person has it: `holders.xlsx`.
    file: String,
}

/// What was made.
#[derive(Serialize, ToSchema)]
pub struct HoldersImportMade {
    id: Uuid,
}

/// An import as it stands.
#[derive(Serialize, ToSchema)]
pub struct HoldersImportJson {
    /// `reading`, `unfit`, `staged`, `done` or `dropped`.
    state: String,
    rows: i64,
    warned: i64,
    bad: i64,
    taken: i64,
    /// The first hundred things said, each with its row.
    said: Vec<HoldersRowSaid>,
}

/// What is said of a row.
#[derive(Serialize, ToSchema)]
pub struct HoldersRowSaid {
    row: i64,
    column: String,
    message: String,
    warning: bool,
}

/// What is done with bad rows.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldersCommitting {
    /// Take the good rows though there are bad ones.
    #[serde(default)]
    leave_out_bad: bool,
}

/// How many rows were kept.
#[derive(Serialize, ToSchema)]
pub struct HoldersKept {
    rows: u64,
    left_out: u64,
}

/// Take a file (XLSX or CSV) of present holders and stage it; nothing is kept yet
#[utoipa::path(post, path = "/api/congresses/{id}/holder-imports", tag = "appointments", operation_id = "holder_import",
    params(("id" = Uuid, Path), HoldersFile, ("Idempotency-Key" = Option<String>, Header)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = HoldersImportMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn upload(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BodyId>,
    Query(named): Query<HoldersFile>,
    once: Once,
    bytes: Bytes,
) -> Answer {
    actor.may(Right::AppointmentKeep, id)?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    if bytes.len() as u64 > Limits::USUAL.bytes {
        let most = Limits::USUAL.bytes >> 20;
        return Err(Errors::one("file", Unreadable::TooBig { most }.into()).into());
    }
    sheets::looks_like_a_table(&bytes).map_err(|why| Errors::one("file", why.into()))?;
    let import = match sheets::open_once(&site, ("holders", Some(id), by), (&named.file, &bytes), &once).await? {
        Opened::Before(import) => import,
        Opened::New(import) => {
            let upload = Upload::from_bytes(&bytes)?;
            sheets::stage(&site, &Arc::new(HoldersSheet::new(&site)), import, upload).await?;
            import
        }
    };
    Ok((StatusCode::CREATED, Json(HoldersImportMade { id: import.uuid() })).into_response())
}

async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Import, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let import = sheets::find(&mut site.db(), "holders", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    actor.may(Right::AppointmentKeep, body).map_err(|_| Problem::missing())?;
    Ok(import)
}

/// The preview
#[utoipa::path(get, path = "/api/imports/holders/{id}", tag = "appointments", operation_id = "holder_import_preview",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = HoldersImportJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, v: View, Extension(actor): Who, Path(id): Path<ImportId>) -> Answer {
    let import = mine(&site, &actor, id).await?;
    let mut said = Vec::new();
    for row in sheets::rows(&mut site.db(), id, Show::Said, 0, 100).await? {
        said.extend(row.said.iter().map(|one| HoldersRowSaid {
            row: row.line,
            column: one.column.clone(),
            message: one.sentence(v.language),
            warning: one.warning,
        }));
    }
    let Import { rows, warned, bad, taken, .. } = import;
    let state = import.state.as_str().to_owned();
    Ok(Json(HoldersImportJson { state, rows, warned, bad, taken, said }).into_response())
}

/// Keep the good rows, all or none
#[utoipa::path(post, path = "/api/imports/holders/{id}/commit", tag = "appointments", operation_id = "holder_import_commit",
    params(("id" = Uuid, Path)), request_body = HoldersCommitting,
    responses((status = 200, body = HoldersKept), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn commit(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ImportId>,
    body: Result<Body<HoldersCommitting>, Problem>,
) -> Answer {
    mine(&site, &actor, id).await?;
    let Body(asked) = body?;
    let bad = if asked.leave_out_bad { BadRows::LeaveOut } else { BadRows::Stop };
    let taking = sheets::commit(&site, &HoldersSheet::new(&site), id, actor.account, bad).await?;
    Ok(Json(HoldersKept { rows: taking.rows, left_out: taking.left_out }).into_response())
}
