//! Attachments out into the folder of a backup and in again, whether they lie in a folder or in a bucket.

use std::path::Path as Folder;

use futures_util::TryStreamExt;
use object_store::{ObjectStore, ObjectStoreExt, WriteMultipart, local::LocalFileSystem};

use super::{Blobs, store::INCOMING};
use crate::Fault;

impl Blobs {
    /// Copies every file into a folder; answers with how many. Files are never changed once written, so copying them after
    /// the tables misses none that a table names.
    ///
    /// # Errors
    /// When the folder or bucket cannot be read, or the folder cannot be written.
    pub async fn copy_out(&self, to: &Folder, done: impl FnMut(u64)) -> Result<u64, Fault> {
        copy(&*self.store, &*folder(to)?, done).await
    }

    /// Takes every file of such a folder in; what is there already is left as it is. Answers with how many were missing.
    ///
    /// # Errors
    /// When the folder cannot be read, or the folder or bucket of attachments cannot be written.
    pub async fn copy_in(&self, from: &Folder, done: impl FnMut(u64)) -> Result<u64, Fault> {
        if !from.exists() {
            return Ok(0);
        }
        copy(&*folder(from)?, &*self.store, done).await
    }
}

fn folder(path: &Folder) -> Result<Box<dyn ObjectStore>, Fault> {
    std::fs::create_dir_all(path)?;
    Ok(Box::new(LocalFileSystem::new_with_prefix(path)?.with_fsync(true)))
}

async fn copy(from: &dyn ObjectStore, to: &dyn ObjectStore, mut done: impl FnMut(u64)) -> Result<u64, Fault> {
    let mut copied = 0;
    let mut files = from.list(None);
    while let Some(file) = files.try_next().await? {
        let place = &file.location;
        // What is still coming in belongs to no row yet.
        if place.as_ref().starts_with(INCOMING) || is_there(to, place, file.size).await? {
            continue;
        }
        let mut pieces = from.get(place).await?.into_stream();
        let mut out = WriteMultipart::new(to.put_multipart(place).await?);
        while let Some(piece) = pieces.try_next().await? {
            out.wait_for_capacity(2).await?;
            out.put(piece);
        }
        out.finish().await?;
        copied += 1;
        done(copied);
    }
    Ok(copied)
}

async fn is_there(store: &dyn ObjectStore, place: &object_store::path::Path, size: u64) -> Result<bool, Fault> {
    match store.head(place).await {
        Ok(found) => Ok(found.size == size),
        Err(object_store::Error::NotFound { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
