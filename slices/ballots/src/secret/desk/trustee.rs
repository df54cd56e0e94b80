//! What trustees hand in: commitments, then keys, at the end their parts of the totals.

use accounts_rules::{Actor, Right};
use ballots_rules::{
    paper::RoundId,
    secret::{Hall, Refusal},
};
use ballots_seal::{Curve, Public};
use kit::{Problem, Site};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Held, in_person, refused};
use crate::store::Item;

/// The longest key with its proof.
const LONGEST_KEY: usize = 2_000;

/// A commitment.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitmentWanted {
    /// SHA-256 of the key with its proof, 64 hexadecimal digits.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub commitment: String,
}

/// A key.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrusteeKeyWanted {
    /// The line that `lianluo trustee key` printed.
    pub key: String,
}

/// A part of the totals.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecryptionWanted {
    /// The line that `lianluo trustee decrypt` printed.
    pub decryption: String,
}

/// Lets the office through, and the trustee's own account.
///
/// # Errors
/// When it is somebody else, or there is no such trustee.
pub fn hands(actor: &Actor, item: &Item, hall: &Hall, n: u32) -> Result<(), Problem> {
    let right = actor.may(Right::BallotPrepare, item.congress);
    let own = |one: &ballots_rules::secret::Trustee| one.account.is_some() && one.account == in_person(actor);
    match hall.trustee(n) {
        Ok(one) if own(one) => Ok(()),
        Ok(_) => Ok(right?),
        Err(_) if hall.trustees.iter().any(own) => Err(refused(Refusal::NoTrustee)),
        Err(_) => {
            right?;
            Err(refused(Refusal::NoTrustee))
        }
    }
}

/// Looks whether somebody may hand in for a trustee, before what is handed in is read.
///
/// # Errors
/// As [`hands`], and as if there were none for who does not see the round.
pub async fn may(site: &Site, actor: &Actor, id: RoundId, n: u32) -> Result<(Item, Hall), Problem> {
    let (item, _, hall) = super::of(site, actor, id).await?;
    hands(actor, &item, &hall, n)?;
    Ok((item, hall))
}

/// A trustee commits to a key.
///
/// # Errors
/// When it has, or it is no hash.
pub async fn commit(
    site: &Site,
    actor: &Actor,
    (id, n): (RoundId, u32),
    wanted: CommitmentWanted,
) -> Result<Hall, Problem> {
    let held = Held::begin(site, actor, id).await?;
    hands(actor, &held.item, &held.was, n)?;
    let done = held.was.clone().commit(n, wanted.commitment.trim());
    held.finish(done).await
}

/// A trustee shows its key.
///
/// # Errors
/// When not all have committed, it is another, or its proof does not hold.
pub async fn show(
    site: &Site,
    actor: &Actor,
    (id, n): (RoundId, u32),
    wanted: TrusteeKeyWanted,
) -> Result<Hall, Problem> {
    let held = Held::begin(site, actor, id).await?;
    hands(actor, &held.item, &held.was, n)?;
    let given = wanted.key.trim();
    let read = Some(given).filter(|given| given.len() <= LONGEST_KEY).and_then(Public::<Curve>::read);
    let public = read.ok_or_else(|| refused(Refusal::BadKey))?;
    let same = |json: &String| Public::<Curve>::read(json).is_some_and(|other| other.shown() == public.shown());
    if held.was.trustees.iter().filter(|one| one.n != n).any(|one| one.key.as_ref().is_some_and(same)) {
        return Err(refused(Refusal::SameKey));
    }
    let done = held.was.clone().show_key(n, public.json().to_owned(), &public.commitment());
    held.finish(done).await
}

/// A trustee opens its part of the totals; with the last one there is a result, which reports the round.
///
/// # Errors
/// When it is not the time, or the decryption does not hold.
pub async fn open(
    site: &Site,
    actor: &Actor,
    (id, n): (RoundId, u32),
    wanted: DecryptionWanted,
) -> Result<Hall, Problem> {
    super::tally::open(site, actor, (id, n), wanted.decryption.trim()).await
}
