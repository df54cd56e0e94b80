//! Lists of voters in by spreadsheet: the file as the body, then the preview, then the commit.

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
    sheets::{
        self, Import, ImportId,
        api::{self, Committing, ImportShown, Kept, Named},
    },
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::sheet::VotersSheet;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// What was made.
#[derive(Serialize, ToSchema)]
pub struct VotersImportMade {
    id: Uuid,
}

/// Take a file (XLSX or CSV) of voters and stage it; nothing is kept yet
#[utoipa::path(post, path = "/api/congresses/{id}/voter-imports", tag = "elections", operation_id = "voter_import",
    params(("id" = Uuid, Path), Named, ("Idempotency-Key" = Option<String>, Header)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = VotersImportMade), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn upload(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BodyId>,
    Query(named): Query<Named>,
    once: Once,
    bytes: Bytes,
) -> Answer {
    actor.may(Right::ElectionKeep, id)?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    let import = api::receive(&site, VotersSheet::new(&site), (id, by), (&named, &bytes), &once).await?;
    Ok((StatusCode::CREATED, Json(VotersImportMade { id: import.uuid() })).into_response())
}

async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Import, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let import = sheets::find(&mut site.db(), "voters", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    actor.may(Right::ElectionKeep, body).map_err(|_| Problem::missing())?;
    Ok(import)
}

/// The preview
#[utoipa::path(get, path = "/api/imports/voters/{id}", tag = "elections", operation_id = "voter_import_preview",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ImportShown), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(State(site): State<Site>, v: View, Extension(actor): Who, Path(id): Path<ImportId>) -> Answer {
    let import = mine(&site, &actor, id).await?;
    api::shown(&site, &import, v.language).await
}

/// Keep the good rows, all or none
#[utoipa::path(post, path = "/api/imports/voters/{id}/commit", tag = "elections", operation_id = "voter_import_commit",
    params(("id" = Uuid, Path)), request_body = Committing,
    responses((status = 200, body = Kept), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn commit(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<ImportId>,
    body: Result<Body<Committing>, Problem>,
) -> Answer {
    mine(&site, &actor, id).await?;
    let Body(asked) = body?;
    api::keep(&site, &VotersSheet::new(&site), (id, actor.account), &asked).await
}

/// Give it up
#[utoipa::path(delete, path = "/api/imports/voters/{id}", tag = "elections", operation_id = "voter_import_remove",
    params(("id" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn remove(State(site): State<Site>, Extension(actor): Who, Path(id): Path<ImportId>) -> Answer {
    mine(&site, &actor, id).await?;
    sheets::give_up(site.db(), id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
