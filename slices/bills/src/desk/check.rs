//! 审核、编号、审查意见.

use accounts_rules::{Actor, Right};
use bills_rules::{Bill, BillId, Disposal, Number};
use kernel::{Refusal as Family, Refused, Text};
use kit::{Problem, Site, web::api::edition};

use super::{Reason, Work, lacking};
use crate::{
    queries::session_year,
    store::{Kept, next_number},
};

/// The committee's opinion, as the office enters it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The committee.
    pub by: Text<60>,
    /// What it proposes.
    pub proposal: Disposal,
    /// Why.
    pub reason: Reason,
    /// The version of the opinion before it ([`opinion_version`]) that was known, where that was said.
    pub seen: Option<i64>,
}

/// The version of a bill's opinion: a newer one is another; 0 while there is none.
#[must_use]
pub fn opinion_version(bill: &Bill) -> i64 {
    bill.stage.review().map_or(0, |review| edition(&[&review.reason.to_string()]))
}

/// Whether the opinion is still the one somebody has seen who replaces it or decides after it.
pub(super) fn read_opinion(bill: &Bill, seen: Option<i64>) -> Result<(), Refused> {
    if seen.is_none_or(|seen| seen == opinion_version(bill)) {
        return Ok(());
    }
    Err(Refused::new(Family::Stale, "bills-refused-opinion-newer"))
}

/// The office returns it to its deputies to be corrected.
///
/// # Errors
/// When it does not lie to be checked, or an organ put it.
pub async fn give_back(site: &Site, actor: &Actor, id: BillId, reason: Reason) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillCheck, work.congress())?;
    let reason = work.words("return", reason);
    work.act(|bill, given| bill.give_back(reason, given))?;
    work.finish().await
}

/// It gets the next number of its session.
///
/// # Errors
/// When it does not lie to be checked.
pub async fn number(site: &Site, actor: &Actor, id: BillId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let (congress, session) = (work.congress(), work.bill().session);
    actor.may(Right::BillCheck, congress)?;
    let year = session_year(&mut work.tx, session).await?.ok_or_else(|| lacking("the session", session))?;
    // A refusal after this drops the transaction, and with it the number: none is lost.
    let series = session.to_string();
    let n = next_number(&mut work.tx, congress, &series).await?;
    let text = work.terms().pattern.write(year, n);
    work.act(|bill, given| bill.number(Number { series, n, text }, given))?;
    work.finish().await
}

/// The committee's opinion is entered, or replaced by a newer one.
///
/// # Errors
/// When it has no number yet or is decided, when the law lets that not become of it, or when another opinion was entered meanwhile.
pub async fn review(site: &Site, actor: &Actor, id: BillId, opinion: Opinion) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillReview, work.congress())?;
    let Opinion { by, proposal, reason, seen } = opinion;
    let (reason, read) = (work.words("review", reason), read_opinion(work.bill(), seen));
    work.act(|bill, given| bill.review(by, proposal, reason, given))?;
    read?;
    work.finish().await
}
