//! The calls of one hook, for whoever keeps it: what was sent, what came of it, once more by hand.

use kernel::Moment;
use serde_json::json;

use super::{HookId, SEND, Sending, SendingId, send};
use crate::{
    Fault, Site,
    db::{Ask, Sql, Tx},
    jobs::enqueue,
};

/// One call, without what it told but the name of the fact.
#[derive(Clone, Debug)]
pub struct Call {
    /// The call; its `webhook-id`.
    pub id: SendingId,
    /// `suggestion.closed`; `webhook.ping` for a test.
    pub verb: String,
    /// `waiting`, `sent` or `failed`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// The number the receiver answered last.
    pub status: Option<i64>,
    /// What went wrong last.
    pub problem: Option<String>,
    /// When it was written.
    pub made: Moment,
    /// When it was taken.
    pub sent: Option<Moment>,
}

crate::row! {
    struct Row {
        id: SendingId,
        payload: String,
        state: String,
        attempts: i64,
        status: Option<i64>,
        problem: Option<String>,
        made: Moment,
        sent: Option<Moment>,
    }
}

/// The last calls of a hook, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn calls(ask: &mut impl Ask, hook: HookId, limit: i64) -> Result<Vec<Call>, Fault> {
    let sql =
        Sql::new("select id, payload, state, attempts, status, problem, made, sent from outbox where kind = 'hook'");
    let sql = sql.add(" and target = {} order by id desc limit {}").bind(hook.to_string()).bind(limit);
    let rows: Vec<Row> = ask.all(sql).await?;
    rows.into_iter().map(call).collect()
}

fn call(row: Row) -> Result<Call, Fault> {
    let payload: serde_json::Value = serde_json::from_str(&row.payload)?;
    let verb = payload.get("type").and_then(|verb| verb.as_str()).unwrap_or_default().to_owned();
    let Row { id, state, attempts, status, problem, made, sent, .. } = row;
    Ok(Call { id, verb, state, attempts, status, problem, made, sent })
}

/// Writes a test call that tells nothing but that it is one.
pub async fn ping(tx: &mut Tx, site: &Site, hook: HookId) -> Result<SendingId, Fault> {
    let at =
        jiff::Timestamp::from_millisecond(site.now().millis()).map_err(|e| Fault::caused("there is no time", e))?;
    let call = json!({ "type": "webhook.ping", "timestamp": at, "data": {} });
    let id = site.new_id::<Sending>();
    send::write(tx, site, id, "hook", &hook.to_string(), call.to_string()).await?;
    Ok(id)
}

/// Sends a call of this hook that was given up once more, under the same `webhook-id`; whether there was one.
pub async fn resend(tx: &mut Tx, site: &Site, hook: HookId, id: SendingId) -> Result<bool, Fault> {
    let sql = Sql::new("update outbox set state = 'waiting', attempts = 0 where kind = 'hook' and state = 'failed'");
    if tx.run(sql.add(" and target = {} and id = {}").bind(hook.to_string()).bind(id)).await? == 0 {
        return Ok(false);
    }
    let order = send::Order { id };
    // The job that was given up makes room for the new one: the doctor no longer mourns it.
    let dead = Sql::new("delete from job where state = 'dead' and kind = {} and payload = {}").bind(SEND.kind);
    tx.run(dead.bind(serde_json::to_string(&order)?)).await?;
    enqueue(tx, site, SEND.kind, None, &order, site.now()).await?;
    Ok(true)
}
