use std::{
    collections::BTreeSet,
    ffi::OsString,
    path::{Path, PathBuf},
};

use clap::Args;
use kernel::{Refusal, Refused};
use kit::{
    Fault,
    backup::{self, ATTACHMENTS},
    db::Place,
};

use super::{
    Outcome, complain,
    progress::Bar,
    say,
    tongue::{misused, t, tf},
};
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
    /// Restore though attachments are missing or damaged; each is named, and `lianluo doctor` names them again
    #[arg(long)]
    without_damaged: bool,
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
        let bar = Bar::new(t("cli-bar-check"), u64::try_from(kit::db::Db::timeline().len())?);
        // Before anything is made: what cannot be taken in must leave no half-filled site behind.
        let checked = backup::check(&self.folder, |table, rows| bar.note(table, rows)).await?;
        bar.done();
        for blob in &checked.damaged {
            complain(tf("cli-restore-attachment", [("name", blob.name.clone()), ("id", blob.id.to_string())]));
        }
        if !checked.damaged.is_empty() && !self.without_damaged {
            let count = checked.damaged.len();
            let mend = Refused::new(Refusal::Unfit, "kit-mend-backup-attachments").with("count", count);
            return Err(Fault::new("attachments of the backup are damaged").to_mend(mend).into());
        }
        let before = Before::look(config.files());
        match self.fill().await {
            Ok((manifest, files)) => report(&manifest, files, self.json),
            Err(error) => {
                before.leave();
                Err(error)
            }
        }
    }

    async fn fill(&self) -> anyhow::Result<(backup::Manifest, u64)> {
        let site = self.place.made().await?;
        backup::unused(site.db()).await?;
        let bar = Bar::new(t("cli-bar-restore"), 0);
        let files = site
            .blobs()?
            .copy_in(&self.folder.join(ATTACHMENTS), |count| bar.count(&t("cli-bar-attachments"), count))
            .await?;
        let manifest =
            backup::restore(site.db(), &self.folder, site.now(), |table, rows| bar.note(table, rows)).await?;
        bar.done();
        Ok((manifest, files))
    }
}

/// A data folder as it was before a restore; nothing where there was none.
struct Before {
    folder: PathBuf,
    held: Option<BTreeSet<OsString>>,
}

impl Before {
    fn look(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        let held = names(&folder);
        Self { folder, held }
    }

    /// Takes away what a refused restore has made. What cannot be taken away is left: the refusal is what must be told.
    fn leave(self) {
        let Some(held) = self.held else {
            let _ = std::fs::remove_dir_all(&self.folder);
            return;
        };
        for name in names(&self.folder).unwrap_or_default().difference(&held) {
            let made = self.folder.join(name);
            let _ = if made.is_dir() { std::fs::remove_dir_all(&made) } else { std::fs::remove_file(&made) };
        }
    }
}

fn names(folder: &Path) -> Option<BTreeSet<OsString>> {
    Some(std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.file_name())).collect())
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
