//! Taking away what no row names: what broken-off requests and forgotten rows left.

use std::{path::Path as Folder, time::UNIX_EPOCH};

use futures_util::TryStreamExt;
use kernel::Moment;
use object_store::{ObjectStoreExt, path::Path};

use super::{BlobId, Blobs, store::INCOMING};
use crate::{
    Fault, Site,
    db::{Db, Sql},
    jobs::Work,
};

/// Sweeps; scheduled daily.
pub const SWEEP: Work = Work {
    kind: "blobs.sweep",
    doing: |site, _| {
        Box::pin(async move {
            let swept = sweep(site).await?;
            tracing::info!(swept, "files without a row were taken away");
            Ok(())
        })
    },
};

/// A request may take so long from its file to its row.
const DAY_MILLIS: i64 = 86_400_000;
/// Files looked up at a time.
const BATCH: usize = 500;

async fn sweep(site: &Site) -> Result<usize, Fault> {
    let (blobs, before) = (site.blobs()?, site.now().plus_millis(-DAY_MILLIS));
    let mut old = Vec::new();
    let mut all = blobs.store.list(None);
    while let Some(file) = all.try_next().await? {
        // What we did not put there is not ours to take away.
        if let Some(id) = id_of(&file.location)
            && file.last_modified.timestamp_millis() < before.millis()
        {
            old.push((id, file.location));
        }
    }
    let mut swept = 0;
    for batch in old.chunks(BATCH) {
        swept += sweep_batch(site.db(), blobs, batch).await?;
    }
    match &blobs.folder {
        Some(folder) => Ok(swept + sweep_unfinished(&folder.join(INCOMING), before)?),
        None => Ok(swept),
    }
}

async fn sweep_batch(db: &Db, blobs: &Blobs, batch: &[(BlobId, Path)]) -> Result<usize, Fault> {
    let named: Vec<(BlobId,)> =
        db.all(Sql::new("select id from blob where id in ").list(batch.iter().map(|(id, _)| *id))).await?;
    let mut swept = 0;
    for (id, path) in batch {
        if !named.contains(&(*id,)) || path.as_ref().starts_with(INCOMING) {
            blobs.store.delete(path).await?;
            swept += 1;
        }
    }
    Ok(swept)
}

/// `incoming/<id>` or `ab/<sha256>-<id>`.
fn id_of(path: &Path) -> Option<BlobId> {
    let (folder, name) = path.as_ref().split_once('/')?;
    if folder == INCOMING {
        return name.parse().ok();
    }
    let (sha256, id) = name.split_at_checked(64)?;
    (sha256.starts_with(folder) && sha256.bytes().all(|b| b.is_ascii_hexdigit()))
        .then(|| id.strip_prefix('-')?.parse().ok())?
}

/// In a folder, a file is written under a name the store does not list until it is whole; a process that dies leaves it.
fn sweep_unfinished(incoming: &Folder, before: Moment) -> Result<usize, Fault> {
    let Ok(files) = std::fs::read_dir(incoming) else { return Ok(0) };
    let mut swept = 0;
    for file in files {
        let file = file?;
        let changed = file.metadata()?.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let ours =
            file.file_name().to_string_lossy().split_once('#').is_some_and(|(id, _)| id.parse::<BlobId>().is_ok());
        if ours && i128::try_from(changed).is_ok_and(|changed| changed < i128::from(before.millis())) {
            std::fs::remove_file(file.path())?;
            swept += 1;
        }
    }
    Ok(swept)
}
