//! 交办表 in JSON: the filled-in table as the body, then the preview, then the commit.

use std::sync::Arc;

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    sheets::{self, BadRows, ImportId, Opened, Show, Upload},
    web::{
        Errors, ProblemJson,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::contact::MadeJson;
use crate::{
    assigning::AssigningSheet,
    pages::{Place, import_of},
};

type Answer = Result<Response, Problem>;
type Who = Extension<Actor>;

/// The name of the file.
#[derive(Deserialize, IntoParams, Default)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct HandoverFile {
    /// As the person has it: `交办表.xlsx`.
    file: String,
}

/// Take a filled-in table (XLSX or CSV) of a congress or a transfer office and look at it; nothing is handed over yet
#[utoipa::path(post, path = "/api/assigning/{body}/imports", tag = "suggestions",
    params(("body" = Uuid, Path), HandoverFile, ("Idempotency-Key" = Option<String>, Header)), request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = MadeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn upload(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BodyId>,
    Query(named): Query<HandoverFile>,
    once: Once,
    bytes: Bytes,
) -> Answer {
    let place = Place::of_body(&site, &actor, id).await?;
    sheets::looks_like_a_table(&bytes).map_err(|why| Errors::one("file", why.into()))?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    let import =
        match sheets::open_once(&site, ("assigning", Some(place.body()), by), (&named.file, &bytes), &once).await? {
            Opened::Before(import) => import,
            Opened::New(import) => {
                let upload = Upload::from_bytes(&bytes)?;
                sheets::stage(&site, &Arc::new(AssigningSheet::new(&site, &actor, place)), import, upload).await?;
                import
            }
        };
    let at = (header::LOCATION, format!("/api/imports/assigning/{import}"));
    Ok((StatusCode::CREATED, [at], Json(MadeJson { id: import.uuid() })).into_response())
}

/// An import as it stands.
#[derive(Serialize, ToSchema)]
pub struct HandoverImportJson {
    /// `reading`, `unfit`, `staged`, `done` or `dropped`.
    state: String,
    rows: i64,
    warned: i64,
    bad: i64,
    taken: i64,
    /// What is to be known of the file as a whole.
    notes: Vec<String>,
    /// The first hundred rows with something to say of them.
    said: Vec<HandoverRowJson>,
}

/// What is said of a row.
#[derive(Serialize, ToSchema)]
pub struct HandoverRowJson {
    row: i64,
    /// The key of the column; empty for the whole row.
    column: String,
    message: String,
    warning: bool,
}

/// The preview of a filled-in table
#[utoipa::path(get, path = "/api/imports/assigning/{id}", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = HandoverImportJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, v: View, Extension(actor): Who, Path(id): Path<ImportId>) -> Answer {
    let (import, _) = import_of(&site, &actor, id).await?;
    let mut said = Vec::new();
    for row in sheets::rows(&mut site.db(), id, Show::Said, 0, 100).await? {
        said.extend(row.said.iter().map(|one| HandoverRowJson {
            row: row.line,
            column: one.column.clone(),
            message: one.sentence(v.language),
            warning: one.warning,
        }));
    }
    let notes = import.notes.iter().map(|note| note.sentence(v.language)).collect();
    let sheets::Import { state, rows, warned, bad, taken, .. } = import;
    Ok(Json(HandoverImportJson { state: state.as_str().to_owned(), rows, warned, bad, taken, notes, said })
        .into_response())
}

/// What is done with bad rows.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverCommitJson {
    /// Hand over the good rows though there are bad ones.
    #[serde(default)]
    leave_out_bad: bool,
}

/// How many rows were taken.
#[derive(Serialize, ToSchema)]
pub struct HandoverKeptJson {
    rows: u64,
    left_out: u64,
}

/// Hand over what the table says, all or none
#[utoipa::path(post, path = "/api/imports/assigning/{id}/commit", tag = "suggestions", request_body = HandoverCommitJson, params(("id" = Uuid, Path)),
    responses((status = 200, body = HandoverKeptJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn commit(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ImportId>,
    asked: Result<Body<HandoverCommitJson>, Problem>,
) -> Answer {
    let (_, place) = import_of(&site, &actor, id).await?;
    let Body(asked) = asked?;
    let (bad, by) = (if asked.leave_out_bad { BadRows::LeaveOut } else { BadRows::Stop }, actor.account);
    let taking = sheets::commit(&site, &AssigningSheet::new(&site, &actor, place), id, by, bad).await?;
    Ok(Json(HandoverKeptJson { rows: taking.rows, left_out: taking.left_out }).into_response())
}

/// Give a filled-in table up
#[utoipa::path(delete, path = "/api/imports/assigning/{id}", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ImportId>,
) -> Result<StatusCode, Problem> {
    import_of(&site, &actor, id).await?;
    sheets::give_up(site.db(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}
