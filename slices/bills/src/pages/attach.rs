//! 附件: added to a bill, fetched, taken away.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use bills_rules::{BillId, FileId, FileKind};
use kit::{
    Problem, Site,
    blobs::Blob,
    web::{Errors, Form, Wrong, chosen, done},
};

use crate::desk::attach;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

pub async fn add(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BillId>, form: Form) -> Answer {
    attach::may(&site, &actor, id).await?;
    let kind = chosen("kind", form.value("kind"), FileKind::read)?.unwrap_or(FileKind::Other);
    let files = taken(&site, &form).await?;
    if files.is_empty() {
        return Err(Errors::one("file", Wrong::new("bills-wrong-no-file")).into());
    }
    lay(&site, &actor, id, (&files, kind), &form).await?;
    Ok(done(&format!("/bills/{id}"), "bills-flash-attached"))
}

pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(BillId, FileId)>,
    _form: Form,
) -> Answer {
    attach::remove(&site, &actor, id, file).await?;
    Ok(done(&format!("/bills/{id}"), "bills-flash-detached"))
}

pub async fn fetch(State(site): State<Site>, Extension(actor): Who, Path(at): Path<(BillId, FileId)>) -> Answer {
    attach::fetch(&site, &actor, at).await
}

/// Takes the bytes of a form's files in, on disk before any row names them.
pub(super) async fn taken(site: &Site, form: &Form) -> Result<Vec<Blob>, Problem> {
    let mut files = Vec::new();
    for file in form.files("file") {
        files.push(attach::take_in(site, &file.name, file.bytes.clone()).await?);
    }
    Ok(files)
}

/// Lays them to a bill: a form sent twice lays each once.
pub(super) async fn lay(
    site: &Site,
    actor: &Actor,
    id: BillId,
    (files, kind): (&[Blob], FileKind),
    form: &Form,
) -> Result<(), Problem> {
    for file in files {
        let once = form.once(&format!("/bills/{id}/attachments {} {}", file.name, file.sha256))?;
        attach::add(site, actor, id, (file, kind), &once).await?;
    }
    Ok(())
}
