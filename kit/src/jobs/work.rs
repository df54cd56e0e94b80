//! Doing the jobs: by hand crank, and for as long as the program serves.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::Semaphore,
    time::{MissedTickBehavior, interval, timeout},
};

use super::{Given, LEASE_MILLIS, Schedule, Work, beat, claim, settle, tick};
use crate::{Fault, Site};

/// What a turn of the crank did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    /// Jobs done.
    pub done: usize,
    /// Attempts that failed.
    pub failed: usize,
}

/// Jobs one process works on at a time.
const HANDS: usize = 4;

/// Does every job that is due by the site's clock, and those they make, one after the other.
///
/// # Errors
/// When the database refuses. A job that fails is counted, not an error.
pub async fn run_jobs(site: &Site, table: &[Work]) -> Result<Ran, Fault> {
    let mut ran = Ran::default();
    loop {
        let given = claim(site, HANDS).await?;
        if given.is_empty() {
            return Ok(ran);
        }
        for job in given {
            let outcome = done(site, table, &job).await;
            if outcome.is_ok() {
                ran.done += 1;
            } else {
                ran.failed += 1;
            }
            settle(site, &job, outcome).await?;
        }
    }
}

async fn done(site: &Site, table: &[Work], job: &Given) -> Result<(), Fault> {
    match table.iter().find(|work| work.kind == job.kind) {
        Some(work) => (work.doing)(site, job).await,
        None => Err(Fault::new(format_args!("nobody does jobs of the kind `{}`", job.kind))),
    }
}

/// Does jobs for as long as the program serves: woken by what this process writes, and each second for what others write.
pub async fn work(site: Site, table: &'static [Work], schedules: &'static [Schedule]) {
    let hands = Arc::new(Semaphore::new(HANDS));
    loop {
        if let Err(fault) = turn(&site, table, schedules, &hands).await {
            tracing::error!(%fault, "the queue of jobs cannot be read and is tried again");
        }
        // Whichever comes first; a missed wake-up costs a second.
        let _woken = timeout(Duration::from_secs(1), site.written()).await;
    }
}

async fn turn(
    site: &Site,
    table: &'static [Work],
    schedules: &[Schedule],
    hands: &Arc<Semaphore>,
) -> Result<(), Fault> {
    tick(site, schedules).await?;
    loop {
        let hand = Arc::clone(hands).acquire_owned().await.map_err(|e| Fault::caused("the workers are gone", e))?;
        let Some(job) = claim(site, 1).await?.pop() else { return Ok(()) };
        let site = site.clone();
        tokio::spawn(async move {
            if let Err(fault) = see_through(&site, table, &job).await {
                tracing::error!(job = %job.id, %fault, "a job could not be settled; it is given out again when its lease ends");
            }
            drop(hand);
            site.wrote(); // a hand is free again, and the job may have made others
        });
    }
}

/// Does one job, saying every third of the lease that it is still being done.
async fn see_through(site: &Site, table: &'static [Work], job: &Given) -> Result<(), Fault> {
    // A task of its own: a job that panics is a job that failed, not a worker that is lost.
    let (its_site, its_job) = (site.clone(), job.clone());
    let mut doing = tokio::spawn(async move { done(&its_site, table, &its_job).await });
    let third = Duration::from_millis(u64::try_from(LEASE_MILLIS / 3).unwrap_or(20_000));
    let mut pulse = interval(third);
    pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
    pulse.tick().await; // the first comes at once
    loop {
        tokio::select! {
            outcome = &mut doing => {
                let outcome = outcome.unwrap_or_else(|lost| Err(Fault::caused("the job broke off", lost)));
                return settle(site, job, outcome).await;
            }
            _ = pulse.tick() => beat(site, job).await?,
        }
    }
}
