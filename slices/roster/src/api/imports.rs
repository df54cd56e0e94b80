//! A roster in by spreadsheet: the file as the body, then the preview, then the commit.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    body::Bytes,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
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

use super::{Made, made};
use crate::{desk, sheet::RosterSheet, store::body};

/// Takes a file (XLSX or CSV) and stages it; nothing is kept yet. `Idempotency-Key` makes one import of a file sent twice.
///
/// # Errors
/// Refused to those who may not import here; missing where there is no such congress.
#[utoipa::path(post, path = "/api/congresses/{id}/imports", tag = "roster",
    params(("id" = Uuid, Path), Named, ("Idempotency-Key" = Option<String>, Header)), request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = Made),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn upload(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    Query(named): Query<Named>,
    once: Once,
    bytes: Bytes,
) -> Result<Response, Problem> {
    desk::allowed(&actor, Right::RosterImport, id)?;
    body::congress(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    let import = api::receive(&site, RosterSheet::new(&site), (id, by), (&named, &bytes), &once).await?;
    Ok(made(import))
}

/// The preview.
///
/// # Errors
/// Missing for those who may not import for its congress.
#[utoipa::path(get, path = "/api/imports/roster/{id}", tag = "roster", params(("id" = Uuid, Path)),
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
    let import = sheets::find(&mut site.db(), "roster", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    desk::allowed_unseen(actor, Right::RosterImport, body, false)?;
    Ok(import)
}

/// Keeps the good rows, all or none.
///
/// # Errors
/// 422 while bad rows are left; 409 when it was done before; 412 when the roster has changed since the preview.
#[utoipa::path(post, path = "/api/imports/roster/{id}/commit", tag = "roster", request_body = Committing,
    params(("id" = Uuid, Path)), responses((status = 200, body = Kept),
    (status = "4XX", body = kit::web::ProblemJson, content_type = "application/problem+json")))]
pub async fn commit(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
    kit::web::api::Body(asked): kit::web::api::Body<Committing>,
) -> Result<Response, Problem> {
    mine(&site, &actor, id).await?;
    api::keep(&site, &RosterSheet::new(&site), (id, actor.account), &asked).await
}

/// Gives an import up.
///
/// # Errors
/// Missing for those who may not import for its congress.
#[utoipa::path(delete, path = "/api/imports/roster/{id}", tag = "roster", params(("id" = Uuid, Path)),
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
