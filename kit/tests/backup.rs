//! A backup of one engine is the same on the other.

use std::convert::Infallible;

use bytes::Bytes;
use futures_util::stream;
use kernel::{Person, Recorded, Verb};
use kit::{
    Site, backup,
    blobs::{self, Blob, PAPERS},
    db::{Db, Sql, Val},
    journal,
    testing::{both, on_postgres, on_sqlite},
};
use serde::Serialize;

#[derive(Serialize)]
struct Kept {
    words: &'static str,
}

impl Verb for Kept {
    fn verb(&self) -> &'static str {
        "test.kept"
    }
}

async fn fill(site: &Site) {
    let subject = site.new_id::<Person>().uuid();
    let mut tx = site.db().begin().await.unwrap();
    for n in 0..300 {
        let row = [Val::from(format!("k{n:03}")), Val::from("一行\n\"引号\""), Val::from(n)];
        tx.run(Sql::new("insert into setting (key, value, version) values ").list(row)).await.unwrap();
        let fact = Kept { words: "存" };
        let recorded = Recorded { at: site.now(), by: None, acting_for: None, body: None, subject, fact };
        journal::append(&mut tx, recorded).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn taken(db: &Db, site: &Site, folder: &std::path::Path) -> backup::Manifest {
    backup::take(db, folder, site.now(), |_, _| {}).await.unwrap()
}

#[test]
fn from_sqlite_to_postgres_and_back_nothing_changes() {
    let place = tempfile::tempdir().unwrap();
    let (first, second, third) = (place.path().join("1"), place.path().join("2"), place.path().join("3"));
    on_sqlite(async |site| {
        fill(&site).await;
        let manifest = taken(site.db(), &site, &first).await;
        assert_eq!((manifest.tables["setting"].rows, manifest.tables["journal"].rows), (300, 300));
        assert!(!first.join("still").exists());
    });
    on_postgres(async |site| {
        backup::restore(site.db(), &first, site.now(), |_, _| {}).await.unwrap();
        let manifest = taken(site.db(), &site, &second).await;
        assert_eq!(manifest.tables["journal"].rows, 300);
    });
    on_sqlite(async |site| {
        backup::restore(site.db(), &second, site.now(), |_, _| {}).await.unwrap();
        taken(site.db(), &site, &third).await;
        let mut lines = Vec::new();
        let export = journal::export(site.db(), |line| {
            lines.push(line.to_owned());
            Ok(())
        });
        export.await.unwrap();
        assert_eq!(journal::verify(lines.join("\n").as_bytes()).unwrap().facts, 300);
    });
    let count =
        |folder| backup::manifest(folder).unwrap().tables.into_iter().map(|(n, t)| (n, t.rows)).collect::<Vec<_>>();
    assert_eq!(count(&first), count(&third));
}

#[test]
fn a_damaged_backup_is_refused_whole() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("b");
    on_sqlite(async |site| {
        fill(&site).await;
        taken(site.db(), &site, &folder).await;
    });
    let text = std::fs::read_to_string(folder.join("manifest.json")).unwrap();
    std::fs::write(folder.join("manifest.json"), text.replacen("\"rows\": 300", "\"rows\": 299", 1)).unwrap();
    on_sqlite(async |site| {
        let fault = backup::restore(site.db(), &folder, site.now(), |_, _| {}).await.unwrap_err();
        assert!(fault.to_string().contains("damaged"), "{fault}");
        let head: (i64,) = site.db().one("select seq from journal_head").await.unwrap().unwrap();
        assert_eq!(head, (0,));
    });
}

/// A file that was attached, with its row.
async fn attach(site: &Site, name: &str) -> Blob {
    let bytes = Bytes::from(format!("附件：{name}"));
    let piece = stream::iter([Ok::<_, Infallible>(bytes)]);
    let blob = site.blobs().unwrap().put(site.new_id(), name, &PAPERS, piece).await.unwrap().unwrap();
    let mut tx = site.db().begin().await.unwrap();
    blobs::record(&mut tx, &blob, site.now()).await.unwrap();
    tx.commit().await.unwrap();
    blob
}

#[test]
fn a_damaged_attachment_of_a_backup_is_named_and_so_is_a_damaged_table() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("b");
    both(async |site| {
        let _ = std::fs::remove_dir_all(&folder);
        let (whole, spoiled, lost) =
            (attach(&site, "答复.txt").await, attach(&site, "照片说明.txt").await, attach(&site, "附图.txt").await);
        taken(site.db(), &site, &folder).await;
        let files = folder.join(backup::ATTACHMENTS);
        site.blobs().unwrap().copy_out(&files, |_| {}).await.unwrap();
        let whole_backup = backup::check(&folder, |_, _| {}).await.unwrap();
        assert_eq!((whole_backup.damaged, whole_backup.manifest.tables["blob"].rows), (vec![], 3));
        let at = |blob: &Blob| files.join(blob.sha256.split_at(2).0).join(format!("{}-{}", blob.sha256, blob.id));
        std::fs::write(at(&spoiled), "另一些字节").unwrap();
        std::fs::remove_file(at(&lost)).unwrap();
        let mut damaged = backup::check(&folder, |_, _| {}).await.unwrap().damaged;
        damaged.sort_by_key(|blob| blob.id != spoiled.id);
        assert_eq!(damaged, [spoiled, lost], "and not {}", whole.name);
        std::fs::write(folder.join("tables/setting.jsonl.gz"), b"no table").unwrap();
        let fault = backup::check(&folder, |_, _| {}).await.unwrap_err();
        assert!(fault.to_string().contains("`setting`"), "{fault}");
    });
}
