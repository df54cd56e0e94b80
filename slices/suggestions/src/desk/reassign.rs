//! 改派、增加承办单位: the assigning body puts right what it assigned.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{Problem, Site};
use suggestions_rules::{AssignmentId, Handler, SuggestionId};

use super::{Reason, Work, object::known};
use crate::store::Kept;

/// A part goes to another unit, whose clocks start now.
///
/// # Errors
/// When its first reply is signed or an objection lies, or when the other unit is none, has a part or objected to this one.
pub async fn reassign(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    to: BodyId,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ObjectionRule, work.congress())?;
    known(&mut work, to).await?;
    let handler = Handler { id: site.new_id(), unit: to };
    let reason = work.words("ruling", reason);
    work.act(|suggestion, given| suggestion.reassign(part, handler, reason, given))?;
    work.finish().await
}

/// One more unit gets a part.
///
/// # Errors
/// When the unit is none or has a part, or when the answer is signed for which it would write its opinion.
pub async fn add_unit(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    unit: BodyId,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ObjectionRule, work.congress())?;
    known(&mut work, unit).await?;
    let handler = Handler { id: site.new_id(), unit };
    let reason = work.words("ruling", reason);
    work.act(|suggestion, given| suggestion.add_unit(handler, reason, given))?;
    work.finish().await
}
