//! Present holders by spreadsheet: template, upload, preview with reasons, commit. The pages are those of every noun's import.

use std::sync::Arc;

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    sheets::{
        self, ImportId,
        pages::{Door, Look},
    },
    web::Form,
};

use crate::{queries, sheet::HoldersSheet};

/// Where a congress's imports are listed, and what it is called.
struct Place {
    body: BodyId,
    home: String,
    name: String,
}

/// The place, for those who may import there.
async fn place(site: &Site, actor: &Actor, id: BodyId) -> Result<Place, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::AppointmentKeep, id)?;
    let name = queries::body_name(&mut site.db(), id).await?;
    Ok(Place { body: id, home: format!("/congresses/{id}/holder-imports"), name })
}

/// The place of an import whose congress the actor may import for.
async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Place, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let import = sheets::find(&mut site.db(), "holders", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    actor.may(Right::AppointmentKeep, body).map_err(|_| Problem::missing())?;
    place(site, actor, body).await
}

fn door<'a>(site: &'a Site, view: &'a View, actor: &Actor, place: &'a Place) -> Door<'a, HoldersSheet> {
    Door {
        site,
        view,
        spec: Arc::new(HoldersSheet::new(site)),
        home: &place.home,
        base: "/imports/holders",
        title: "appointments-import-title",
        name: &place.name,
        body: Some(place.body),
        by: actor.account,
    }
}

/// Uploads of a congress, and the form for another.
///
/// # Errors
/// Refused to those who may not import here.
pub async fn list(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
) -> Result<Response, Problem> {
    door(&site, &v, &actor, &place(&site, &actor, id).await?).index().await
}

/// The empty table to fill.
///
/// # Errors
/// When the workbook cannot be written.
pub async fn template(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
) -> Result<Response, Problem> {
    let nowhere = Place { body: site.new_id(), home: String::new(), name: String::new() };
    door(&site, &v, &actor, &nowhere).template()
}

/// Takes a file and reads it behind the page.
///
/// # Errors
/// A missing file is said beside the field; refused to those who may not import here.
pub async fn upload(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    f: Form,
) -> Result<Response, Problem> {
    door(&site, &v, &actor, &place(&site, &actor, id).await?).receive(f).await
}

/// The preview.
///
/// # Errors
/// Missing for those who may not import for its congress.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
    Query(look): Query<Look>,
) -> Result<Response, Problem> {
    door(&site, &v, &actor, &mine(&site, &actor, id).await?).show(id, &look).await
}

/// Keeps the good rows.
///
/// # Errors
/// Refused while bad rows are left, unless they are to be left out.
pub async fn commit(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
    f: Form,
) -> Result<Response, Problem> {
    door(&site, &v, &actor, &mine(&site, &actor, id).await?).commit(id, &f).await
}

/// The rows with something to say of them, to correct and send again.
///
/// # Errors
/// As [`show`].
pub async fn problems(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
) -> Result<Response, Problem> {
    door(&site, &v, &actor, &mine(&site, &actor, id).await?).problems(id).await
}

/// Gives an import up.
///
/// # Errors
/// As [`show`].
pub async fn drop(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
    _csrf: Form,
) -> Result<Response, Problem> {
    door(&site, &v, &actor, &mine(&site, &actor, id).await?).remove(id).await
}
