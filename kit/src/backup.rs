//! Backup and restore, also from one engine to the other.
//!
//! A backup is a folder: `manifest.json` with the count and SHA-256 of every table, `tables/<name>.jsonl.gz` with a row a line,
//! and `attachments/` with the files people attached. Values stand as JSON: numbers and text as they are, identities as `{"id":"…"}`,
//! bytes as `{"bytes":"base64"}`, so that the same folder fills SQLite or PostgreSQL.

mod check;

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufRead, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use kernel::{Moment, Refusal, Refused};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

pub use self::check::{Checked, check};
use crate::{
    Fault,
    db::{Db, Engine, Place, Sql, Tx, Val, Whole},
};

/// Where a backup keeps the files people attached, whether they lie in a folder or in a bucket.
pub const ATTACHMENTS: &str = "attachments";

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// When it was taken.
    pub at: Moment,
    /// The migrations the database had seen.
    pub migrations: Vec<String>,
    /// Every table, with its rows.
    pub tables: BTreeMap<String, Table>,
}

/// One table of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The number of rows.
    pub rows: u64,
    /// SHA-256 over the uncompressed lines, in hex.
    pub sha256: String,
}

/// Rows are handed to the engine in portions, so that a province fits in little memory.
const PORTION: usize = 5_000;

/// The tables in the order in which the timeline makes them, without those it takes away again: what is referred to comes first.
pub(crate) fn tables() -> Vec<&'static str> {
    let mut tables = Vec::new();
    for line in Db::timeline().iter().flat_map(|step| step.text.lines()) {
        let named = |verb| line.strip_prefix(verb).and_then(|rest| rest.split([' ', '(', ';']).next());
        if let Some(gone) = named("drop table ") {
            tables.retain(|name| *name != gone);
        }
        tables.extend(named("create table ").filter(|name| *name != "if"));
    }
    tables
}

/// Writes a backup of a live database into a new folder; `progress` hears of each table done.
///
/// # Errors
/// When the folder exists already or cannot be written, or the database refuses.
pub async fn take(db: &Db, folder: &Path, now: Moment, mut progress: impl FnMut(&str, u64)) -> Result<Manifest, Fault> {
    if folder.exists() {
        return Err(unfit("kit-mend-backup-exists", folder));
    }
    std::fs::create_dir_all(folder.join("tables")).map_err(|e| Fault::place("kit-mend-folder", folder.display(), e))?;
    let snapshot = Snapshot::of(db, folder).await?;
    let mut tx = snapshot.db.begin().await?;
    if tx.engine() == Engine::Postgres {
        tx.batch("set transaction isolation level repeatable read, read only").await?;
    }
    let names: Vec<(String,)> = tx.all("select name from migration where name <> 'lock' order by name").await?;
    let mut manifest =
        Manifest { at: now, migrations: names.into_iter().map(|(name,)| name).collect(), tables: BTreeMap::new() };
    for name in tables() {
        let table = dump(&mut tx, name, &file_of(folder, name)).await?;
        progress(name, table.rows);
        manifest.tables.insert(name.to_owned(), table);
    }
    drop(tx);
    snapshot.remove()?;
    let text = serde_json::to_string_pretty(&manifest)?;
    keep(&folder.join("manifest.json"), text.as_bytes())?;
    Ok(manifest)
}

/// Reads the manifest of a backup.
///
/// # Errors
/// When the folder is no backup.
pub fn manifest(folder: &Path) -> Result<Manifest, Fault> {
    let text = std::fs::read(folder.join("manifest.json")).map_err(|_| unfit("kit-mend-backup-none", folder))?;
    serde_json::from_slice(&text).map_err(|_| unfit("kit-mend-backup-none", folder))
}

/// What was named cannot be used for this; the sentence is told the place.
fn unfit(key: &'static str, folder: &Path) -> Fault {
    let place = folder.display();
    Fault::new(format_args!("{place}: {key}")).to_mend(Refused::new(Refusal::Unfit, key).with("place", place))
}

