use clap::Args;

use super::{
    Outcome,
    progress::Bar,
    say,
    tongue::{t, tf},
};
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
        let place = kit::db::Place::parse(&config.data);
        crate::settings::fit(&place)?;
        let db = kit::db::Db::open(&place)?;
        let site = kit::Site::new(db, kit::site::Clock::Machine, kit::site::Chance::Machine, config)?;
        let bar = Bar::new(t("cli-bar-schema"), 0);
        let ran = site.db().migrate(site.now()).await?;
        bar.done();
        if self.json {
            say(serde_json::to_string(&ran)?);
        } else if ran.is_empty() {
            say(t("cli-migrate-none"));
        } else {
            ran.iter().for_each(|name| say(tf("cli-migrate-ran", [("name", (*name).to_owned())])));
        }
        Ok(Outcome::Done)
    }
}
