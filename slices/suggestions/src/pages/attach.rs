//! 附件: added to the sheet or to a reply, fetched, taken away.

use accounts_rules::Actor;
use axum::{
    Extension,
    body::Body,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::stream;
use kit::{
    Fault, Problem, Site,
    blobs::{Blob, PAPERS, disposition},
    web::{Errors, Form, Wrong, done},
};
use suggestions_rules::{AssignmentId, AttachmentId, SuggestionId};

use crate::{desk, queries};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

pub async fn to_sheet(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    form: Form,
) -> Answer {
    // Who may not look at it hears so before any byte is written.
    queries::detail(&site, &actor, id).await?;
    for file in taken(&site, &form).await? {
        desk::attach::to_sheet(&site, &actor, id, &file).await?;
    }
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-attached"))
}

pub async fn to_reply(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, part)): Path<(SuggestionId, AssignmentId)>,
    form: Form,
) -> Answer {
    queries::detail(&site, &actor, id).await?;
    for file in taken(&site, &form).await? {
        desk::attach::to_reply(&site, &actor, id, part, &file).await?;
    }
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-attached"))
}

pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(SuggestionId, AttachmentId)>,
    _form: Form,
) -> Answer {
    desk::attach::remove(&site, &actor, id, file).await?;
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-detached"))
}

/// Sends a file to be kept, never to be shown as a page of ours.
pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(SuggestionId, AttachmentId)>,
) -> Answer {
    let blob = queries::attachment(&site, &actor, id, file).await?;
    let bytes = site.blobs()?.get(&blob).await?;
    let headers = [
        (header::CONTENT_TYPE, blob.media.clone()),
        (header::CONTENT_DISPOSITION, disposition(&blob.name)),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(bytes)).into_response())
}

/// Takes the bytes in, on disk before any row names them.
async fn taken(site: &Site, form: &Form) -> Result<Vec<Blob>, Problem> {
    let mut blobs = Vec::new();
    let mut errors = Errors::default();
    for file in form.files("file") {
        let piece = stream::iter([Ok::<_, Fault>(file.bytes.clone())]);
        match site.blobs()?.put(site.new_id(), &file.name, &PAPERS, piece).await? {
            Ok(blob) => blobs.push(blob),
            Err(rejected) => errors.note("file", rejected.wrong()),
        }
    }
    errors.check()?;
    if blobs.is_empty() {
        return Err(Errors::one("file", Wrong::new("suggestions-wrong-no-file")).into());
    }
    Ok(blobs)
}
