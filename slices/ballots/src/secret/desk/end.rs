//! It begins again, or paper takes its place.

use accounts_rules::{Actor, Right};
use ballots_rules::{paper::RoundId, secret::Hall};
use kit::{Problem, Site};

use super::Held;
use crate::{
    desk::round::BallotReason,
    secret::{crypto, store::wipe_signer},
};

/// Begins again with the roll: another vote, another key that signs. Nothing of the one before is ever opened.
///
/// # Errors
/// When nothing is begun, totals are being opened, or it is over.
pub async fn again(site: &Site, actor: &Actor, id: RoundId, wanted: BallotReason) -> Result<Hall, Problem> {
    let mut held = Held::by(site, actor, id, Right::BallotPrepare).await?;
    wipe_signer(&mut held.tx, &held.was.vote).await?;
    let done = held.was.clone().again(crypto::new_vote(site), wanted.reason);
    held.finish(done).await
}

/// Paper takes its place, any time before the result; the round goes on.
///
/// # Errors
/// When there is a result, or it is void.
pub async fn void(site: &Site, actor: &Actor, id: RoundId, wanted: BallotReason) -> Result<Hall, Problem> {
    let mut held = Held::by(site, actor, id, Right::BallotAnnounce).await?;
    wipe_signer(&mut held.tx, &held.was.vote).await?;
    let done = held.was.clone().void(wanted.reason);
    held.finish(done).await
}
