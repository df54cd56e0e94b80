use std::path::PathBuf;

use clap::Args;
use kit::{backup, db::Place};

use super::{
    Outcome,
    progress::Bar,
    say,
    tongue::{misused, t, tf},
};
use crate::settings::Where;

/// Where a backup keeps the files people attached, whether they lie in a folder or in a bucket.
const ATTACHMENTS: &str = "attachments";

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
        let bar = Bar::new(t("cli-bar-backup"), u64::try_from(kit::db::Db::timeline().len())?);
        let manifest = backup::take(site.db(), &self.folder, site.now(), |table, rows| bar.note(table, rows)).await?;
        let files = site
            .blobs()?
            .copy_out(&self.folder.join(ATTACHMENTS), |count| bar.count(&t("cli-bar-attachments"), count))
            .await?;
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
            return Err(misused("cli-restore-exists").with("place", file.display()).into());
        }
        // Before anything is made: a folder that is no backup must leave no empty site behind.
        backup::manifest(&self.folder)?;
        let site = self.place.made().await?;
        let bar = Bar::new(t("cli-bar-restore"), 0);
        let files = site
            .blobs()?
            .copy_in(&self.folder.join(ATTACHMENTS), |count| bar.count(&t("cli-bar-attachments"), count))
            .await?;
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
        let tables = manifest.tables.len().to_string();
        let values = [("tables", tables), ("rows", rows.to_string()), ("files", files.to_string())];
        say(tf("cli-backup-done", values));
    }
    Ok(Outcome::Done)
}
