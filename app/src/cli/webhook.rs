use clap::{Args, Subcommand};
use kernel::BodyId;
use kit::{
    Site,
    outbox::{self, Hook, HookId, Telling},
};
use serde_json::json;

use super::{Array, Outcome, complain, say, tongue::t};
use crate::settings::Where;

/// Tell other systems of facts by Standard Webhooks: add, list, change secrets, remove
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  lianluo webhook add https://oa.example.cn/lianluo --facts 'suggestion.assigned suggestion.closed'\n  lianluo webhook list --json"
)]
pub struct Webhook {
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
    /// Add an address; its secret is printed once, for the receiver
    #[command(
        after_help = "Example:\n  lianluo webhook add https://oa.example.cn/lianluo --facts 'suggestion.assigned suggestion.closed'"
    )]
    Add {
        /// Where to call, beginning with https://
        url: String,
        /// Facts between blanks: suggestion.closed, suggestion.*, *
        #[arg(long, default_value = "*")]
        facts: String,
        /// Only the facts of this body
        #[arg(long, value_name = "ID")]
        body: Option<BodyId>,
    },
    /// List the addresses
    #[command(after_help = "Example:\n  lianluo webhook list --json")]
    List,
    /// Give an address a new secret; calls carry both signatures until `retire`
    #[command(after_help = "Example:\n  lianluo webhook secret 019a5d3e-7c00-7000-8000-000000000000")]
    Secret {
        /// From `webhook list`
        id: HookId,
    },
    /// Let only the newest secret of an address stand
    #[command(after_help = "Example:\n  lianluo webhook retire 019a5d3e-7c00-7000-8000-000000000000")]
    Retire {
        /// From `webhook list`
        id: HookId,
    },
    /// Call an address again that was switched off
    #[command(after_help = "Example:\n  lianluo webhook on 019a5d3e-7c00-7000-8000-000000000000")]
    On {
        /// From `webhook list`
        id: HookId,
    },
    /// Call an address no more, and keep it
    #[command(after_help = "Example:\n  lianluo webhook off 019a5d3e-7c00-7000-8000-000000000000")]
    Off {
        /// From `webhook list`
        id: HookId,
    },
    /// Remove an address
    #[command(after_help = "Example:\n  lianluo webhook remove 019a5d3e-7c00-7000-8000-000000000000")]
    Remove {
        /// From `webhook list`
        id: HookId,
    },
}

impl Webhook {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let site = self.place.site().await?;
        match self.verb {
            Verb::Add { url, facts, body } => add(&site, Telling { body, url: &url, verbs: &facts }, self.json).await,
            Verb::List => list(&site, self.json).await,
            verb => change(&site, verb, self.json).await,
        }
    }
}

async fn add(site: &Site, telling: Telling<'_>, as_json: bool) -> anyhow::Result<Outcome> {
    let mut tx = site.db().begin().await?;
    match outbox::add(&mut tx, site, telling).await? {
        Ok((id, secret)) => {
            tx.commit().await?;
            say(if as_json { json!({ "id": id, "secret": secret }).to_string() } else { format!("{id}  {secret}") });
            Ok(Outcome::Done)
        }
        Err(reason) => {
            complain(t(reason.key()));
            Ok(Outcome::No)
        }
    }
}

async fn list(site: &Site, as_json: bool) -> anyhow::Result<Outcome> {
    let mut array = Array::new();
    for Hook { id, body, url, verbs, active } in outbox::hooks(&mut site.db(), None).await? {
        if as_json {
            array.item(&json!({ "id": id, "body": body, "url": url, "facts": verbs, "active": active }));
        } else {
            let state = if active { t("cli-webhook-on") } else { t("cli-webhook-off") };
            say(format_args!("{id}  {state}  {url}  {verbs}"));
        }
    }
    if as_json {
        array.end();
    }
    Ok(Outcome::Done)
}

async fn change(site: &Site, verb: Verb, as_json: bool) -> anyhow::Result<Outcome> {
    let mut tx = site.db().begin().await?;
    let known = match verb {
        Verb::Secret { id } => {
            let secret = outbox::replace_secret(&mut tx, site, id).await?;
            if let Some(secret) = &secret {
                say(if as_json { json!({ "id": id, "secret": secret }).to_string() } else { secret.clone() });
            }
            secret.is_some()
        }
        Verb::Retire { id } => outbox::retire_old_secrets(&mut tx, id).await?,
        Verb::On { id } => outbox::set_active(&mut tx, id, true).await?,
        Verb::Off { id } => outbox::set_active(&mut tx, id, false).await?,
        Verb::Remove { id } => outbox::remove(&mut tx, id).await?,
        Verb::Add { .. } | Verb::List => true,
    };
    tx.commit().await?;
    if !known {
        complain(t("cli-no-webhook"));
    }
    Ok(if known { Outcome::Done } else { Outcome::No })
}
