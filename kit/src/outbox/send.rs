//! Sending what was written.

use kernel::Moment;
use reqwest::StatusCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{SendingId, hook::check, signature::sign};
use crate::{
    Fault, Site,
    db::{Db, Sql, Tx},
    jobs::{Given, Work, enqueue},
};

/// Sends one letter or call.
pub const SEND: Work = Work { kind: "outbox.send", doing: |site, job| Box::pin(send(site, job)) };
/// Forgets what was sent thirty days ago, and what could not be sent half a year ago. Scheduled daily.
pub const SWEEP: Work = Work { kind: "outbox.sweep", doing: |site, _| Box::pin(sweep(site)) };

const DAY_MILLIS: i64 = 86_400_000;

#[derive(Serialize, Deserialize)]
pub(super) struct Order {
    pub(super) id: SendingId,
}

pub(super) async fn write(
    tx: &mut Tx,
    site: &Site,
    id: SendingId,
    kind: &str,
    target: &str,
    payload: String,
) -> Result<(), Fault> {
    let sql = Sql::new(
        "insert into outbox (id, kind, target, payload, state, problem, made, sent) \
         values ({}, {}, {}, {}, 'waiting', null, {}, null)",
    );
    tx.run(sql.bind(id).bind(kind).bind(target).bind(payload).bind(site.now())).await?;
    enqueue(tx, site, SEND.kind, None, &Order { id }, site.now()).await
}

crate::row! {
    struct Waiting { kind: String, target: String, payload: String }
}

/// What came of one attempt.
enum Outcome {
    Sent,
    /// It will never be taken: no use in trying again.
    Refused(String),
    /// Not taken this time.
    Later(Fault),
}

/// An attempt: what came of it, and the number the receiver answered, where it has numbers and answered.
struct Attempt(Outcome, Option<u16>);

async fn send(site: &Site, job: &Given) -> Result<(), Fault> {
    let Order { id } = Order::deserialize(&job.payload)?;
    let sql = Sql::new("select kind, target, payload from outbox where id = {} and state <> 'sent'");
    let Some(waiting) = site.db().one::<Waiting>(sql.bind(id)).await? else { return Ok(()) };
    let attempt = match waiting.kind.as_str() {
        "mail" => mail(site, id, &waiting).await,
        "hook" => call(site, id, &waiting).await,
        other => Err(Fault::new(format_args!("column `outbox.kind` of {id} holds `{other}`"))),
    };
    let Attempt(outcome, status) = attempt.unwrap_or_else(|fault| Attempt(Outcome::Later(fault), None));
    let (state, problem) = match &outcome {
        Outcome::Sent => ("sent", None),
        Outcome::Refused(problem) => ("failed", Some(problem.clone())),
        Outcome::Later(fault) => (if job.is_last() { "failed" } else { "waiting" }, Some(fault.to_string())),
    };
    mark(site, noted(id, state, problem, status, site.now())).await?;
    match outcome {
        Outcome::Later(fault) => Err(fault),
        Outcome::Sent | Outcome::Refused(_) => Ok(()),
    }
}

fn noted(id: SendingId, state: &'static str, problem: Option<String>, status: Option<u16>, now: Moment) -> Sql {
    let problem: Option<String> = problem.map(|problem| problem.chars().take(500).collect());
    Sql::new(
        "update outbox set attempts = attempts + 1, state = {}, problem = {}, status = {}, sent = {} where id = {}",
    )
    .bind(state)
    .bind(problem)
    .bind(status)
    .bind((state == "sent").then_some(now))
    .bind(id)
}

async fn mark(site: &Site, sql: Sql) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    tx.run(sql).await?;
    tx.commit().await
}

async fn mail(site: &Site, id: SendingId, waiting: &Waiting) -> Result<Attempt, Fault> {
    site.courier()?.mail(id, &serde_json::from_str(&waiting.payload)?, site.now()).await?;
    Ok(Attempt(Outcome::Sent, None))
}

async fn call(site: &Site, id: SendingId, waiting: &Waiting) -> Result<Attempt, Fault> {
    let hook: Uuid = waiting.target.parse().map_err(|e| Fault::caused("column `outbox.target` holds no hook", e))?;
    let sql = Sql::new("select url, secrets from hook where id = {} and active = 1").bind(hook);
    let refused = |why: &str, status| Ok(Attempt(Outcome::Refused(why.to_owned()), status));
    let Some((url, secrets)) = site.db().one::<(String, String)>(sql).await? else {
        return refused("the hook was removed or switched off", None);
    };
    let courier = site.courier()?;
    if let Err(reason) = check(&url, courier.reach) {
        return refused(reason.key(), None);
    }
    let at = site.now().millis().div_euclid(1000);
    let signature = sign(&secrets, &id.to_string(), at, &waiting.payload)?;
    let request = courier
        .http
        .post(url)
        .header("content-type", "application/json")
        .header("webhook-id", id.to_string())
        .header("webhook-timestamp", at.to_string())
        .header("webhook-signature", signature)
        .body(waiting.payload.clone());
    let answer = request.send().await.map_err(|e| Fault::caused("the call was not answered", e.without_url()))?;
    let status = answer.status();
    let outcome = match status {
        status if status.is_success() => Outcome::Sent,
        StatusCode::GONE => {
            // Standard Webhooks: the receiver wants no more calls.
            mark(site, Sql::new("update hook set active = 0, version = version + 1 where id = {}").bind(hook)).await?;
            Outcome::Refused("the receiver answered 410 Gone: the hook is switched off".to_owned())
        }
        status => Outcome::Later(Fault::new(format_args!("the receiver answered {status}"))),
    };
    Ok(Attempt(outcome, Some(status.as_u16())))
}

async fn sweep(site: &Site) -> Result<(), Fault> {
    let before = |days: i64| site.now().plus_millis(-days * DAY_MILLIS);
    let sql = Sql::new("delete from outbox where (state = 'sent' and made < {}) or (state = 'failed' and made < {})");
    mark(site, sql.bind(before(30)).bind(before(180))).await
}

crate::row! {
    /// What could not be sent, for the operator. Says nothing of what it contained.
    #[derive(Clone, Debug)]
    pub struct Unsent {
        /// The letter or call.
        pub id: SendingId,
        /// `mail` or `hook`.
        pub kind: String,
        /// Why not.
        pub problem: Option<String>,
        /// When it was written.
        pub made: Moment,
    }
}

/// What was given up, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn unsent(db: &Db, limit: i64) -> Result<Vec<Unsent>, Fault> {
    let sql = Sql::new("select id, kind, problem, made from outbox where state = 'failed' order by id desc limit {}");
    db.all(sql.bind(limit)).await
}
