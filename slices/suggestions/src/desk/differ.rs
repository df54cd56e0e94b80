//! 协调: who works on a matter says that its units disagree; the office or the transfer office settles it.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Refusal, Refused};
use kit::{Problem, Site, web::api::Once};
use suggestions_rules::{DifferenceId, Suggestion, SuggestionId};

use super::{Reason, Work, account, room::sender};
use crate::{
    Sight,
    store::{difference, keep_difference, settle_difference},
};

/// The body for which the actor coordinates: the office of the congress, or a transfer office.
///
/// # Errors
/// To the units, which cannot settle what they disagree on among themselves, and to whoever does not work on it.
pub fn coordinator(actor: &Actor, suggestion: &Suggestion) -> Result<BodyId, Refused> {
    match Sight::of(actor, suggestion)? {
        Sight::Office | Sight::Transfer => {
            actor.may(Right::ReplyCheck, suggestion.congress)?;
            sender(actor, suggestion)
        }
        Sight::Unit(_) => Err(Refused::new(Refusal::NotYours, "suggestions-refused-coordinate")),
        Sight::Lead | Sight::Cosigner | Sight::Public => {
            Err(Refused::new(Refusal::NotYours, "suggestions-refused-room"))
        }
    }
}

/// Somebody who works on it says that these units disagree, and on what; a unit names the others. Asked twice with the same key it is
/// raised once.
///
/// # Errors
/// When it is not being handled; when fewer than two units are named, or one that has no part of its own in it.
pub async fn raise(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    (mut between, about): (Vec<BodyId>, Reason),
    once: &Once,
) -> Result<DifferenceId, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let by = sender(actor, work.suggestion())?;
    if matches!(Sight::of(actor, work.suggestion())?, Sight::Unit(_)) {
        between.push(by);
    }
    let (account, new) = (account(actor)?, site.new_id());
    if let Some(before) = once.claim(&mut work.tx, site, account, &(&between, about.as_str()), new).await? {
        return Ok(before);
    }
    let about = work.words("difference", about);
    let mut kept = None;
    work.act(|of, given| {
        let (difference, fact) = of.differ(new, by, between, about, given)?;
        kept = Some(difference);
        Ok((of, fact))
    })?;
    if let Some(difference) = kept {
        keep_difference(&mut work.tx, id, &difference, account).await?;
    }
    work.finish().await?;
    Ok(new)
}

/// Who stands above the units writes down what came of coordinating, and on which day.
///
/// # Errors
/// When it was settled before, or the day does not fit.
pub async fn settle(
    site: &Site,
    actor: &Actor,
    (id, which): (SuggestionId, DifferenceId),
    (day, outcome): (Day, Reason),
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let by = coordinator(actor, work.suggestion())?;
    let standing = difference(&mut work.tx, id, which).await?.ok_or_else(Problem::missing)?;
    let outcome = work.words("difference", outcome);
    let mut settled = None;
    work.act(|of, given| {
        let (difference, fact) = standing.settle(by, day, outcome, given)?;
        settled = difference.settled;
        Ok((of, fact))
    })?;
    if let Some(how) = settled {
        settle_difference(&mut work.tx, which, &how).await?;
    }
    work.finish().await?;
    Ok(())
}