/// Fills a new, empty database of either engine from a backup, in one transaction.
///
/// # Errors
/// When the database is not empty, the backup was taken under other migrations, or a table's bytes are not what the manifest says.
pub async fn restore(
    db: &Db,
    folder: &Path,
    now: Moment,
    mut progress: impl FnMut(&str, u64),
) -> Result<Manifest, Fault> {
    let manifest = of_this_version(folder)?;
    db.migrate(now).await?;
    let mut tx = db.begin().await?;
    if tx.engine() == Engine::Sqlite {
        tx.batch("pragma defer_foreign_keys = on").await?;
    }
    refuse_if_used(&mut tx).await?;
    for name in tables().iter().rev() {
        tx.run(Sql::new("delete from ").add(name)).await?;
    }
    for name in tables() {
        let damaged = || damaged(name);
        let wanted = manifest.tables.get(name).ok_or_else(damaged)?;
        let found = fill(&mut tx, name, &file_of(folder, name))
            .await
            .map_err(|e| if e.mend.is_some() || e.passing { e } else { damaged() })?;
        if found != *wanted {
            return Err(damaged());
        }
        progress(name, found.rows);
    }
    tx.commit().await?;
    Ok(manifest)
}

/// The manifest of a backup that this version of the program can take in.
fn of_this_version(folder: &Path) -> Result<Manifest, Fault> {
    let manifest = manifest(folder)?;
    let known = Db::timeline().iter().map(|step| step.name);
    if known.eq(manifest.migrations.iter().map(String::as_str)) {
        return Ok(manifest);
    }
    Err(unfit("kit-mend-backup-version", folder))
}

fn damaged(table: &str) -> Fault {
    let mend = Refused::new(Refusal::Unfit, "kit-mend-backup-damaged").with("table", table);
    Fault::new(format_args!("the table `{table}` is not what the manifest says: it was damaged")).to_mend(mend)
}

/// Whether a database is one into which a backup can be restored: a new one, in which nothing has happened.
///
/// # Errors
/// When it holds facts already, or refuses.
pub async fn unused(db: &Db) -> Result<(), Fault> {
    refuse_if_used(&mut db.begin().await?).await
}

async fn refuse_if_used(tx: &mut Tx) -> Result<(), Fault> {
    let head: Option<(i64,)> = tx.one("select seq from journal_head where one = 1").await?;
    if head.is_some_and(|(seq,)| seq > 0) {
        let mend = Refused::new(Refusal::NotNow, "kit-mend-backup-used");
        return Err(
            Fault::new("the database holds facts already: a backup is restored into a new one only").to_mend(mend)
        );
    }
    Ok(())
}

fn file_of(folder: &Path, table: &str) -> PathBuf {
    folder.join("tables").join(format!("{table}.jsonl.gz"))
}

/// A still picture of the database: a copy of the SQLite file, or the PostgreSQL database itself under one snapshot.
struct Snapshot {
    db: Db,
    copy: Option<PathBuf>,
}

impl Snapshot {
    async fn of(db: &Db, folder: &Path) -> Result<Self, Fault> {
        match db.engine() {
            Engine::Postgres => Ok(Self { db: db.clone(), copy: None }),
            Engine::Sqlite => {
                let still = folder.join("still");
                std::fs::create_dir_all(&still)?;
                let (db, target) = (db.clone(), still.join("lianluo.sqlite"));
                tokio::task::block_in_place(|| db.copy_to(&target))?;
                Ok(Self { db: Db::open(&Place::Folder(still.clone()))?, copy: Some(still) })
            }
        }
    }

    fn remove(self) -> Result<(), Fault> {
        drop(self.db);
        match self.copy {
            Some(folder) => Ok(std::fs::remove_dir_all(folder)?),
            None => Ok(()),
        }
    }
}

