//! 征求意见: the unit shows the draft of its reply to signers, a signer answers, the unit takes back what waits.

use accounts_rules::{Actor, Right};
use kernel::{PersonId, Refusal as Family, Refused};
use kit::{Problem, Site, web::api::Once};
use suggestions_rules::{AssignmentId, Fact, Given, Refusal, Round, ShownDraft, ShownId, Suggestion, SuggestionId};

use super::{Reason, Work, account, hand, reply};
use crate::{
    Sight, queries,
    store::{Kept, keep_shown, shown_drafts},
};

/// What a deputy says of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The version of the letter that was read ([`reply::edition`]); nothing where it was not said.
    pub of: Option<i64>,
    /// What should be changed; nothing where there is nothing.
    pub words: Option<Reason>,
}

/// The unit shows its draft to some signers, all or none of them; asked twice with the same key they are asked once.
///
/// # Errors
/// When no letter is being written, somebody signed nothing, or one shown to somebody waits.
pub async fn show(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    to: &[PersonId],
    once: &Once,
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyDraft, work.unit(part)?)?;
    let mark: ShownId = site.new_id();
    if once.claim(&mut work.tx, site, account(actor)?, &(part, to), mark).await?.is_some() {
        return Ok(());
    }
    let mut earlier = shown_drafts(&mut work.tx, id).await?;
    for person in to {
        let new = (site.new_id(), *person);
        let shown = made(&mut work, |of, given| of.show_draft(part, new, &earlier, given))?;
        keep_shown(&mut work.tx, id, &shown).await?;
        earlier.push(shown);
    }
    work.finish().await.map(|_| ())
}

/// The deputy says what should be changed, or that there is nothing.
///
/// # Errors
/// As if none were shown, to who may not know of it; when it was shown to somebody else, was answered or taken back before, the reply
/// is signed, or the letter is no longer the one that was read.
pub async fn answer(site: &Site, actor: &Actor, id: SuggestionId, which: ShownId, said: Said) -> Result<Kept, Problem> {
    let (mut work, shown) = taken(site, actor, id, which).await?;
    actor.may(Right::ContactAnswer, work.congress())?;
    let hand = hand(actor)?;
    let now = reply::edition(queries::round_of(work.suggestion(), &shown).and_then(Round::letter));
    let words = said.words.map(|words| work.words("draft-answer", words));
    let shown = made(&mut work, |of, given| shown.answer(of, hand, (now, words), given))?;
    if said.of.is_some_and(|read| read != now) {
        return Err(Refused::new(Family::Stale, "suggestions-refused-draft-changed").into());
    }
    keep_shown(&mut work.tx, id, &shown).await?;
    work.finish().await
}

/// The unit shows it no longer.
///
/// # Errors
/// As if none were shown, to who may not know of it; when it was answered or taken back before, or the reply is signed.
pub async fn take_back(site: &Site, actor: &Actor, id: SuggestionId, which: ShownId) -> Result<Kept, Problem> {
    let (mut work, shown) = taken(site, actor, id, which).await?;
    actor.may(Right::ReplyDraft, work.unit(shown.assignment)?)?;
    let shown = made(&mut work, |of, given| shown.take_back(of, given))?;
    keep_shown(&mut work.tx, id, &shown).await?;
    work.finish().await
}

/// Takes the suggestion up with one of the drafts shown, for who may know of it.
async fn taken<'a>(
    site: &'a Site,
    actor: &'a Actor,
    id: SuggestionId,
    which: ShownId,
) -> Result<(Work<'a>, ShownDraft), Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let sight = Sight::of(actor, work.suggestion())?;
    let all = shown_drafts(&mut work.tx, id).await?;
    let shown = all.into_iter().find(|one| one.id == which && queries::knows_of_draft(actor, &sight, one));
    Ok((work, shown.ok_or_else(Problem::missing)?))
}

/// Asks a rule that leaves the suggestion as it is.
fn made(
    work: &mut Work<'_>,
    rule: impl FnOnce(&Suggestion, &Given<'_>) -> Result<(ShownDraft, Fact), Refusal>,
) -> Result<ShownDraft, Refused> {
    let mut made = None;
    work.act(|suggestion, given| {
        let (shown, fact) = rule(&suggestion, given)?;
        made = Some(shown);
        Ok((suggestion, fact))
    })?;
    made.ok_or_else(|| Refusal::NoAssignment.into())
}
