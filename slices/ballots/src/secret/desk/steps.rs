//! The steps the office takes: roll fixed, freeze asked for, voting opened and closed.

use accounts_rules::{Actor, Right};
use ballots_rules::{
    paper::RoundId,
    secret::{Hall, HallStage, Refusal},
};
use kit::{Fault, Problem, Site};

use super::{Held, may, refused};
use crate::secret::{
    chain,
    crypto::{self, Signer},
    store::{begin_signer, counts, list},
};

/// A signing key ready to be kept: its public half, the hash of that, its secret half.
struct Fresh {
    public: String,
    hash: String,
    secret: Vec<u8>,
}

async fn fresh(site: &Site) -> Result<Fresh, Fault> {
    let own = site.clone();
    let made = tokio::task::spawn_blocking(move || {
        let signer = Signer::fresh(&own)?;
        let der = signer.public()?;
        let (public, hash) = (crypto::written(&der), crypto::hex_hash(&der));
        Ok::<_, Fault>(Fresh { public, hash, secret: signer.to_keep()?.to_vec() })
    });
    made.await.map_err(|error| Fault::caused("making a signing key stopped", error))?
}

/// Who is present is fixed; a fresh key signs blindly from now on.
///
/// # Errors
/// When keys of trustees are missing, or the roll has too few or too many.
pub async fn freeze_roll(site: &Site, actor: &Actor, id: RoundId) -> Result<Hall, Problem> {
    let (_, round, hall) = may(site, actor, id, Right::BallotPrepare).await?;
    let present = counts(&mut site.db(), &hall).await?.present;
    // Asked before a key is made, which takes its time.
    hall.freeze_roll(present, round.present, String::new()).map_err(refused)?;
    let Fresh { public, hash, secret } = fresh(site).await?;
    let mut held = Held::by(site, actor, id, Right::BallotPrepare).await?;
    let present = counts(&mut held.tx, &held.was).await?.present;
    let done = held.was.clone().freeze_roll(present, held.round.present, hash.clone()).map_err(refused)?;
    begin_signer(&mut held.tx, &held.was.vote, (&public, &hash), secret).await?;
    held.finish(Ok(done)).await
}

/// No more ballots are issued; the booth is asked to write the list.
///
/// # Errors
/// When none are being issued.
pub async fn ask_freeze(site: &Site, actor: &Actor, id: RoundId) -> Result<Hall, Problem> {
    let mut held = Held::by(site, actor, id, Right::BallotPrepare).await?;
    let issued = counts(&mut held.tx, &held.was).await?.issued;
    let done = held.was.clone().ask_freeze(issued);
    held.finish(done).await
}

/// Voting begins.
///
/// # Errors
/// When somebody in the list has not confirmed, or there are too few.
pub async fn open_vote(site: &Site, actor: &Actor, id: RoundId) -> Result<Hall, Problem> {
    let mut held = Held::by(site, actor, id, Right::BallotPrepare).await?;
    held.was.at(HallStage::Confirm).map_err(refused)?;
    let all = counts(&mut held.tx, &held.was).await?;
    let frozen = list(&mut held.tx, &held.was.vote).await?.ok_or_else(|| refused(Refusal::Stage))?;
    let done = held.was.clone().open_vote(all.issued, all.listed, all.confirmed, frozen.setup);
    held.finish(done).await
}

/// Voting ends, and the encrypted totals are published.
///
/// # Errors
/// When nobody votes now, or too few have.
pub async fn close(site: &Site, actor: &Actor, id: RoundId) -> Result<Hall, Problem> {
    let mut held = Held::by(site, actor, id, Right::BallotPrepare).await?;
    let cast = counts(&mut held.tx, &held.was).await?.cast;
    let done = held.was.clone().close(cast);
    let hall = held.finish(done).await?;
    total(site, &hall).await?;
    Ok(hall)
}

/// Looks at every ballot again, adds them up and keeps the encrypted totals, where that was not done.
pub(crate) async fn total(site: &Site, hall: &Hall) -> Result<(), Fault> {
    use crate::secret::{
        store::{keep_end, sealed},
        vote,
    };
    let Some(mut vote) = vote::of(&mut site.db(), hall).await? else { return Ok(()) };
    if vote.frozen.totals.is_some() {
        return Ok(());
    }
    let ballots = sealed(&mut site.db(), &vote.id, 0).await?;
    let (totals, mut archive) = tokio::task::block_in_place(|| {
        let (archive, _) = chain::with_ballots(&vote, &ballots)?;
        Ok::<_, Fault>((vote.add_up(&ballots)?.json(), archive))
    })?;
    chain::ended(&mut archive, &totals, ballots.len());
    let end = chain::End::of(&archive);
    (vote.frozen.totals, vote.frozen.head, vote.frozen.height) = (Some(totals), end.head, end.height);
    let mut tx = site.db().begin().await?;
    keep_end(&mut tx, &vote.id, &vote.frozen).await?;
    tx.commit().await
}
