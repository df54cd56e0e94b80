//! 附件: added to the sheet or to a reply, fetched, taken away.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site,
    blobs::Blob,
    web::{Errors, Form, Wrong, api::Once, done},
};
use suggestions_rules::{AssignmentId, AttachmentId, SuggestionId};

use crate::{desk, files, queries};

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
        let once = once(&form, &format!("/suggestions/{id}/attachments"), &file)?;
        desk::attach::to_sheet(&site, &actor, id, &file, &once).await?;
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
        let once = once(&form, &format!("/suggestions/{id}/assignments/{part}/attachments"), &file)?;
        desk::attach::to_reply(&site, &actor, id, part, &file, &once).await?;
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

pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(SuggestionId, AttachmentId)>,
) -> Answer {
    files::hand_out(&site, &queries::attachment(&site, &actor, id, file).await?).await
}

/// The key of one file of a form: the same file sent twice lies there once, another is another.
pub(super) fn once(form: &Form, path: &str, file: &Blob) -> Result<Once, Problem> {
    Ok(form.once(&format!("{path} {} {:?}", file.name, file.sha256))?)
}

/// Takes the bytes in, on disk before any row names them.
pub(super) async fn taken(site: &Site, form: &Form) -> Result<Vec<Blob>, Problem> {
    let blobs = taken_if_any(site, form).await?;
    if blobs.is_empty() {
        return Err(Errors::one("file", Wrong::new("suggestions-wrong-no-file")).into());
    }
    Ok(blobs)
}

/// The same, where none is needed.
pub(super) async fn taken_if_any(site: &Site, form: &Form) -> Result<Vec<Blob>, Problem> {
    let mut blobs = Vec::new();
    let mut errors = Errors::default();
    for file in form.files("file") {
        match files::take_in(site, &file.name, file.bytes.clone()).await? {
            Ok(blob) => blobs.push(blob),
            Err(rejected) => errors.note("file", rejected.wrong()),
        }
    }
    errors.check()?;
    Ok(blobs)
}
