//! 签收、会办意见.

use accounts_rules::{Actor, Right};
use kit::{Problem, Site};
use suggestions_rules::{AssignmentId, SuggestionId};

use super::{Reason, Saw, Work};
use crate::store::Kept;

/// The unit signs for it.
///
/// # Errors
/// When it was signed for before, or is another unit's.
pub async fn sign_for(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    saw: Saw,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::AssignmentSign, work.unit(part)?)?;
    work.act(|suggestion, given| suggestion.sign_for(part, given))?;
    work.has_letter(part, saw)?;
    work.finish().await
}

/// A co-unit gives its opinion to the lead unit.
///
/// # Errors
/// When the unit is not a co-unit, has not signed for it, or has given it before.
pub async fn advise(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    opinion: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyDraft, work.unit(part)?)?;
    let opinion = work.words("opinion", opinion);
    work.act(|suggestion, given| suggestion.advise(part, opinion, given))?;
    work.finish().await
}
