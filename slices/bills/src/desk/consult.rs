//! 征求联名代表意见: those who signed are asked before their bill is treated as a suggestion, and answer.

use accounts_rules::{Actor, Right};
use bills_rules::BillId;
use kernel::Day;
use kit::{Problem, Site};

use super::{Reason, Work, hand};
use crate::store::Kept;

/// The office asks everybody who signed; without a day, the terms of the session count.
///
/// # Errors
/// When it has no number yet, is decided, no deputies put it, or they were asked before; when the day does not fit.
pub async fn consult(site: &Site, actor: &Actor, id: BillId, until: Option<Day>) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillReview, work.congress())?;
    work.act(|bill, given| bill.consult(until, given))?;
    work.finish().await
}

/// A deputy who was asked answers; a reason is kept with an objection only.
///
/// # Errors
/// When not asked, not in person, said before, decided already, or the day is over.
pub async fn speak(
    site: &Site,
    actor: &Actor,
    id: BillId,
    agrees: bool,
    reason: Option<Reason>,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillSign, work.congress())?;
    let hand = hand(actor)?;
    let reason = reason.filter(|_| !agrees).map(|reason| work.words("objection", reason));
    work.act(|bill, given| bill.speak(hand, agrees, reason, given))?;
    work.finish().await
}
