//! Other systems that are told of facts.

use std::net::IpAddr;

use kernel::{BodyId, Id};
use serde_json::json;
use uuid::Uuid;

use super::{Reach, Sending, send, signature::new_secret};
use crate::{
    Fault, Site,
    db::{Ask, Sql, Tx},
    follow::Follower,
    journal::Entry,
};

crate::row! {
    /// A system that is told of facts, as it is listed: without its secrets.
    #[derive(Clone, Debug)]
    pub struct Hook {
        /// The hook.
        pub id: HookId,
        /// Whose facts it is told of; nothing: everybody's.
        pub body: Option<BodyId>,
        /// Where it is called.
        pub url: String,
        /// What it is told of, between blanks: `suggestion.filed`, `suggestion.*`, `*`.
        pub verbs: String,
        /// Whether it is told at all.
        pub active: bool,
    }
}

/// Names one hook.
pub type HookId = Id<Hook>;

/// Who is to be told of what.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// Whose facts; nothing: everybody's.
    pub body: Option<BodyId>,
    /// The address to call.
    pub url: &'a str,
    /// `suggestion.filed`, `suggestion.*` or `*`, between blanks.
    pub verbs: &'a str,
}

/// Why an address cannot be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAllowed {
    /// It is no address of the web.
    NoAddress,
    /// It does not begin with `https://`.
    NotHttps,
    /// It leads into a private network.
    Private,
}

impl NotAllowed {
    /// The key of the sentence that says so.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoAddress => "hook-no-address",
            Self::NotHttps => "hook-not-https",
            Self::Private => "hook-private",
        }
    }
}

/// Whether a hook may have this address. Names are looked up, and checked again, when it is called.
pub(super) fn check(url: &str, reach: Reach) -> Result<(), NotAllowed> {
    let url: reqwest::Url = url.parse().map_err(|_| NotAllowed::NoAddress)?;
    let host = url.host_str().ok_or(NotAllowed::NoAddress)?;
    match (url.scheme(), reach) {
        ("https", _) | ("http", Reach::Private) => {}
        ("http", Reach::Public) => return Err(NotAllowed::NotHttps),
        _ => return Err(NotAllowed::NoAddress),
    }
    let literal: Option<IpAddr> = host.trim_start_matches('[').trim_end_matches(']').parse().ok();
    let named_here = host == "localhost" || host.ends_with(".localhost");
    if literal.is_some_and(|ip| !reach.allows(ip)) || (named_here && reach == Reach::Public) {
        return Err(NotAllowed::Private);
    }
    Ok(())
}

/// Adds a hook. The secret is answered once, to be given to the receiver.
///
/// # Errors
/// The inner error says why the address cannot be called; the outer is the database's.
pub async fn add(
    tx: &mut Tx,
    site: &Site,
    telling: Telling<'_>,
) -> Result<Result<(HookId, String), NotAllowed>, Fault> {
    if let Err(reason) = check(telling.url, site.courier()?.reach) {
        return Ok(Err(reason));
    }
    let (id, secret) = (site.new_id::<Hook>(), new_secret(site.chance()));
    let sql = Sql::new(
        "insert into hook (id, body, url, verbs, secrets, active, made, version) values ({}, {}, {}, {}, {}, 1, {}, 1)",
    );
    let sql = sql.bind(id).bind(telling.body).bind(telling.url).bind(telling.verbs).bind(secret.as_str());
    tx.run(sql.bind(site.now())).await?;
    Ok(Ok((id, secret)))
}

/// Gives a hook a new secret, answered once. Calls are signed with the old ones too until [`retire_old_secrets`].
pub async fn replace_secret(tx: &mut Tx, site: &Site, id: HookId) -> Result<Option<String>, Fault> {
    let secret = new_secret(site.chance());
    let sql = Sql::new("update hook set secrets = {} || ' ' || secrets, version = version + 1 where id = {}");
    let rows = tx.run(sql.bind(secret.as_str()).bind(id)).await?;
    Ok((rows == 1).then_some(secret))
}

/// Lets only the newest secret stand; whether there is such a hook.
pub async fn retire_old_secrets(tx: &mut Tx, id: HookId) -> Result<bool, Fault> {
    let row: Option<(String,)> = tx.one(Sql::new("select secrets from hook where id = {}").bind(id)).await?;
    let newest = row.as_ref().and_then(|(secrets,)| secrets.split_whitespace().next()).unwrap_or_default();
    let sql = Sql::new("update hook set secrets = {}, version = version + 1 where id = {}");
    Ok(tx.run(sql.bind(newest).bind(id)).await? == 1)
}

/// Switches a hook on or off; whether there is one.
pub async fn set_active(tx: &mut Tx, id: HookId, active: bool) -> Result<bool, Fault> {
    let sql = Sql::new("update hook set active = {}, version = version + 1 where id = {}");
    Ok(tx.run(sql.bind(active).bind(id)).await? == 1)
}

/// Removes a hook; whether there was one. What still waits for it is given up.
pub async fn remove(tx: &mut Tx, id: HookId) -> Result<bool, Fault> {
    Ok(tx.run(Sql::new("delete from hook where id = {}").bind(id)).await? == 1)
}

/// The hooks of a body, or all of them.
///
/// # Errors
/// When the database cannot be read.
pub async fn hooks(ask: &mut impl Ask, body: Option<BodyId>) -> Result<Vec<Hook>, Fault> {
    let sql = Sql::new("select id, body, url, verbs, active from hook");
    let sql = if let Some(body) = body { sql.add(" where body = {}").bind(body) } else { sql };
    ask.all(sql.add(" order by id")).await
}

/// One hook.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(ask: &mut impl Ask, id: HookId) -> Result<Option<Hook>, Fault> {
    ask.one(Sql::new("select id, body, url, verbs, active from hook where id = {}").bind(id)).await
}

/// Writes a call for every hook that wants to know of a fact.
pub const HOOKS: Follower = Follower { name: "hooks", effect: |site, tx, fact| Box::pin(announce(site, tx, fact)) };

async fn announce(site: &Site, tx: &mut Tx, fact: &Entry) -> Result<(), Fault> {
    let sql = Sql::new("select id, verbs from hook where active = 1 and (body is null or body = {}) order by id");
    let listening: Vec<(Uuid, String)> = tx.all(sql.bind(fact.body)).await?;
    for (hook, _) in listening.iter().filter(|(_, verbs)| wants(verbs, &fact.verb)) {
        let at =
            jiff::Timestamp::from_millisecond(fact.at.millis()).map_err(|e| Fault::caused("a fact has no time", e))?;
        let data = json!({ "seq": fact.seq, "subject": fact.subject, "body": fact.body, "fact": fact.fact });
        let call = json!({ "type": fact.verb, "timestamp": at, "data": data });
        send::write(tx, site, site.new_id::<Sending>(), "hook", &hook.to_string(), call.to_string()).await?;
    }
    Ok(())
}

/// Whether one of the patterns names the verb.
fn wants(patterns: &str, verb: &str) -> bool {
    patterns.split_whitespace().any(|pattern| match pattern.strip_suffix('*') {
        Some(beginning) => verb.starts_with(beginning),
        None => pattern == verb,
    })
}
