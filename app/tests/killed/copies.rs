//! A backup of a site that is being written to is whole, a backup that was killed says that it is none, and either engine
//! takes the other's.

use std::{
    collections::BTreeMap,
    io::Read as _,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use kit::{
    Site, backup, journal,
    testing::{both, on_postgres, on_sqlite},
};

use crate::{
    client::Client,
    ground::{Ground, Server, Tally},
    write,
};

/// A backup is taken while clients write.
async fn taken_under_load(site: &Site, folder: PathBuf) {
    let ground = Arc::new(Ground::lay(site).await);
    let server = Server::open(&ground);
    let tally = Arc::new(Tally::default());
    let writers: Vec<_> =
        (0..3).map(|writer| tokio::spawn(write(Client::new(&ground, &server, writer, &tally), Vec::new()))).collect();
    tally.answered(10).await;
    let (before, _) = journal::head(&ground.look()).await.expect("a head");
    let (program, place) = (ground.clone(), folder.clone());
    let taken = tokio::task::spawn_blocking(move || program.runs(&["backup", &place.to_string_lossy()]));
    taken.await.expect("a backup");
    server.kill();
    for writer in writers {
        writer.await.expect("a writer");
    }
    let facts = backup::manifest(&folder).expect("a manifest").tables["journal"].rows;
    assert!(facts >= u64::try_from(before).expect("a count"), "{facts} of {before} facts");
}

/// Fills an empty site from a backup, and finds everything sound and the same.
async fn restored(site: &Site, folder: &Path) {
    backup::restore(site.db(), folder, site.now(), |_, _| {}).await.expect("the backup is taken in");
    let mut export = Vec::new();
    let facts = journal::export(site.db(), |line| {
        export.push(line.to_owned());
        Ok(())
    });
    let facts = facts.await.expect("an export");
    assert_eq!(journal::verify(export.join("\n").as_bytes()).expect("one chain").facts, facts);
    assert_eq!(suggestions::checks::audit(site.db()).await.expect("an audit"), Vec::new());
    assert_eq!(roster::checks::audit(site.db()).await.expect("an audit"), Vec::new());
    let again = site.config().files().join("again");
    backup::take(site.db(), &again, site.now(), |_, _| {}).await.expect("a backup");
    let (first, second) = (lines(folder), lines(&again));
    assert!(first.len() > 30 && first.keys().eq(second.keys()));
    for (name, rows) in first {
        assert_eq!(Some(&rows), second.get(&name), "{name}");
    }
}

#[test]
fn a_backup_taken_under_load_is_whole_and_either_engine_takes_the_others() {
    kit::outbox::install_tls();
    let place = tempfile::tempdir().expect("a folder");
    let (lite, postgres) = (place.path().join("lite"), place.path().join("postgres"));
    on_sqlite(async |site| taken_under_load(&site, lite.clone()).await);
    on_postgres(async |site| restored(&site, &lite).await);
    on_postgres(async |site| taken_under_load(&site, postgres.clone()).await);
    on_sqlite(async |site| restored(&site, &postgres).await);
}

#[test]
fn a_backup_that_was_killed_is_refused_and_the_next_one_is_taken() {
    both(async |site| {
        let ground = Ground::lay(&site).await;
        let half = ground.file("half");
        let mut program = ground.program(&["backup", &half.to_string_lossy()]).spawn().expect("the program starts");
        let begun = || std::fs::read_dir(half.join("tables")).is_ok_and(|files| files.count() > 0);
        while !begun() && program.try_wait().is_ok_and(|ended| ended.is_none()) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        program.kill().and_then(|()| program.wait()).expect("it ends");
        let empty = ground.file("empty");
        let restore = ground.elsewhere(&["restore", &half.to_string_lossy(), "--data", &empty.to_string_lossy()]);
        assert_eq!(restore.success(), half.join("manifest.json").exists());
        assert!(!half.join("manifest.json").exists(), "it was killed too late to show anything");
        let whole = ground.file("whole").to_string_lossy().into_owned();
        ground.runs(&["backup", &whole]);
        let other = ground.file("other");
        assert!(ground.elsewhere(&["restore", &whole, "--data", &other.to_string_lossy()]).success());
    });
}

/// The lines of every table of a backup, sorted: the engines do not give rows in the same order.
fn lines(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let names = backup::manifest(folder).expect("a manifest").tables.into_keys();
    let table = |name: String| {
        let file = std::fs::File::open(folder.join("tables").join(format!("{name}.jsonl.gz"))).expect("a table");
        let mut text = String::new();
        flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("its text");
        let mut lines: Vec<String> = text.lines().map(fields).collect();
        lines.sort();
        (name, lines)
    };
    names.map(table).collect()
}

/// A line with its fields in one order.
fn fields(line: &str) -> String {
    let row: BTreeMap<String, serde_json::Value> = serde_json::from_str(line).expect("a row");
    serde_json::to_string(&row).expect("a row")
}
