//! Settings: the defaults, then the file, then the environment and the command line.

use std::{path::PathBuf, sync::Arc};

use anyhow::{Context, bail};
use clap::Args;
use kit::{
    Site,
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
                    .with_context(|| format!("the settings file {} cannot be read", file.display()))?;
                toml::from_str(&text).with_context(|| format!("the settings file {} is not right", file.display()))?
            }
        };
        if let Some(data) = &self.data {
            config.data.clone_from(data);
        }
        match config.journal_hash.as_str() {
            "sha256" => Algorithm::Sha256.choose(),
            "sm3" => Algorithm::Sm3.choose(),
            other => bail!("journal_hash is `{other}`; it can be `sha256` or `sm3`"),
        }
        Ok(config)
    }

    /// The site at that place, its schema brought up to date.
    pub async fn site(&self) -> anyhow::Result<Site> {
        open(self.config()?, Chance::Machine).await
    }
}

/// Opens the site of these settings and brings its schema up to date.
pub async fn open(config: Config, chance: Chance) -> anyhow::Result<Site> {
    let db = Db::open(&Place::parse(&config.data))?;
    let fonts = config.fonts.clone();
    let site = Site::new(db, Clock::Machine, chance, config)?;
    site.set_press(Arc::new(press::Typesetter::new(fonts)));
    site.db().migrate(site.now()).await?;
    site.set_calendar(kit::calendar::load(site.db()).await?);
    Ok(site)
}
