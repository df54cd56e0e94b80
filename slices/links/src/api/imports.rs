//! Links in by spreadsheet: the file as the body, then the preview, then the commit.

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
    web::api::Once,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::sheet::LinkSheet;

/// What was made.
#[derive(Serialize, ToSchema)]
pub struct LinksMade {
    /// Its identity.
    pub id: uuid::Uuid,
}

/// 201 with the identity of what was made.
fn made(import: ImportId) -> Response {
    (StatusCode::CREATED, Json(LinksMade { id: import.uuid() })).into_response()
}

/// Takes a file (XLSX or CSV) and stages it; nothing is kept yet. `Idempotency-Key` makes one import of a file sent twice.
///
/// # Errors
/// Refused to those who may not import here.
#[utoipa::path(post, path = "/api/congresses/{id}/links/imports", tag = "links", operation_id = "link_import_upload",
    params(("id" = Uuid, Path), Named, ("Idempotency-Key" = Option<String>, Header)), request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = LinksMade),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn upload(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Query(named): Query<Named>,
    once: Once,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let by = actor.account.ok_or(Problem::SignIn)?;
    actor.may(Right::LinkKeep, id)?;
    let import = api::receive(&site, LinkSheet::new(&site), (id, by), (&named, &bytes), &once).await?;
    Ok(made(import))
}

/// The preview.
///
/// # Errors
/// Missing for those who may not import for its congress.
#[utoipa::path(get, path = "/api/imports/links/{id}", tag = "links", operation_id = "link_import_show", params(("id" = Uuid, Path)),
    responses((status = 200, body = ImportShown),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
) -> Result<Response, Problem> {
    let import = mine(&site, &actor, id).await?;
    api::shown(&site, &import, v.language).await
}

async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Import, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let import = sheets::find(&mut site.db(), "links", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    actor.may(Right::LinkKeep, body).map_err(|_| Problem::missing())?;
    Ok(import)
}

/// Keeps the good rows, all or none.
///
/// # Errors
/// 422 while bad rows are left; 409 when it was done before; 412 when the roster has changed since the preview.
#[utoipa::path(post, path = "/api/imports/links/{id}/commit", tag = "links", operation_id = "link_import_commit", request_body = Committing,
    params(("id" = Uuid, Path)), responses((status = 200, body = Kept),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn commit(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
    kit::web::api::Body(asked): kit::web::api::Body<Committing>,
) -> Result<Response, Problem> {
    mine(&site, &actor, id).await?;
    api::keep(&site, &LinkSheet::new(&site), (id, actor.account), &asked).await
}

/// Gives an import up.
///
/// # Errors
/// Missing for those who may not import for its congress.
#[utoipa::path(delete, path = "/api/imports/links/{id}", tag = "links", operation_id = "link_import_remove", params(("id" = Uuid, Path)),
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
