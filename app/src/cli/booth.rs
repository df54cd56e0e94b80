use anyhow::Context as _;
use ballots::secret::booth::{self, Booth as Open};
use clap::Args;
use kit::site::Chance;

use super::Outcome;
use crate::settings::{Where, open};

/// Serve the anonymous side of secret ballots, as a process of its own over the same data
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  lianluo booth --data /var/lib/lianluo --listen 127.0.0.1:8081")]
pub struct Booth {
    #[command(flatten)]
    place: Where,
    /// Address and port to listen on
    #[arg(long, env = "LIANLUO_BOOTH_LISTEN", value_name = "ADDR", default_value = "127.0.0.1:8081")]
    listen: String,
}

impl Booth {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        super::serve::logs();
        let listener = crate::serve::listen(&self.listen).await?;
        let site = open(self.place.config()?, Chance::Machine).await?;
        tracing::info!(address = %listener.local_addr()?, "the booth is open");
        // Nothing here logs, counts or limits who asks: there is no connect info, and no layer that could.
        let app = booth::routes(Open::begin(site)).into_make_service();
        let ended = crate::serve::ended();
        axum::serve(listener, app).with_graceful_shutdown(ended).await.context("the booth stopped")?;
        Ok(Outcome::Done)
    }
}
