//! 评价: from the deputy straight to the congress.

use accounts_rules::{Actor, Right};
use kit::{Problem, Site};
use suggestions_rules::{AssignmentId, Score, SuggestionId};

use super::{Reason, Work, hand};
use crate::store::{CONFIDENTIAL, Kept};

/// What a signer says of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// 办理工作/态度.
    pub process: Score,
    /// 办理结果.
    pub result: Score,
    /// Why; needed when either is 不满意.
    pub reason: Option<Reason>,
    /// Whether the reason is for the congress alone: the unit never reads it (suggestions.md §10).
    pub confidential: bool,
}

/// A signer judges the present reply of a unit, in person.
///
/// # Errors
/// When the actor is no signer, has judged it, or is dissatisfied without a reason.
pub async fn judge(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    verdict: Verdict,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::JudgementGive, work.congress())?;
    let hand = hand(actor)?;
    let kind = if verdict.confidential { CONFIDENTIAL } else { "judgement" };
    let reason = verdict.reason.map(|reason| work.words(kind, reason));
    let scores = (verdict.process, verdict.result);
    work.act(|suggestion, given| suggestion.judge(part, hand, scores, reason, given))?;
    work.finish().await
}
