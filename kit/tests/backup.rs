//! A backup of one engine is the same on the other.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use kernel::{Person, Recorded, Verb};
use kit::{
    Site, backup,
    db::{Db, Sql, Val},
    journal,
    testing::{on_postgres, on_sqlite},
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
