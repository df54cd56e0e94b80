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
struct Order {
    id: SendingId,
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
}

async fn send(site: &Site, job: &Given) -> Result<(), Fault> {
    let Order { id } = Order::deserialize(&job.payload)?;
    let sql = Sql::new("select kind, target, payload from outbox where id = {} and state <> 'sent'");
    let Some(waiting) = site.db().one::<Waiting>(sql.bind(id)).await? else { return Ok(()) };
    let outcome = match waiting.kind.as_str() {
        "mail" => {
            site.courier()?.mail(id, &serde_json::from_str(&waiting.payload)?, site.now()).await.map(|()| Outcome::Sent)
        }
        "hook" => call(site, id, &waiting).await,
        other => Err(Fault::new(format_args!("column `outbox.kind` of {id} holds `{other}`"))),
    };
    match outcome {
        Ok(Outcome::Sent) => {
            mark(
                site,
                Sql::new("update outbox set state = 'sent', problem = null, sent = {} where id = {}")
                    .bind(site.now())
                    .bind(id),
            )
            .await
        }
        Ok(Outcome::Refused(problem)) => mark(site, failed(id, &problem)).await,
        Err(fault) => {
            if job.is_last() {
                mark(site, failed(id, &fault.to_string())).await?;
            }
            Err(fault)
        }
    }
}

fn failed(id: SendingId, problem: &str) -> Sql {
    let problem: String = problem.chars().take(500).collect();
    Sql::new("update outbox set state = 'failed', problem = {} where id = {}").bind(problem).bind(id)
}

async fn mark(site: &Site, sql: Sql) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    tx.run(sql).await?;
    tx.commit().await
}

async fn call(site: &Site, id: SendingId, waiting: &Waiting) -> Result<Outcome, Fault> {
    let hook: Uuid = waiting.target.parse().map_err(|e| Fault::caused("column `outbox.target` holds no hook", e))?;
    let sql = Sql::new("select url, secrets from hook where id = {} and active = 1").bind(hook);
    let Some((url, secrets)) = site.db().one::<(String, String)>(sql).await? else {
        return Ok(Outcome::Refused("the hook was removed or switched off".to_owned()));
    };
    let courier = site.courier()?;
    if let Err(reason) = check(&url, courier.reach) {
        return Ok(Outcome::Refused(reason.key().to_owned()));
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
    let answer = request.send().await.map_err(|e| Fault::caused("the call was not answered", e))?;
    match answer.status() {
        status if status.is_success() => Ok(Outcome::Sent),
        StatusCode::GONE => {
            // Standard Webhooks: the receiver wants no more calls.
            mark(site, Sql::new("update hook set active = 0, version = version + 1 where id = {}").bind(hook)).await?;
            Ok(Outcome::Refused("the receiver answered 410 Gone: the hook is switched off".to_owned()))
        }
        status => Err(Fault::new(format_args!("the receiver answered {status}"))),
    }
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
