//! Settings: the defaults, then the file, then the environment and the command line.

use std::{fs::OpenOptions, io::Read, path::Path, path::PathBuf, sync::Arc};

use clap::Args;
use kernel::{Refusal, Refused};
use kit::{
    Fault, Site,
    config::Config,
    db::{Db, Place},
    journal::Algorithm,
    site::{Chance, Clock},
};

/// What every command that touches data takes.
#[derive(Args, Clone, Debug, Default)]
pub struct Where {
    /// Folder for the SQLite file and attachments, or a postgres:// address
    #[arg(long, global = true, env = "LIANLUO_DATA", value_name = "DIR|URL")]
    pub data: Option<String>,
    /// Settings file (TOML); see docs/settings.md
    #[arg(long, global = true, env = "LIANLUO_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl Where {
    /// The settings in force.
    pub fn config(&self) -> anyhow::Result<Config> {
        let mut config = match &self.config {
            None => Config::default(),
            Some(file) => {
                let text = std::fs::read_to_string(file)
                    .map_err(|error| Fault::place("kit-mend-settings", file.display(), error))?;
                toml::from_str(&text).map_err(|error| wrong(file, &text, error.span()))?
            }
        };
        if let Some(data) = &self.data {
            config.data.clone_from(data);
        }
        match config.journal_hash.as_str() {
            "sha256" => Algorithm::Sha256.choose(),
            "sm3" => Algorithm::Sm3.choose(),
            other => return Err(unfit("cli-settings-hash").with("value", other).into()),
        }
        Ok(config)
    }

    /// The site that is at that place, its schema brought up to date.
    ///
    /// # Errors
    /// When there is none: a slip in a path must not look like an empty site.
    pub async fn site(&self) -> anyhow::Result<Site> {
        let config = self.config()?;
        if Place::parse(&config.data).file().is_some_and(|file| !file.exists()) {
            return Err(unfit("cli-no-database").with("place", &config.data).into());
        }
        open(config, Chance::Machine).await
    }

    /// The site at that place, made where there is none.
    pub async fn made(&self) -> anyhow::Result<Site> {
        open(self.config()?, Chance::Machine).await
    }
}

fn unfit(key: &'static str) -> Refused {
    Refused::new(Refusal::Unfit, key)
}

/// A settings file of which a line is not right.
fn wrong(file: &Path, text: &str, at: Option<std::ops::Range<usize>>) -> Refused {
    let before = at.and_then(|at| text.get(..at.start)).unwrap_or_default();
    unfit("cli-settings-wrong").with("place", file.display()).with("line", before.matches('\n').count() + 1)
}

/// Opens the site of these settings and brings its schema up to date.
pub async fn open(config: Config, chance: Chance) -> anyhow::Result<Site> {
    open_at(config, chance, Clock::Machine).await
}

/// The same by another clock than the machine's.
pub async fn open_at(config: Config, chance: Chance, clock: Clock) -> anyhow::Result<Site> {
    let place = Place::parse(&config.data);
    fit(&place)?;
    let db = Db::open(&place)?;
    let fonts = config.fonts.clone();
    let site = Site::new(db, clock, chance, config)?;
    site.set_press(Arc::new(press::Typesetter::new(fonts)));
    site.db().migrate(site.now()).await?;
    site.set_calendar(kit::calendar::load(site.db()).await?);
    Ok(site)
}

/// Whether a database can be kept at that place: the folder can be made, the file written, and it is a database or empty.
pub fn fit(place: &Place) -> anyhow::Result<()> {
    let Some(file) = place.file() else { return Ok(()) };
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| Fault::place("kit-mend-folder", folder.display(), error))?;
    let refused = |error| Fault::place("kit-mend-file-unusable", file.display(), error);
    let mut held = OpenOptions::new().read(true).append(true).create(true).open(&file).map_err(refused)?;
    let mut begins = Vec::new();
    held.by_ref().take(DATABASE.len() as u64).read_to_end(&mut begins).map_err(refused)?;
    if begins.is_empty() || begins == DATABASE {
        return Ok(());
    }
    Err(unfit("kit-mend-damaged").into())
}

/// With what every SQLite file begins.
const DATABASE: &[u8] = b"SQLite format 3\0";
