//! 签到: the desk compares the whole hash of a device's key.

use accounts_rules::{Actor, Right};
use ballots_rules::{
    paper::{Round, RoundId},
    secret::{Fact, Hall, HallStage, Refusal},
};
use kit::{Problem, Site};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Held, in_person, refused};
use crate::{
    secret::store::{OnRoll, of_number, roll, tell},
    store::Item,
};

/// Whether somebody is present.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PresenceWanted {
    /// The number on the roll.
    pub number: u32,
    /// The hash of the key as the phone shows it: all 64 digits.
    pub key_hash: String,
    /// Whether they are present; `false` takes it back.
    pub present: bool,
}

/// Lets the office through, and who counts in the round.
///
/// # Errors
/// When it is somebody else.
pub fn keeps(actor: &Actor, item: &Item, round: &Round) -> Result<(), Problem> {
    let counts = in_person(actor).is_some_and(|account| round.tellers.of(account).is_some());
    if counts { Ok(()) } else { Ok(actor.may(Right::BallotPrepare, item.congress)?) }
}

/// Looks whether somebody keeps the roll.
///
/// # Errors
/// As [`keeps`], and as if there were none for who does not see the round.
pub async fn may(site: &Site, actor: &Actor, id: RoundId) -> Result<(Item, Round, Hall), Problem> {
    let (item, round, hall) = super::of(site, actor, id).await?;
    keeps(actor, &item, &round)?;
    Ok((item, round, hall))
}

/// Says whether a number is present.
///
/// # Errors
/// When the roll is fixed, there is no such number, or its key is another.
pub async fn tell_presence(site: &Site, actor: &Actor, id: RoundId, wanted: PresenceWanted) -> Result<(), Problem> {
    let mut held = Held::begin(site, actor, id).await?;
    keeps(actor, &held.item, &held.round)?;
    held.was.at(HallStage::Setup).map_err(refused)?;
    let PresenceWanted { number, key_hash, present } = wanted;
    let found = of_number(&mut held.tx, id, &held.was.vote, number).await?;
    let found = found.ok_or_else(|| refused(Refusal::NoNumber))?;
    if found.key_hash != key_hash.trim() {
        return Err(refused(Refusal::OtherKey));
    }
    if found.present != present {
        tell(&mut held.tx, id, number, present).await?;
        held.note(Fact::PresenceTold { number, present }).await?;
    }
    held.commit().await
}

/// The roll, for who keeps it.
///
/// # Errors
/// For anybody else.
pub(crate) async fn of_round(site: &Site, actor: &Actor, id: RoundId) -> Result<Vec<OnRoll>, Problem> {
    let (_, _, hall) = may(site, actor, id).await?;
    Ok(roll(&mut site.db(), id, &hall.vote).await?)
}
