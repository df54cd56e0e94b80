//! 联名: ask, sign, decline.

use accounts_rules::{Actor, Right};
use bills_rules::BillId;
use kernel::{PersonId, Refusal as Family, Refused};
use kit::{Problem, Site, web::api::Saw};

use super::{Work, hand};
use crate::{queries::not_in_office, store::Kept};

/// The lead deputy asks others of the same congress to sign.
///
/// # Errors
/// When somebody named is no deputy in office of that congress, when nobody new is named, when it lies with the congress.
pub async fn ask(site: &Site, actor: &Actor, id: BillId, people: &[PersonId]) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let congress = work.congress();
    actor.may(Right::BillFile, congress)?;
    let hand = hand(actor)?;
    let strangers = not_in_office(&mut work.tx, congress, people).await?;
    if !strangers.is_empty() {
        let refused = Refused::new(Family::Unfit, "bills-refused-not-deputies").with("count", strangers.len());
        return Err(refused.into());
    }
    work.act(|bill, given| bill.ask(hand, people, given.now))?;
    work.finish().await
}

/// A deputy who was asked signs.
///
/// # Errors
/// When not asked, not in person, answered already, or handed in already; when it was changed since it was read.
pub async fn sign(site: &Site, actor: &Actor, id: BillId, saw: Saw) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillSign, work.congress())?;
    let hand = hand(actor)?;
    work.act(|bill, given| bill.sign(hand, given.now))?;
    work.is_as(saw)?;
    work.finish().await
}

/// A deputy who was asked says no, or takes the signature back.
///
/// # Errors
/// When not asked, not in person, answered so already, or handed in already.
pub async fn decline(site: &Site, actor: &Actor, id: BillId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillSign, work.congress())?;
    let hand = hand(actor)?;
    work.act(|bill, given| bill.decline(hand, given.now))?;
    work.finish().await
}
