//! Followers of the journal: an effect of one noun's fact on another noun.
//!
//! A follower has a cursor. The effects of facts and the cursor's move are one transaction, so each fact takes effect
//! exactly once, in order, however often a process dies. Several processes may run the same follower: the cursor's row lets
//! one work at a time.

use std::time::Duration;

use futures_util::future::BoxFuture;
use kernel::Moment;

use crate::{
    Fault, Site,
    db::{Ask, Db, Sql, Tx},
    journal::{self, Entry},
};

/// What a follower does with one fact, inside the transaction that moves its cursor. It must not await anything but that
/// transaction.
pub type Effect = for<'a> fn(&'a Site, &'a mut Tx, &'a Entry) -> BoxFuture<'a, Result<(), Fault>>;

/// A follower, as it stands in the application's one table of them.
#[derive(Clone, Copy)]
pub struct Follower {
    /// Its name, for ever: the cursor is kept under it.
    pub name: &'static str,
    /// What it does with each fact; most facts concern it not.
    pub effect: Effect,
}

/// How far a follower is behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lag {
    /// The follower.
    pub name: String,
    /// Facts not yet taken in.
    pub facts: i64,
    /// When it last took any in.
    pub at: Option<Moment>,
}

/// Facts taken in by one transaction.
const BATCH: i64 = 100;

fn stuck(name: &str, fact: &Entry, cause: Fault) -> Fault {
    let passing = cause.passing;
    let mut fault =
        Fault::caused(format_args!("follower `{name}` stopped at fact {} ({})", fact.seq, fact.verb), cause);
    fault.passing = passing;
    fault
}

async fn cursor(ask: &mut impl Ask, name: &str) -> Result<Option<i64>, Fault> {
    let row: Option<(i64,)> = ask.one(Sql::new("select seq from follower where name = {}").bind(name)).await?;
    Ok(row.map(|(seq,)| seq))
}

impl Follower {
    /// Takes in everything there is; answers how many facts that was.
    ///
    /// # Errors
    /// When an effect fails. The facts before it took effect.
    pub async fn catch_up(&self, site: &Site) -> Result<usize, Fault> {
        let mut taken = 0;
        loop {
            let step = match self.once(site, BATCH).await {
                // One by one, so that the facts before the one that fails are not held up by it.
                Err(_) => self.once(site, 1).await?,
                step => step?,
            };
            if step == 0 {
                return Ok(taken);
            }
            taken += step;
        }
    }

    /// Takes in up to `limit` facts in one transaction; answers how many. A follower seen for the first time begins with the
    /// first fact.
    ///
    /// # Errors
    /// When an effect fails: then none of these facts took effect and the cursor stays.
    pub async fn once(&self, site: &Site, limit: i64) -> Result<usize, Fault> {
        let (db, name, now) = (site.db(), self.name, site.now());
        // Read outside the transaction: with nothing new, nobody has to wait for the writer.
        let seen = cursor(&mut &*db, name).await?;
        let facts = journal::after(db, seen.unwrap_or(0), limit).await?;
        let Some(last) = facts.last().map(|fact| fact.seq) else { return Ok(0) };
        let mut tx = db.begin().await?;
        if seen.is_none() {
            let first =
                Sql::new("insert into follower (name, seq, at) values ({}, 0, {}) on conflict (name) do nothing");
            tx.run(first.bind(name).bind(now)).await?;
        }
        let lock = Sql::new("update follower set at = {} where name = {}").bind(now).bind(name);
        tx.run(lock.add(" and seq = {}").bind(seen.unwrap_or(0))).await?;
        if cursor(&mut tx, name).await? != Some(seen.unwrap_or(0)) {
            return Ok(0); // another process took these facts in meanwhile
        }
        for fact in &facts {
            (self.effect)(site, &mut tx, fact).await.map_err(|cause| stuck(name, fact, cause))?;
        }
        tx.run(Sql::new("update follower set seq = {} where name = {}").bind(last).bind(name)).await?;
        tx.commit().await?;
        Ok(facts.len())
    }
}

/// Lets every follower take in everything, those facts too that others write meanwhile: the hand crank of tests and commands.
///
/// # Errors
/// As [`Follower::catch_up`].
pub async fn catch_up(site: &Site, followers: &[Follower]) -> Result<usize, Fault> {
    let mut all = 0;
    loop {
        let mut round = 0;
        for follower in followers {
            round += follower.catch_up(site).await?;
        }
        if round == 0 {
            return Ok(all);
        }
        all += round;
    }
}

/// The least time between two turns of a follower: while many write, it takes their facts together, in one commit more a turn
/// instead of one more for each of theirs.
const REST: Duration = Duration::from_millis(100);

/// Follows for as long as the program serves: woken by what this process writes, and each second for what others write.
pub async fn follow(site: Site, follower: Follower) {
    let mut pause = Duration::from_secs(1);
    loop {
        match follower.catch_up(&site).await {
            Ok(0) => pause = Duration::from_secs(1),
            Ok(_) => {
                site.wrote(); // effects may have made jobs and facts
                tokio::time::sleep(REST).await;
                continue;
            }
            Err(fault) => {
                tracing::error!(follower = follower.name, %fault, "a follower failed and tries again later");
                pause = (pause * 2).min(Duration::from_secs(60));
            }
        }
        // Whichever comes first; a missed wake-up costs a second.
        let _woken = tokio::time::timeout(pause, site.written()).await;
    }
}

/// How far each of these followers is behind.
///
/// # Errors
/// When the database cannot be read.
pub async fn lags(db: &Db, names: &[&str]) -> Result<Vec<Lag>, Fault> {
    let head: Option<(i64,)> = db.one("select seq from journal_head where one = 1").await?;
    let head = head.map_or(0, |(seq,)| seq);
    let rows: Vec<(String, i64, Moment)> = db.all("select name, seq, at from follower").await?;
    let lag = |name: &&str| {
        let row = rows.iter().find(|row| row.0 == *name);
        Lag { name: (*name).to_owned(), facts: head - row.map_or(0, |row| row.1), at: row.map(|row| row.2) }
    };
    Ok(names.iter().map(lag).collect())
}
