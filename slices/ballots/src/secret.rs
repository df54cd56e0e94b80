//! The electronic way of a round (秘密表决): halls by name, the booth without names, what is published.
//!
//! `desk` acts by name, `booth` without: it shares the tables of the list and of sealed ballots with the desk, and nothing else.

pub mod api;
pub mod booth;
pub(crate) mod chain;
pub mod crypto;
pub mod desk;
pub(crate) mod pages;
pub mod published;
pub mod show;
pub(crate) mod store;
pub(crate) mod vote;

use ballots_rules::paper::RoundId;
use kit::{Fault, db::Db};

/// Reads all of the electronic way of a round: list, ballots and chain as they are kept must come to the hashes that were shown.
pub(crate) async fn whole(db: &Db, round: RoundId) -> Result<(), Fault> {
    let mut look = db;
    let Some(kept) = store::read_hall(&mut look, round).await? else { return Ok(()) };
    let Some(vote) = vote::of(&mut look, &kept.hall).await? else { return Ok(()) };
    let (archive, _) = chain::whole(&mut look, &vote, &kept.hall).await?;
    let kept = chain::end(&mut look, &vote.id, &vote.frozen).await?;
    if chain::End::of(&archive) == kept {
        Ok(())
    } else {
        Err(Fault::new(format_args!("the chain of vote {} was changed", vote.id)))
    }
}
