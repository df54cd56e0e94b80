use clap::Args;

use super::{Outcome, progress::Bar, say};
use crate::settings::Where;

/// Bring the schema of a database up to date
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  lianluo migrate --data postgres://lianluo@db/lianluo")]
pub struct Migrate {
    #[command(flatten)]
    place: Where,
    /// Print a JSON list of the migrations that ran
    #[arg(long)]
    json: bool,
}

impl Migrate {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let config = self.place.config()?;
        let db = kit::db::Db::open(&kit::db::Place::parse(&config.data))?;
        let site = kit::Site::new(db, kit::site::Clock::Machine, kit::site::Chance::Machine, config)?;
        let bar = Bar::new("schema", 0);
        let ran = site.db().migrate(site.now()).await?;
        bar.done();
        if self.json {
            say(serde_json::to_string(&ran)?);
        } else if ran.is_empty() {
            say("the schema is up to date");
        } else {
            ran.iter().for_each(|name| say(format_args!("ran {name}")));
        }
        Ok(Outcome::Done)
    }
}
