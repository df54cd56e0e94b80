//! 答复: draft, check, sign, deliver.

use accounts_rules::{Actor, Right};
use kit::{Problem, Site};
use suggestions_rules::{AssignmentId, Letter, RoundStage, Suggestion, SuggestionId};

use super::{Reason, Work, account, contact};
use crate::store::Kept;

/// The unit drafts or redrafts its reply. The same letter sent again is kept once: a client that heard no answer may repeat it.
///
/// # Errors
/// When the unit does not reply, has not signed for it, or when the reply is past drafting.
pub async fn draft(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    letter: Letter,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyDraft, work.unit(part)?)?;
    if drafted(work.suggestion(), part) == Some(&letter) {
        return Ok(work.unchanged());
    }
    work.act(|suggestion, _| suggestion.draft_reply(part, letter))?;
    work.finish().await
}

/// The letter that lies as a draft.
fn drafted(suggestion: &Suggestion, part: AssignmentId) -> Option<&Letter> {
    match &suggestion.stage.handling()?.handlers.find(part)?.round()?.stage {
        RoundStage::Drafted { letter } => Some(letter),
        _ => None,
    }
}

/// The draft goes to the assigning body to be checked.
///
/// # Errors
/// When there is no draft.
pub async fn send_to_check(site: &Site, actor: &Actor, id: SuggestionId, part: AssignmentId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyDraft, work.unit(part)?)?;
    work.act(|suggestion, given| suggestion.send_to_check(part, given))?;
    work.finish().await
}

/// The checker sends it back with a reason.
///
/// # Errors
/// When it is not being checked, or the actor checks nothing in that congress.
pub async fn send_back(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyCheck, work.congress())?;
    let reason = work.words("send-back", reason);
    work.act(|suggestion, given| suggestion.send_back(part, reason, given))?;
    work.finish().await
}

/// The checker lets it pass.
///
/// # Errors
/// As [`send_back`].
pub async fn pass(site: &Site, actor: &Actor, id: SuggestionId, part: AssignmentId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyCheck, work.congress())?;
    work.act(|suggestion, given| suggestion.pass(part, given))?;
    work.finish().await
}

/// The unit's head signs it with a class of the congress's dictionary.
///
/// # Errors
/// When it has not passed the check where one is required, when the dictionary has no such class, or when nobody has talked with the
/// deputies where the congress requires it.
pub async fn sign(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    class: &str,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplySign, work.unit(part)?)?;
    let signer = account(actor)?;
    contact::enough(&mut work, part).await?;
    work.act(|suggestion, given| suggestion.sign_reply(part, signer, class, given))?;
    work.finish().await
}

/// The signed reply goes to every signer.
///
/// # Errors
/// When it is not signed.
pub async fn deliver(site: &Site, actor: &Actor, id: SuggestionId, part: AssignmentId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyDeliver, work.unit(part)?)?;
    work.act(|suggestion, given| suggestion.deliver(part, given))?;
    work.finish().await
}
