//! Files of the documents.

use accounts_rules::{Actor, Right};
use appointments_rules::AppointmentId;
use axum::{
    Extension,
    body::Bytes,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{
        ProblemJson, Query,
        api::{Seen, versioned},
    },
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::shapes::{AppointmentJson, shown};
use crate::{
    desk::{self, add},
    files, queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The name of the file.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct AppointmentFileNamed {
    /// As the person has it: `考察材料.pdf`. Its ending says what it is: pdf, ofd, docx, xlsx, jpg, jpeg or png.
    file: String,
}

/// Send the file of a document, or the next version of it; the body is the file
#[utoipa::path(post, path = "/api/appointments/{id}/documents/{n}/files", tag = "appointments", operation_id = "appointment_file_add",
    params(("id" = Uuid, Path), ("n" = i64, Path, description = "the number of the document"), ("If-Match" = String, Header), AppointmentFileNamed),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = AppointmentJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, n)): Path<(AppointmentId, i64)>,
    v: View,
    seen: Result<Seen, Problem>,
    named: Result<Query<AppointmentFileNamed>, Problem>,
    bytes: Bytes,
) -> Answer {
    desk::may(&site, &actor, id, Right::AppointmentKeep).await?;
    let (Seen(seen), Query(named)) = (seen?, named?);
    let file = files::take_in(&site, "file", (&named.file, bytes)).await?;
    add::file(&site, &actor, (id, seen), (n, file)).await?;
    let (version, json) = shown(&site, &actor, id, v.language).await?;
    Ok(versioned(version, json))
}

/// Fetch the file of a document, of any version
#[utoipa::path(get, path = "/api/appointments/{id}/documents/{n}", tag = "appointments", operation_id = "appointment_file_fetch",
    params(("id" = Uuid, Path), ("n" = i64, Path, description = "the number of the document")),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, n)): Path<(AppointmentId, i64)>,
) -> Answer {
    desk::of(&site, &actor, id).await?;
    let blob = queries::file(&mut site.db(), id, n).await?.ok_or_else(Problem::missing)?;
    files::hand_out(&site, &blob).await
}
