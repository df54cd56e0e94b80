//! 主席团决定、撤回的同意、表决、审议结果.

use accounts_rules::{Actor, Right};
use bills_rules::{BillId, Disposal, Ruling, Vote};
use kernel::Day;
use kit::{Problem, Site};

use super::{Reason, Work, check::read_opinion};
use crate::store::Kept;

/// The presidium's decision, as the head of the office enters it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What becomes of it.
    pub disposal: Disposal,
    /// Why, where no proposal is followed.
    pub reason: Option<Reason>,
    /// By when the committee reports; without it, the terms of the session count.
    pub report_by: Option<Day>,
    /// The version of the committee's opinion that was known, where that was said.
    pub seen: Option<i64>,
}

/// The presidium has decided. Where it becomes a suggestion, the fact names the suggestion, which a follower makes.
///
/// # Errors
/// When it has no number yet or is decided, when the law lets that not become of it, or when a reason is missing. When another
/// opinion was entered meanwhile.
pub async fn decide(site: &Site, actor: &Actor, id: BillId, decision: Decision) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillDecide, work.congress())?;
    let reason = decision.reason.map(|reason| work.words("decision", reason));
    let ruling = Ruling { reason, suggestion: site.new_id(), report_by: decision.report_by };
    let read = read_opinion(work.bill(), decision.seen);
    work.act(|bill, given| bill.decide(decision.disposal, ruling, given))?;
    read?;
    work.finish().await
}

/// The presidium agrees to the withdrawal from the agenda, or gives its reason against it.
///
/// # Errors
/// When nobody asked.
pub async fn answer_withdrawal(
    site: &Site,
    actor: &Actor,
    id: BillId,
    against: Option<Reason>,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillDecide, work.congress())?;
    let against = against.map(|reason| work.words("refusal", reason));
    work.act(|bill, given| bill.answer_withdrawal(against, given))?;
    work.finish().await
}

/// The congress has voted.
///
/// # Errors
/// When it is not on the agenda, a withdrawal waits for its answer, or the numbers cannot be.
pub async fn vote(site: &Site, actor: &Actor, id: BillId, vote: Vote) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillEnd, work.congress())?;
    work.act(|bill, given| bill.vote(vote, given))?;
    work.finish().await
}

/// The committee to which it was referred has reported.
///
/// # Errors
/// When it was not referred.
pub async fn report(site: &Site, actor: &Actor, id: BillId, report: Reason) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::BillEnd, work.congress())?;
    let report = work.words("report", report);
    work.act(|bill, given| bill.report(report, given))?;
    work.finish().await
}
