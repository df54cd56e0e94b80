use clap::{Args, Subcommand};
use kit::{
    Site,
    jobs::{self, JobId},
    outbox,
};
use serde_json::json;

use super::{Array, Outcome, complain, say, tongue::t};
use crate::settings::Where;

/// See work that was given up, and have it tried again
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  lianluo jobs list\n  lianluo jobs retry 019a5d3e-7c00-7000-8000-000000000000")]
pub struct Jobs {
    #[command(flatten)]
    place: Where,
    /// Print JSON
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
    /// List the jobs that were given up, and the letters and calls that could not be sent
    #[command(after_help = "Example:\n  lianluo jobs list --json")]
    List,
    /// Have a job tried again
    #[command(after_help = "Example:\n  lianluo jobs retry 019a5d3e-7c00-7000-8000-000000000000")]
    Retry {
        /// From `jobs list`
        id: JobId,
    },
}

/// The most of each that is listed.
const MOST: usize = 100;

impl Jobs {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let site = self.place.site().await?;
        match self.verb {
            Verb::List => list(&site, self.json).await,
            Verb::Retry { id } => retry(&site, id).await,
        }
    }
}

async fn list(site: &Site, as_json: bool) -> anyhow::Result<Outcome> {
    let mut array = Array::new();
    let mut line = |key: &str, id: String, (made, kind, problem): (kernel::Moment, String, Option<String>)| {
        let problem = problem.unwrap_or_default();
        if as_json {
            array.item(&json!({ key: id, "kind": kind, "made": made, "problem": problem }));
        } else {
            say(format_args!("{id}  {made}  {kind}  {problem}"));
        }
    };
    for job in jobs::dead(site.db(), MOST).await? {
        line("id", job.id.to_string(), (job.made, job.kind, job.problem));
    }
    for sending in outbox::unsent(site.db(), 100).await? {
        line("sending", sending.id.to_string(), (sending.made, sending.kind.to_string(), sending.problem));
    }
    if as_json {
        array.end();
    }
    Ok(Outcome::Done)
}

async fn retry(site: &Site, id: JobId) -> anyhow::Result<Outcome> {
    let mut tx = site.db().begin().await?;
    let known = jobs::revive(&mut tx, id, site.now()).await?;
    tx.commit().await?;
    if !known {
        complain(t("cli-no-job"));
    }
    Ok(if known { Outcome::Done } else { Outcome::No })
}
