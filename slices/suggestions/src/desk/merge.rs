//! 并案、拆开: suggestions on one matter go to the same units together, and each is answered by itself.
//!
//! Whoever changes several takes up the one the others go with first, then those by their identities.

use accounts_rules::{Actor, Right};
use kit::{Problem, Site, db::Tx};
use suggestions_rules::{Given, Refusal, Stage, Suggestion, SuggestionId};

use super::{Along, Reason, Work, assign::Plan};
use crate::{
    sight::Sight,
    store::{GoingAlong, Kept, going_along, rule_book, take},
};

/// It goes with another from now on; where that one is with its units already, it is handed to them at once.
///
/// # Errors
/// When it is not numbered and unassigned, when either goes with another already, or when the other is not of this congress or not
/// on its way to units.
pub async fn merge(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    master: SuggestionId,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut tx = site.db().begin().await?;
    // Counted as if it were changed: that is what keeps others from assigning or withdrawing it meanwhile.
    let master = if master == id { None } else { take(&mut tx, master).await? };
    let mut work = Work::begin_in(site, actor, tx, id).await?;
    actor.may(Right::SuggestionMerge, work.congress())?;
    let master = master.map(|kept| kept.suggestion).filter(|master| Sight::of(actor, master).is_ok());
    let master = master.ok_or(Refusal::MasterUnfit).map_err(kernel::Refused::from)?;
    let leads = !going_along(&mut work.tx, &[id]).await?.is_empty();
    let reason = work.words("merger", reason);
    work.act(|suggestion, given| suggestion.merge(&master, leads, reason, given))?;
    if let Stage::Handling(handling) = &master.stage {
        let plan = Plan::of(&handling.handlers);
        work.act(|suggestion, given| suggestion.assign_with(&master, plan.form(site), given))?;
    }
    work.finish().await
}

/// It goes its own way again; units that have it keep it.
///
/// # Errors
/// When it goes with no other, or is at rest.
pub async fn separate(site: &Site, actor: &Actor, id: SuggestionId, reason: Reason) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionMerge, work.congress())?;
    let reason = work.words("separation", reason);
    work.act(|suggestion, _| suggestion.separate(Some(reason)))?;
    work.finish().await
}

/// Hands those that go with one to its units, each with clocks of its own.
pub(super) async fn assigned_along(
    tx: &mut Tx,
    site: &Site,
    master: &Suggestion,
    others: &[GoingAlong],
    plan: &Plan,
) -> Result<Vec<Along>, Problem> {
    let mut along = Vec::new();
    for other in others.iter().filter(|other| other.into == master.id) {
        let Some(Kept { suggestion: was, .. }) = take(tx, other.id).await? else { continue };
        if !matches!(was.stage, Stage::Numbered(_)) {
            continue;
        }
        let book = rule_book(tx, was.congress, was.session).await?;
        let given = Given { now: site.now(), book: &book, calendar: &site.calendar() };
        let done = was.clone().assign_with(master, plan.form(site), &given);
        let (now, fact) = done.map_err(kernel::Refused::from)?;
        along.push(Along { was, now, fact });
    }
    Ok(along)
}

/// Lets those go their own way that went with one that is withdrawn.
pub(super) async fn parted(tx: &mut Tx, from: SuggestionId) -> Result<Vec<Along>, Problem> {
    let mut along = Vec::new();
    for other in going_along(tx, &[from]).await? {
        let Some(Kept { suggestion: was, .. }) = take(tx, other.id).await? else { continue };
        let (now, fact) = was.clone().separate(None).map_err(kernel::Refused::from)?;
        along.push(Along { was, now, fact });
    }
    Ok(along)
}