async fn dump(tx: &mut Tx, name: &'static str, file: &Path) -> Result<Table, Fault> {
    let mut out = GzEncoder::new(BufWriter::new(File::create(file)?), Compression::fast());
    let mut sum = Sha256::new();
    let mut rows = 0;
    let ids = id_columns(tx, name).await?;
    tx.each::<Whole>(Sql::new("select * from ").add(name), |row| {
        let mut line = serde_json::to_string(&to_json(row, &ids))?;
        line.push('\n');
        sum.update(&line);
        out.write_all(line.as_bytes())?;
        rows += 1;
        Ok(())
    })
    .await?;
    let file = out.finish()?.into_inner().map_err(|e| Fault::caused("a table could not be written", e.into_error()))?;
    file.sync_all()?;
    Ok(Table { rows, sha256: hex(&sum.finalize()) })
}

async fn fill(tx: &mut Tx, name: &'static str, file: &Path) -> Result<Table, Fault> {
    let file = File::open(file).map_err(|e| Fault::caused(format_args!("the table `{name}` is missing"), e))?;
    let mut lines = BufReader::new(GzDecoder::new(BufReader::new(file)));
    let mut sum = Sha256::new();
    let mut rows = 0;
    let mut portion = Vec::with_capacity(PORTION);
    let mut columns: Vec<String> = Vec::new();
    loop {
        let mut line = String::new();
        let end = lines.by_ref().read_line(&mut line)? == 0;
        if !end {
            sum.update(&line);
            let (names, values) = from_json(&line)?;
            columns = names;
            portion.push(values);
            rows += 1;
        }
        if portion.len() == PORTION || (end && !portion.is_empty()) {
            tx.fill(name, &columns, std::mem::take(&mut portion)).await?;
        }
        if end {
            return Ok(Table { rows, sha256: hex(&sum.finalize()) });
        }
    }
}

/// SQLite keeps an identity as plain bytes; the declared type tells which columns they are.
async fn id_columns(tx: &mut Tx, name: &'static str) -> Result<Vec<String>, Fault> {
    if tx.engine() == Engine::Postgres {
        return Ok(Vec::new());
    }
    let sql = Sql::new("select name from pragma_table_info({}) where lower(type) = 'uuid'").bind(name);
    Ok(tx.all::<(String,)>(sql).await?.into_iter().map(|(column,)| column).collect())
}

fn to_json(row: Whole, ids: &[String]) -> serde_json::Map<String, Value> {
    let one = |(name, val): (String, Val)| {
        let value = match val {
            Val::Null => Value::Null,
            Val::Int(number) => number.into(),
            Val::Text(text) => text.into(),
            Val::Id(id) => serde_json::json!({ "id": id }),
            Val::Bytes(bytes) => match uuid::Uuid::from_slice(&bytes) {
                Ok(id) if ids.contains(&name) => serde_json::json!({ "id": id }),
                _ => serde_json::json!({ "bytes": STANDARD.encode(bytes) }),
            },
        };
        (name, value)
    };
    row.0.into_iter().map(one).collect()
}

fn from_json(line: &str) -> Result<(Vec<String>, Vec<Val>), Fault> {
    let row: BTreeMap<String, Value> = serde_json::from_str(line)?;
    let mut values = Vec::with_capacity(row.len());
    let mut names = Vec::with_capacity(row.len());
    for (name, value) in row {
        let val = match &value {
            Value::Null => Some(Val::Null),
            Value::Number(number) => number.as_i64().map(Val::Int),
            Value::String(text) => Some(Val::Text(text.clone())),
            Value::Object(map) => special(map),
            Value::Bool(_) | Value::Array(_) => None,
        };
        values.push(val.ok_or_else(|| Fault::new(format_args!("`{name}` holds {value}, which no column can")))?);
        names.push(name);
    }
    Ok((names, values))
}

fn special(map: &serde_json::Map<String, Value>) -> Option<Val> {
    let text = |key| map.get(key).and_then(Value::as_str);
    match (text("id"), text("bytes")) {
        (Some(id), None) => id.parse().ok().map(Val::Id),
        (None, Some(bytes)) => STANDARD.decode(bytes).ok().map(Val::Bytes),
        _ => None,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn keep(file: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let mut out = File::create(file)?;
    out.write_all(bytes)?;
    Ok(out.sync_all()?)
}
