//! The JSON face of an import, the same for every noun: the file as the body, then the preview, then the commit.

use std::sync::Arc;

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{AccountId, BodyId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    BadRows, Import, ImportId, Limits, Opened, SheetSpec, Show, Unreadable, Upload, commit, find, latest,
    looks_like_a_table, open_once, pages::LISTED, rows, stage,
};
use crate::{
    Problem, Site,
    web::{Errors, api::Once},
    words::Lang,
};

/// The name of the file.
#[derive(Deserialize, IntoParams, Default)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Named {
    /// As the person has it: `roster.xlsx`.
    pub file: String,
}

/// An import as it stands.
#[derive(Serialize, ToSchema)]
pub struct ImportShown {
    /// `reading`, `unfit`, `staged`, `done` or `dropped`.
    state: String,
    rows: i64,
    warned: i64,
    bad: i64,
    taken: i64,
    /// What is to be known of the file as a whole.
    notes: Vec<String>,
    /// A hundred rows with something to say of them.
    said: Vec<RowSaid>,
    /// `after` of the next hundred; nothing with the last.
    next: Option<i64>,
}

/// Which rows with something to say of them.
#[derive(Deserialize, IntoParams, Default)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Further {
    /// The `next` of the answer before; 0 or nothing for the first.
    #[param(minimum = 0)]
    pub after: i64,
}

/// How many rows with something to say of them one answer tells.
const TOLD: i64 = 100;

/// One of the files a congress took in or began to.
#[derive(Serialize, ToSchema)]
pub struct ImportListed {
    id: Uuid,
    /// The name of the file as the person has it.
    file: String,
    /// `reading`, `unfit`, `staged`, `done` or `dropped`.
    state: String,
    /// When it was sent, in milliseconds since 1970.
    made: i64,
    rows: i64,
    warned: i64,
    bad: i64,
    taken: i64,
}

/// What is said of a row.
#[derive(Serialize, ToSchema)]
pub struct RowSaid {
    row: i64,
    /// The key of the column; empty for the whole row.
    column: String,
    message: String,
    warning: bool,
}

/// What was made of a file.
#[derive(Serialize, ToSchema)]
pub struct ImportMade {
    /// The identity of the import.
    pub id: Uuid,
}

/// What is done with bad rows.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Committing {
    /// Take the good rows though there are bad ones.
    #[serde(default)]
    leave_out_bad: bool,
}

/// How many rows were kept.
#[derive(Serialize, ToSchema)]
pub struct Kept {
    rows: u64,
    left_out: u64,
}

/// Takes a file and stages it; nothing is kept yet. Sent twice under one key it is one import.
///
/// # Errors
/// Beside the field, where it is no table or too big a one.
pub async fn receive<S: SheetSpec>(
    site: &Site,
    spec: S,
    (body, by): (BodyId, AccountId),
    (named, bytes): (&Named, &[u8]),
    once: &Once,
) -> Result<Response, Problem> {
    if bytes.len() as u64 > Limits::USUAL.bytes {
        let most = Limits::USUAL.bytes >> 20;
        return Err(Errors::one("file", Unreadable::TooBig { most }.into()).into());
    }
    looks_like_a_table(bytes).map_err(|why| Errors::one("file", why.into()))?;
    let import = match open_once(site, (spec.kind(), Some(body), by), (&named.file, bytes), once).await? {
        Opened::Before(import) => import,
        Opened::New(import) => {
            stage(site, &Arc::new(spec), import, Upload::from_bytes(bytes)?).await?;
            import
        }
    };
    Ok((StatusCode::CREATED, Json(ImportMade { id: import.uuid() })).into_response())
}

/// The latest files of a body, the newest first: as many as the page lists.
///
/// # Errors
/// When the database refuses.
pub async fn listed<S: SheetSpec>(site: &Site, spec: &S, body: BodyId) -> Result<Response, Problem> {
    let one = |it: Import| ImportListed {
        id: it.id.uuid(),
        file: it.file,
        state: it.state.as_str().to_owned(),
        made: it.made.millis(),
        rows: it.rows,
        warned: it.warned,
        bad: it.bad,
        taken: it.taken,
    };
    let all = latest(&mut site.db(), spec.kind(), Some(body), LISTED).await?;
    Ok(Json(all.into_iter().map(one).collect::<Vec<_>>()).into_response())
}

/// The preview.
///
/// # Errors
/// Missing where the noun has no such import.
pub async fn shown<S: SheetSpec>(
    site: &Site,
    spec: &S,
    (id, after): (ImportId, i64),
    lang: Lang,
) -> Result<Response, Problem> {
    let import = find(&mut site.db(), spec.kind(), id).await?.ok_or_else(Problem::missing)?;
    let mut said = Vec::new();
    let found = rows(&mut site.db(), import.id, Show::Said, after, TOLD).await?;
    let next = found.last().filter(|_| i64::try_from(found.len()) == Ok(TOLD)).map(|row| row.line);
    for row in found {
        said.extend(row.said.iter().map(|one| RowSaid {
            row: row.line,
            column: one.column.clone(),
            message: one.sentence(lang),
            warning: one.warning,
        }));
    }
    let Import { rows, warned, bad, taken, .. } = import;
    let notes = import.notes.iter().map(|note| note.sentence(lang)).collect();
    let state = import.state.as_str().to_owned();
    Ok(Json(ImportShown { state, rows, warned, bad, taken, notes, said, next }).into_response())
}

/// Keeps the good rows, all or none.
///
/// # Errors
/// Refused while bad rows are left, when it was done before, and when what they lean on has changed since the preview.
pub async fn keep<S: SheetSpec>(
    site: &Site,
    spec: &S,
    (id, by): (ImportId, Option<AccountId>),
    asked: &Committing,
) -> Result<Response, Problem> {
    let bad = if asked.leave_out_bad { BadRows::LeaveOut } else { BadRows::Stop };
    let taking = commit(site, spec, id, by, bad).await?;
    Ok(Json(Kept { rows: taking.rows, left_out: taking.left_out }).into_response())
}
