//! 恢复办理.

use accounts_rules::{Actor, Right};
use kit::{Problem, Site};
use suggestions_rules::{AssignmentId, SuggestionId};

use super::{Reason, Work};
use crate::store::Kept;

/// The office takes a closed matter up again, because conditions have changed.
///
/// # Errors
/// When it is not closed, or the reply of that part counts as solved or in progress.
pub async fn reopen(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionRedo, work.congress())?;
    let reason = work.words("reopening", reason);
    work.act(|suggestion, given| suggestion.reopen(part, reason, given))?;
    work.finish().await
}
