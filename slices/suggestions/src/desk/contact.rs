//! 沟通记录: the unit records a talk, the deputy confirms it or disputes it, the unit withdraws what is not confirmed.

use accounts_rules::{Actor, Right};
use kernel::{Day, PersonId, Text};
use kit::{Problem, Site, web::api::Once};
use serde::Serialize;
use suggestions_rules::{AssignmentId, Contact, ContactId, Fact, Refusal, SuggestionId, Talk};

use super::{Reason, Work, account, hand};
use crate::{
    queries::is_key,
    store::{Kept, contact, contacts, keep_contact},
};

/// A talk as the unit types it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The day of the talk.
    pub day: Day,
    /// The code of the way.
    pub way: String,
    /// The deputy.
    pub with: PersonId,
    /// Who came or spoke for the unit, with rank.
    pub by: Text<120>,
    /// Where.
    pub place: Option<Text<120>>,
    /// What the deputy said.
    pub said: Reason,
    /// Whether the draft of the reply was shown.
    pub draft_shown: bool,
}

/// The unit records a talk about its part; asked twice with the same key it is recorded once.
///
/// # Errors
/// When the part is not being handled, or the day, the way or the deputy does not fit.
pub async fn record(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    told: Told,
    once: &Once,
) -> Result<ContactId, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ContactRecord, work.unit(part)?)?;
    let new: ContactId = site.new_id();
    if let Some(before) = once.claim(&mut work.tx, site, account(actor)?, &told, new).await? {
        return Ok(before);
    }
    let Told { day, way, with, by, place, said, draft_shown } = told;
    let said = work.words("contact", said);
    let talk = Talk { day, way, with, by, place, said, draft_shown };
    let mut made = None;
    work.act(|suggestion, given| {
        let (contact, fact) = suggestion.record_contact(part, new, talk, given)?;
        made = Some(contact);
        Ok((suggestion, fact))
    })?;
    if let Some(contact) = made {
        keep_contact(&mut work.tx, id, &contact).await?;
    }
    work.finish().await?;
    Ok(new)
}

/// The deputy confirms that it was so.
///
/// # Errors
/// When the talk was with another deputy, or the record was answered or withdrawn before.
pub async fn confirm(site: &Site, actor: &Actor, id: SuggestionId, which: ContactId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ContactAnswer, work.congress())?;
    let hand = hand(actor)?;
    let kept = found(&mut work, id, which).await?;
    change(work, id, kept.confirm(hand, site.now())).await
}

/// The deputy says that it was not so, and why.
///
/// # Errors
/// As [`confirm`].
pub async fn dispute(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    which: ContactId,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ContactAnswer, work.congress())?;
    let hand = hand(actor)?;
    let kept = found(&mut work, id, which).await?;
    let reason = work.words("contact-dispute", reason);
    change(work, id, kept.dispute(hand, reason, site.now())).await
}

/// The unit takes back a record that the deputy has not confirmed.
///
/// # Errors
/// When the deputy confirmed it, or it was withdrawn before.
pub async fn withdraw(site: &Site, actor: &Actor, id: SuggestionId, which: ContactId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let kept = found(&mut work, id, which).await?;
    actor.may(Right::ContactRecord, work.unit(kept.assignment)?)?;
    change(work, id, kept.withdraw(site.now())).await
}

async fn found(work: &mut Work<'_>, id: SuggestionId, which: ContactId) -> Result<Contact, Problem> {
    contact(&mut work.tx, id, which).await?.ok_or_else(Problem::missing)
}

async fn change(mut work: Work<'_>, id: SuggestionId, done: Result<(Contact, Fact), Refusal>) -> Result<Kept, Problem> {
    let (contact, fact) = done.map_err(kernel::Refused::from)?;
    work.act(|suggestion, _| Ok((suggestion, fact)))?;
    keep_contact(&mut work.tx, id, &contact).await?;
    work.finish().await
}

/// Whether the talks of a part are what the congress requires before its reply is signed.
pub(super) async fn enough(work: &mut Work<'_>, part: AssignmentId) -> Result<(), Problem> {
    let id = work.suggestion().id;
    let all = contacts(&mut work.tx, id).await?;
    let key = is_key(&mut work.tx, id).await?;
    let suggestion = work.suggestion();
    let own = suggestion.stage.handling().and_then(|handling| handling.handlers.find(part));
    let own = own.ok_or(Refusal::NoAssignment).map_err(kernel::Refused::from)?;
    suggestion.talked_enough(own, &all, key, work.book()).map_err(|refusal| kernel::Refused::from(refusal).into())
}
