//! Photographs of receptions and activities: checked by content, bare of what they tell of who took them, seen by those who keep the ledgers.

use accounts_rules::{Actor, Right};
use bytes::Bytes;
use futures_util::stream;
use kit::{
    Fault, Problem, Site,
    blobs::{Allowed, Blob, BlobId},
    picture,
    web::{Errors, Wrong, api::Once},
};
use stations_rules::{EventId, Fact, Refusal};

use super::{
    Work,
    event::{may, of},
    refused,
};
use crate::store;

/// What is taken for a photograph: eight megabytes each.
pub const PHOTOS: Allowed = Allowed { endings: &["jpg", "jpeg", "png", "webp"], most: 8 << 20 };
/// So many belong to one thing that happened.
pub const MOST: usize = 9;

/// Takes one in, durable before any row names it.
///
/// # Errors
/// Beside `photos`, when it is no whole picture of the kinds we take, or too large.
pub async fn take_in(site: &Site, name: &str, bytes: &Bytes) -> Result<Blob, Problem> {
    let wrong = |wrong| Problem::from(Errors::one("photos", wrong));
    let bare = picture::bare(bytes).ok_or_else(|| wrong(Wrong::new("stations-wrong-photo")))?;
    let put = site.blobs()?.put(site.new_id(), name, &PHOTOS, stream::iter([Ok::<_, Fault>(bare)])).await?;
    put.map_err(|rejected| wrong(rejected.wrong()))
}

/// Adds photographs to what happened. Answers with the first: of a request sent twice that of the first time.
///
/// # Errors
/// Beside `photos`, when there are none or too many; when it was struck out.
pub async fn add(site: &Site, actor: &Actor, id: EventId, files: &[Blob], once: &Once) -> Result<BlobId, Problem> {
    let (event, _) = may(site, actor, id, Right::StationWork).await?;
    let mut work = Work::begin(site, actor, event.station, Right::StationWork).await?;
    let first = files.first().ok_or_else(|| Errors::one("photos", Wrong::new("kit-form-required")))?.id;
    let sums: Vec<&str> = files.iter().map(|file| file.sha256.as_str()).collect();
    if let Some(before) = once.claim(&mut work.tx, site, work.account, &sums, first).await? {
        return Ok(before);
    }
    if event.struck.is_some() {
        return Err(refused(Refusal::Struck));
    }
    if store::photos(&mut work.tx, id).await?.len() + files.len() > MOST {
        return Err(Errors::one("photos", Wrong::new("stations-wrong-photos").with("most", MOST)).into());
    }
    store::add_photos(&mut work.tx, id, files, site.now()).await?;
    work.fact(Fact::PhotosAdded { event: id, count: files.len() }).await?;
    work.finish().await?;
    Ok(first)
}

/// Takes one away.
///
/// # Errors
/// As if there were none, where there is none.
pub async fn remove(site: &Site, actor: &Actor, id: EventId, file: BlobId) -> Result<(), Problem> {
    let (event, _) = may(site, actor, id, Right::StationWork).await?;
    let mut work = Work::begin(site, actor, event.station, Right::StationWork).await?;
    if !store::remove_photo(&mut work.tx, id, file).await? {
        return Err(Problem::missing());
    }
    work.fact(Fact::PhotoRemoved { event: id }).await?;
    work.finish().await.map(drop)
}

/// One photograph, for who sees the ledgers of the station.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn one(site: &Site, actor: &Actor, id: EventId, file: BlobId) -> Result<Blob, Problem> {
    of(site, actor, id).await?;
    let all = store::photos(&mut site.db(), id).await?;
    all.into_iter().find(|blob| blob.id == file).ok_or_else(Problem::missing)
}
