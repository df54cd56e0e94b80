use clap::Args;
use kit::site::Chance;

use super::Outcome;
use crate::settings::{Where, open};

/// Serve the pages and the API
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  lianluo serve --data /var/lib/lianluo --listen 127.0.0.1:8080")]
pub struct Serve {
    #[command(flatten)]
    place: Where,
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "LIANLUO_LISTEN", value_name = "ADDR")]
    listen: Option<String>,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        logs();
        let mut config = self.place.config()?;
        if let Some(listen) = self.listen {
            config.listen = listen;
        }
        let listener = crate::serve::listen(&config.listen).await?;
        let site = open(config, Chance::Machine).await?;
        tracing::info!(address = %listener.local_addr()?, "serving");
        crate::serve::run(site, listener).await?;
        Ok(Outcome::Done)
    }
}

/// Logs to standard error; `LIANLUO_LOG` sets how much, `LIANLUO_LOG_JSON=1` the form.
pub fn logs() {
    use tracing_subscriber::{EnvFilter, fmt};
    let filter = EnvFilter::try_from_env("LIANLUO_LOG").unwrap_or_else(|_| EnvFilter::new("info,tantivy=warn"));
    let logs = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    if std::env::var_os("LIANLUO_LOG_JSON").is_some() { logs.json().init() } else { logs.init() }
}
