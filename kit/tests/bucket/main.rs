//! Attachments in a bucket do as those in a folder, and a backup holds them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod store;

use std::{
    convert::Infallible,
    sync::atomic::{AtomicI64, AtomicU64},
};

use bytes::Bytes;
use futures_util::{TryStreamExt, stream};
use kit::{
    Site,
    blobs::{self, Blob, PAPERS, Rejected, SWEEP},
    config::Config,
    jobs::{enqueue, run_jobs},
    site::{Chance, Clock},
    testing::on_sqlite,
};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n";

/// The same database with its attachments in a new bucket.
async fn with_bucket(site: &Site) -> Site {
    let config = Config { s3: Some(store::serve().await), ..site.config().clone() };
    let clock = Clock::Standing(AtomicI64::new(site.now().millis()));
    Site::new(site.db().clone(), clock, Chance::Seeded(AtomicU64::new(5)), config).unwrap()
}

async fn put(site: &Site, name: &str, bytes: &[u8]) -> Result<Blob, Rejected> {
    let pieces: Vec<_> =
        bytes.chunks(1 << 20).map(|piece| Ok::<_, Infallible>(Bytes::copy_from_slice(piece))).collect();
    site.blobs().unwrap().put(site.new_id(), name, &PAPERS, stream::iter(pieces)).await.unwrap()
}

async fn read(site: &Site, blob: &Blob) -> Vec<u8> {
    let pieces = site.blobs().unwrap().get(blob).await.unwrap();
    pieces.map_ok(|piece| piece.to_vec()).try_concat().await.unwrap()
}

#[test]
fn a_bucket_does_as_a_folder() {
    on_sqlite(async |site| {
        let site = with_bucket(&site).await;
        let long: Vec<u8> = PDF.iter().copied().cycle().take(19 << 20).collect(); // more than one part of an upload
        let blob = put(&site, "a.pdf", &long).await.unwrap();
        let mut tx = site.db().begin().await.unwrap();
        blobs::record(&mut tx, &blob, site.now()).await.unwrap();
        enqueue(&mut tx, &site, SWEEP.kind, None, &(), site.now()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(read(&site, &blob).await == long);
        assert!(site.blobs().unwrap().is_intact(&blob).await.unwrap());
        let lost = put(&site, "b.pdf", PDF).await.unwrap();
        assert_eq!(put(&site, "b.jpg", PDF).await, Err(Rejected::Differs("jpg".to_owned())));
        site.set_now(kernel::Day::new(2100, 1, 1).unwrap().start());
        run_jobs(&site, &[SWEEP]).await.unwrap();
        assert!(site.blobs().unwrap().get(&lost).await.is_err());
        assert!(site.blobs().unwrap().is_intact(&blob).await.unwrap());
    });
}

#[test]
fn a_backup_holds_what_lies_in_a_bucket_and_fills_a_folder_or_another_bucket() {
    on_sqlite(async |folder| {
        let (first, second) = (with_bucket(&folder).await, with_bucket(&folder).await);
        let long: Vec<u8> = PDF.iter().copied().cycle().take(11 << 20).collect();
        let blobs = [put(&first, "a.pdf", PDF).await.unwrap(), put(&first, "b.pdf", &long).await.unwrap()];
        let place = tempfile::tempdir().unwrap();
        let mut told = Vec::new();
        let out = first.blobs().unwrap().copy_out(place.path(), |count| told.push(count)).await.unwrap();
        assert_eq!((out, told), (2, vec![1, 2]));
        for site in [&second, &folder] {
            let store = site.blobs().unwrap();
            assert_eq!(store.copy_in(place.path(), |_| ()).await.unwrap(), 2);
            assert_eq!(store.copy_in(place.path(), |_| ()).await.unwrap(), 0, "what is there already is left as it is");
            for blob in &blobs {
                assert!(store.is_intact(blob).await.unwrap(), "{}", blob.name);
            }
        }
    });
}
