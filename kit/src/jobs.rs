//! Work to be done outside the request that asked for it: one table on both engines.
//!
//! A job is written in the transaction that causes it, and so exists exactly when the change does. It is done at least once:
//! a worker that dies leaves its job to be claimed again when the lease is over (docs/decisions/jobs.md).

mod schedule;
mod work;

use std::fmt;

use futures_util::future::BoxFuture;
use kernel::{Id, Moment};
use serde::Serialize;
use serde_json::Value;

pub use schedule::{Every, Schedule, tick};
pub use work::{Ran, run_jobs, work};

use crate::{
    Fault, Site,
    db::{Db, Engine, Sql, Tx},
};

/// Marks identities of jobs.
pub enum Job {}
/// Names one job.
pub type JobId = Id<Job>;

/// A piece of work a worker was given.
#[derive(Clone, Debug)]
pub struct Given {
    /// The job.
    pub id: JobId,
    /// What kind of work it is.
    pub kind: String,
    /// What it needs to know.
    pub payload: Value,
    /// How often it was begun, this time included.
    pub attempts: u32,
    /// Names this claim: another worker's claim has another.
    worker: Id<Job>,
}

/// What is done with a job of one kind.
pub type Doing = for<'a> fn(&'a Site, &'a Given) -> BoxFuture<'a, Result<(), Fault>>;

/// One line of the application's table of work.
#[derive(Clone, Copy)]
pub struct Work {
    /// The kind of job.
    pub kind: &'static str,
    /// What is done with it. It may be begun again after a crash, so it must bear being done twice.
    pub doing: Doing,
}

/// Attempts after which a job is given up and kept as dead.
pub const ATTEMPTS: u32 = 8;
/// How long a worker may be silent before its job is given to another.
const LEASE_MILLIS: i64 = 60_000;
/// Longest text kept of what went wrong.
const PROBLEM: usize = 500;

impl Given {
    /// Whether the job is given up when this attempt fails.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.attempts >= ATTEMPTS
    }
}

/// Puts a job in the queue, in the transaction that causes it. With a key, a waiting job of the same kind and key stays the
/// only one; one that is already being worked on is not in the way.
///
/// # Errors
/// When the database refuses or the payload is no JSON.
pub async fn enqueue(
    tx: &mut Tx,
    site: &Site,
    kind: &str,
    key: Option<&str>,
    payload: &(impl Serialize + Sync),
    due: Moment,
) -> Result<(), Fault> {
    let sql = Sql::new(
        "insert into job (id, kind, key, payload, state, due, worker, attempts, problem, made) \
         values ({}, {}, {}, {}, 'waiting', {}, null, 0, null, {}) on conflict (kind, key) do nothing",
    );
    let sql = sql.bind(site.new_id::<Job>()).bind(kind).bind(key).bind(serde_json::to_string(payload)?);
    tx.run(sql.bind(due).bind(site.now())).await.map(|_| ())
}

crate::row! {
    struct Claimed { id: JobId, kind: String, payload: String, attempts: u32 }
}

/// Takes up to `limit` due jobs, oldest first. Nobody else is given them until the lease is over.
async fn claim(site: &Site, limit: usize) -> Result<Vec<Given>, Fault> {
    let now = site.now();
    let due = || {
        Sql::new("select id from job where state = 'waiting' and due <= {}")
            .bind(now)
            .add(" order by due, id limit {}")
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
    };
    // Read first: with nothing due, nobody has to wait for the writer.
    if site.db().one::<(JobId,)>(due()).await?.is_none() {
        return Ok(Vec::new());
    }
    let worker = site.new_id::<Job>();
    let mut tx = site.db().begin().await?;
    let skip = match tx.engine() {
        Engine::Sqlite => "", // the one writer is alone already
        Engine::Postgres => " for update skip locked",
    };
    // The key is given back: what asks for the same work from now on may have come too late for this attempt.
    let sql = Sql::new("update job set worker = {}, due = {}, attempts = attempts + 1, key = null where id in (")
        .bind(worker)
        .bind(now.plus_millis(LEASE_MILLIS))
        .join(due())
        .add(skip)
        .add(") returning id, kind, payload, attempts");
    let claimed: Vec<Claimed> = tx.all(sql).await?;
    tx.commit().await?;
    let given = |job: Claimed| {
        let payload = serde_json::from_str(&job.payload)?;
        Ok(Given { id: job.id, kind: job.kind, payload, attempts: job.attempts, worker })
    };
    let mut given = claimed.into_iter().map(given).collect::<Result<Vec<_>, Fault>>()?;
    given.sort_by_key(|job| job.id);
    Ok(given)
}

