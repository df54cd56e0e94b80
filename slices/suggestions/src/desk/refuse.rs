//! 不作为建议: proposed by the office, acknowledged or insisted upon by the lead deputy.

use accounts_rules::{Actor, Right};
use kit::{Problem, Site};
use suggestions_rules::SuggestionId;

use super::{Reason, Work, hand, hold::decide};
use crate::store::Kept;

/// Why a paper is not taken as a suggestion, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The code of the ground.
    pub ground: String,
    /// The code of the disposal.
    pub disposal: String,
    /// Why, in words.
    pub reason: Reason,
}

/// The office would not take it as a suggestion.
///
/// # Errors
/// When it is not lying to be checked, must be returned for editing first, was insisted upon, or when ground or disposal are unknown.
pub async fn refuse(site: &Site, actor: &Actor, id: SuggestionId, finding: Finding) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionRefuse, work.congress())?;
    decide(&mut work.tx, site, actor, id).await?;
    let Finding { ground, disposal, reason } = finding;
    let reason = work.words("refusal", reason);
    work.act(|suggestion, given| suggestion.refuse(&ground, &disposal, reason, given))?;
    work.finish().await
}

/// The lead deputy agrees.
///
/// # Errors
/// When not the lead in person, or when no refusal waits.
pub async fn acknowledge(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionFile, work.congress())?;
    let hand = hand(actor)?;
    work.act(|suggestion, given| suggestion.acknowledge_refusal(hand, given))?;
    work.finish().await
}

/// The lead deputy insists.
///
/// # Errors
/// As [`acknowledge`].
pub async fn insist(site: &Site, actor: &Actor, id: SuggestionId, reason: Reason) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionFile, work.congress())?;
    let hand = hand(actor)?;
    let reason = work.words("insisting", reason);
    work.act(|suggestion, _| suggestion.insist(hand, reason))?;
    work.finish().await
}
