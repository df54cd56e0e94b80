use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use kit::{backup, db::Place};

use super::{Outcome, progress::Bar, say};
use crate::settings::Where;

/// Write a backup of a live site into a new folder: every table and every attachment
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  lianluo backup --data /var/lib/lianluo /backup/2026-11-21")]
pub struct Backup {
    #[command(flatten)]
    place: Where,
    /// The folder to make
    folder: PathBuf,
    /// Print the manifest as JSON
    #[arg(long)]
    json: bool,
}

/// Fill a new, empty site from a backup; the engine may be another one
#[derive(Args, Debug)]
#[command(
    after_help = "Example, from SQLite to PostgreSQL:\n  lianluo backup --data /var/lib/lianluo /backup/last\n  \
                        lianluo restore --data postgres://lianluo@db/lianluo /backup/last"
)]
pub struct Restore {
    #[command(flatten)]
    place: Where,
    /// The folder of the backup
    folder: PathBuf,
    /// Print the manifest as JSON
    #[arg(long)]
    json: bool,
}

impl Backup {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let site = self.place.site().await?;
        let bar = Bar::new("backup", u64::try_from(kit::db::Db::timeline().len())?);
        let manifest = backup::take(site.db(), &self.folder, site.now(), |table, rows| bar.note(table, rows)).await?;
        // Attachments are never changed once written, so copying them after the tables misses none that a table names.
        let files = copy(&site.config().files().join("attachments"), &self.folder.join("attachments"))?;
        bar.done();
        report(&manifest, files, self.json)
    }
}

impl Restore {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let config = self.place.config()?;
        if let Some(file) = Place::parse(&config.data).file()
            && file.exists()
        {
            anyhow::bail!("{} exists already: a backup is restored into a new place only", file.display());
        }
        let site = self.place.site().await?;
        let bar = Bar::new("restore", 0);
        let files = copy(&self.folder.join("attachments"), &site.config().files().join("attachments"))?;
        let manifest =
            backup::restore(site.db(), &self.folder, site.now(), |table, rows| bar.note(table, rows)).await?;
        bar.done();
        report(&manifest, files, self.json)
    }
}

fn report(manifest: &backup::Manifest, files: u64, json: bool) -> anyhow::Result<Outcome> {
    if json {
        say(serde_json::to_string_pretty(manifest)?);
    } else {
        let rows: u64 = manifest.tables.values().map(|table| table.rows).sum();
        say(format_args!("{} tables, {rows} rows, {files} attachments", manifest.tables.len()));
    }
    Ok(Outcome::Done)
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<u64> {
    if !from.exists() {
        return Ok(0);
    }
    std::fs::create_dir_all(to)?;
    let mut count = 0;
    for entry in std::fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            count += copy(&entry.path(), &target)?;
        } else if !target.exists() {
            std::fs::copy(entry.path(), &target)?;
            count += 1;
        }
    }
    Ok(count)
}
