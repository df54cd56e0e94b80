//! The demonstration: fills an empty database with the generated world of `app/demo`.
//!
//! It writes the tables of every noun directly, in bulk, because two hundred thousand suggestions one verb at a time would
//! take an hour; but each suggestion is led through the rules verb by verb in memory, so no row stands in a state the
//! rules could not have reached, and its facts are the ones the verbs would have appended.

mod accounts;
mod afterwards;
mod appointments;
mod ballots;
mod batch;
mod bills;
mod cards;
mod congress;
mod drawn;
mod duty;
mod elections;
mod links;
mod merging;
mod notices;
mod opinions;
mod people;
mod rows;
mod stations;
mod supervision;
mod tale;
#[cfg(test)]
mod tests;
mod work;
mod world;

pub use accounts::Accounts;
pub use demo::Size;

use kernel::{Moment, Refusal, Refused};
use kit::{
    Fault, Site,
    db::{Db, PAGES_MB},
};

/// The world everybody sees who names no seed.
const USUAL_SEED: u64 = 2026;

/// Memory for the pages that one transaction of the filling changes.
const FILLING_MB: u32 = 256;

/// How many steps follow when the suggestions are there.
const FURTHER: u64 = 12;

/// What is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// How big.
    pub size: Size,
    /// How many suggestions; nothing: as many as the size has.
    pub suggestions: Option<u64>,
    /// All of them in the highest congress, as the measuring suite wants them, instead of spread over all.
    pub gathered: bool,
    /// The seed. When somebody names one, passwords and tokens follow from it as well: for tests and scripts only.
    pub seed: Option<u64>,
    /// The instant the world is told from; everything in it lies before that day.
    pub now: Moment,
}

/// How far the filling is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done: areas, people, accounts, suggestions, then each noun that follows.
    pub what: &'static str,
    /// How much of it is done.
    pub done: u64,
    /// Of how much.
    pub of: u64,
}

/// Fills an empty, migrated database; answers with one account for each kind of user.
///
/// The same size, seed and day give the same rows, byte for byte; without a seed all but passwords, tokens and their hashes.
///
/// # Errors
/// When the database is not empty or refuses.
pub async fn fill(site: &Site, wanted: Wanted, mut progress: impl FnMut(Progress)) -> Result<Accounts, Fault> {
    refuse_full(site.db()).await?;
    site.db().keep_pages(FILLING_MB).await?;
    let mut world = world::World::lay(site, wanted, &mut progress).await?;
    people::fill(site.db(), &mut world, &mut progress).await?;
    let accounts = accounts::fill(site, &world, wanted, &mut progress).await?;
    cards::fill(site.db(), &world).await?;
    let (cast, told) = (bills::Cast::of(&world)?, notices::Told::of(&world)?);
    let voices = opinions::Voices::of(&world)?;
    let (pairs, office) = (merging::Pairs::of(&world)?, supervision::Office::of(&world)?);
    let hall = ballots::Hall::of(&world)?;
    let stations = stations::Stations::of(&world)?;
    let turns = duty::Turns::of(&world)?;
    let ties = links::Ties::of(&world)?;
    let polls = elections::Polls::of(&world)?;
    let register = appointments::Register::of(&world)?;
    let afterwards = afterwards::Afterwards::of(&world)?;
    batch::fill(site, world, &mut progress).await?;
    let mut done = 0;
    let mut next = |what| {
        progress(Progress { what, done, of: FURTHER });
        done += 1;
    };
    next("links");
    if let Some(ties) = ties {
        ties.fill(site).await?;
    }
    next("opinions");
    if let Some(voices) = voices {
        voices.fill(site, wanted.seed.is_some()).await?;
    }
    next("merging");
    if let Some(pairs) = pairs {
        pairs.fill(site).await?;
    }
    if let Some(afterwards) = afterwards {
        afterwards.fill(site).await?;
    }
    next("counting");
    supervision::Office::count(site).await?;
    next("supervision");
    if let Some(office) = office {
        office.fill(site).await?;
    }
    next("ballots");
    if let Some(hall) = hall {
        hall.fill(site).await?;
    }
    next("stations");
    if let Some(stations) = stations {
        stations.fill(site).await?;
    }
    next("duty");
    if let Some(turns) = turns {
        turns.fill(site).await?;
    }
    next("appointments");
    if let Some(register) = &register {
        register.fill(site).await?;
    }
    next("bills");
    bills::fill(site, cast).await?;
    next("elections");
    if let Some(polls) = polls {
        polls.fill(site).await?;
    }
    if let Some(register) = register {
        register.named(site).await?;
    }
    next("notices");
    told.fill(site).await?;
    site.db().keep_pages(PAGES_MB).await?;
    Ok(accounts)
}

async fn refuse_full(db: &Db) -> Result<(), Fault> {
    let (people,) = db.one::<(i64,)>("select count(*) from v_person").await?.unwrap_or_default();
    if people > 0 {
        let full = Fault::new("there are people in this database already; a demonstration needs an empty one");
        return Err(full.to_mend(Refused::new(Refusal::Unfit, "cli-demo-full")));
    }
    Ok(())
}