/// Says that the worker still lives.
async fn beat(site: &Site, job: &Given) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    let sql = Sql::new("update job set due = {} where id = {} and worker = {}");
    tx.run(sql.bind(site.now().plus_millis(LEASE_MILLIS)).bind(job.id).bind(job.worker)).await?;
    tx.commit().await
}

/// Takes a job that is done out of the table, or puts one that failed back for later.
async fn settle(site: &Site, job: &Given, outcome: Result<(), Fault>) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    let sql = match outcome {
        Ok(()) => Sql::new("delete from job where id = {} and worker = {}"),
        Err(fault) => {
            let state = if job.is_last() { "dead" } else { "waiting" };
            tracing::warn!(job = %job.id, kind = %job.kind, attempts = job.attempts, %fault, "a job failed");
            let problem: String = fault.to_string().chars().take(PROBLEM).collect();
            Sql::new("update job set worker = null, state = {}, due = {}, problem = {} where id = {} and worker = {}")
                .bind(state)
                .bind(site.now().plus_millis(pause_millis(job.attempts)))
                .bind(problem)
        }
    };
    tx.run(sql.bind(job.id).bind(job.worker)).await?;
    tx.commit().await
}

/// Ten seconds after the first failure, four times longer after each: the eighth comes a day and a half after the first.
fn pause_millis(attempts: u32) -> i64 {
    10_000 * 4_i64.saturating_pow(attempts.saturating_sub(1).min(7))
}

crate::row! {
    /// A job that was given up, for the operator.
    #[derive(Clone, Debug)]
    pub struct Dead {
        /// The job.
        pub id: JobId,
        /// Its kind.
        pub kind: String,
        /// What it knew.
        pub payload: String,
        /// What went wrong last.
        pub problem: Option<String>,
        /// When it was put in the queue.
        pub made: Moment,
    }
}

/// The jobs that were given up, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn dead(db: &Db, limit: usize) -> Result<Vec<Dead>, Fault> {
    let sql =
        Sql::new("select id, kind, payload, problem, made from job where state = 'dead' order by id desc limit {}");
    db.all(sql.bind(i64::try_from(limit).unwrap_or(i64::MAX))).await
}

/// Puts a job that was given up back in the queue; whether there was such a job.
pub async fn revive(tx: &mut Tx, id: JobId, now: Moment) -> Result<bool, Fault> {
    let sql = Sql::new("update job set state = 'waiting', attempts = 0, due = {} where id = {} and state = 'dead'");
    Ok(tx.run(sql.bind(now).bind(id)).await? == 1)
}

/// How many jobs wait, and how many were given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Waiting, or being worked on.
    pub waiting: u64,
    /// Given up.
    pub dead: u64,
}

/// Counts the queue, for `doctor` and for tests that must leave none.
///
/// # Errors
/// When the database cannot be read.
pub async fn counts(db: &Db) -> Result<Counts, Fault> {
    let rows: Vec<(String, u64)> = db.all("select state, count(*) from job group by state").await?;
    let of = |state| rows.iter().find(|row| row.0 == state).map_or(0, |row| row.1);
    Ok(Counts { waiting: of("waiting"), dead: of("dead") })
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("kind", &self.kind).finish_non_exhaustive()
    }
}
