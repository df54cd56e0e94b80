//! Photographs of receptions and activities.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    blobs::{self, BlobId},
    web::{Form, done},
};
use stations_rules::EventId;

use super::events::shown;
use crate::desk::{event, photo};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// What one form may bring along altogether.
pub const MOST_BYTES: usize = 24 << 20;

async fn taken(site: &Site, actor: &Actor, id: EventId, form: &Form) -> Result<(), Problem> {
    let mut files = Vec::new();
    for file in form.files("photos").take(photo::MOST + 1) {
        files.push(photo::take_in(site, &file.name, &file.bytes).await?);
    }
    let once = form.once(&format!("/stations/events/{id}/photos"))?;
    photo::add(site, actor, id, &files, &once).await.map(drop)
}

pub async fn add(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<EventId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (e, s) = event::may(&site, &actor, id, Right::StationWork).await?;
    match taken(&site, &actor, id, &form).await {
        Ok(()) => Ok(done(&format!("/stations/events/{id}"), "stations-flash-photos")),
        Err(problem) => {
            form.keep("photos", problem)?;
            shown(&site, &actor, &v, &form, (&e, &s), None).await
        }
    }
}

pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(EventId, BlobId)>,
) -> Answer {
    blobs::hand_out(&site, &photo::one(&site, &actor, id, file).await?).await
}

pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, file)): Path<(EventId, BlobId)>,
    _form: Form,
) -> Answer {
    photo::remove(&site, &actor, id, file).await?;
    Ok(done(&format!("/stations/events/{id}"), "stations-flash-photo-removed"))
}
