//! Documents with their files: entered, sent after, replaced, fetched.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointmentId, Document};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    blobs::Blob,
    web::{Errors, Form, Wrong},
};
use law_rules::Word as _;

use super::act::end;
use crate::{
    desk::{
        self,
        add::{self, DocumentWanted},
    },
    files, queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The file of a field, where one was chosen.
async fn given(site: &Site, form: &Form, field: &str) -> Result<Option<Blob>, Problem> {
    match form.files(field).next() {
        Some(file) => files::take_in(site, "file", (&file.name, file.bytes.clone())).await.map(Some),
        None => Ok(None),
    }
}

fn typed(form: &mut Form) -> Option<DocumentWanted> {
    let (document, title) = (form.choice("documents-document", Document::read), form.take("documents-title"));
    let (mark, day) = (form.maybe("documents-mark"), form.maybe("documents-day"));
    let wanted = DocumentWanted { document: document?, title: title?, mark, day };
    (!form.has_errors()).then_some(wanted)
}

pub async fn document(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<AppointmentId>,
    v: View,
    mut form: Form,
) -> Answer {
    desk::may(&site, &actor, id, Right::AppointmentKeep).await?;
    let at = (id, form.seen()?);
    let what = match typed(&mut form) {
        Some(wanted) => Some(match given(&site, &form, "documents-file").await {
            Ok(file) => add::with_file(&site, &actor, at, (wanted, file)).await,
            Err(problem) => Err(problem),
        }),
        None => None,
    };
    end((&site, &actor, &v), id, form, ("documents-", "appointments-flash-document"), what).await
}

pub async fn file(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<AppointmentId>,
    v: View,
    mut form: Form,
) -> Answer {
    desk::may(&site, &actor, id, Right::AppointmentKeep).await?;
    let at = (id, form.seen()?);
    let what = match form.choice("files-n", |raw| raw.parse::<i64>().ok()) {
        Some(n) => Some(match given(&site, &form, "files-file").await {
            Ok(Some(file)) => add::file(&site, &actor, at, (n, file)).await,
            Ok(None) => Err(Errors::one("file", Wrong::new("appointments-wrong-no-file")).into()),
            Err(problem) => Err(problem),
        }),
        None => None,
    };
    end((&site, &actor, &v), id, form, ("files-", "appointments-flash-file"), what).await
}

/// Fetches a file: whoever sees the proposal sees what came with it, nobody else.
pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, n)): Path<(AppointmentId, i64)>,
) -> Answer {
    desk::of(&site, &actor, id).await?;
    let blob = queries::file(&mut site.db(), id, n).await?.ok_or_else(Problem::missing)?;
    files::hand_out(&site, &blob).await
}
