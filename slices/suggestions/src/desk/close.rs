//! 重新办理、办结.

use accounts_rules::{Actor, Right};
use kit::{Problem, Site};
use suggestions_rules::{AssignmentId, SuggestionId};

use super::{Reason, Work};
use crate::store::{Kept, contacts};

/// The office orders a unit to handle it again, because a signer is dissatisfied.
///
/// # Errors
/// When no signer is, or when the present reply is not delivered.
pub async fn order_redo(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    demand: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionRedo, work.congress())?;
    let demand = work.words("redo", demand);
    work.act(|suggestion, given| suggestion.order_redo(part, demand, given))?;
    work.finish().await
}

/// The office closes it.
///
/// # Errors
/// When a reply is outstanding, when a signer may still judge, when the lead deputy's first 不满意 was not redone, or when nobody
/// met the deputy after a later one where the congress requires it.
pub async fn close(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionClose, work.congress())?;
    let talks = contacts(&mut work.tx, id).await?;
    work.act(|suggestion, given| suggestion.met_enough(&talks, given.book).and_then(|()| suggestion.close(given)))?;
    work.finish().await
}
