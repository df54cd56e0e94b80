//! 退办、裁定、延期: what a unit asks of the assigning body, and the answer.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Refusal as Family, Refused};
use kit::{Problem, Site};
use suggestions_rules::{AssignmentId, Grounds, Handler, Ruling, SuggestionId};

use super::{Reason, Work};
use crate::{queries::not_units, store::Kept};

/// Why a unit objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Why the matter is not its own.
    pub reason: Reason,
    /// 职责依据: on what of its duties it rests that.
    pub basis: Option<Reason>,
}

impl From<Reason> for Why {
    fn from(reason: Reason) -> Self {
        Self { reason, basis: None }
    }
}

/// The unit objects that the matter is not its own, and proposes whose it is.
///
/// # Errors
/// When its window is over, its reply signed, the rulings used up, or when the body proposed is no unit.
pub async fn object(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    proposed: BodyId,
    why: impl Into<Why>,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::AssignmentObject, work.unit(part)?)?;
    known(&mut work, proposed).await?;
    let Why { reason, basis } = why.into();
    let reason = work.words("objection", reason);
    let basis = basis.map(|basis| work.words("objection-basis", basis));
    work.act(|suggestion, given| suggestion.object(part, proposed, Grounds { reason, basis }, given))?;
    work.finish().await
}

/// The assigning body rules: `to` names the unit that gets the part; without it the unit keeps it.
///
/// # Errors
/// When no objection lies, or when the other unit is none, or has or had a part of it.
pub async fn rule(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    to: Option<BodyId>,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ObjectionRule, work.congress())?;
    let ruling = match to {
        Some(unit) => {
            known(&mut work, unit).await?;
            Ruling::PassOn(Handler { id: site.new_id(), unit })
        }
        None => Ruling::Refuse,
    };
    let reason = work.words("ruling", reason);
    work.act(|suggestion, given| suggestion.rule_objection(part, ruling, reason, given))?;
    work.finish().await
}

/// The unit asks for more time.
///
/// # Errors
/// When asked too late, a second time, for a day beyond the longer limit, or past signing.
pub async fn ask_extension(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    until: Day,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ExtensionAsk, work.unit(part)?)?;
    let reason = work.words("extension", reason);
    work.act(|suggestion, given| suggestion.ask_extension(part, until, reason, given))?;
    work.finish().await
}

/// The assigning body consents, or refuses with a reason.
///
/// # Errors
/// When nothing was asked, or when it is refused without a reason.
pub async fn answer_extension(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    granted: bool,
    reason: Option<Reason>,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ExtensionAnswer, work.congress())?;
    let reason = reason.map(|reason| work.words("extension-answer", reason));
    work.act(|suggestion, given| suggestion.answer_extension(part, granted, reason, given))?;
    work.finish().await
}

/// Whether it is a unit that can be given work.
///
/// # Errors
/// When it is none, or closed.
pub(super) async fn known(work: &mut Work<'_>, unit: BodyId) -> Result<(), Problem> {
    if not_units(&mut work.tx, &[unit]).await?.is_empty() {
        return Ok(());
    }
    Err(Refused::new(Family::Unfit, "suggestions-refused-not-units").with("count", 1).into())
}
