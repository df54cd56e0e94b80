//! 结果类别异议: a signer or the office doubts the class of a reply, the unit's head keeps or changes it.

use accounts_rules::{Actor, Right};
use kernel::Refused;
use kit::{Problem, Site, web::api::Once};
use suggestions_rules::{AssignmentId, Doubt, DoubtId, Fact, Given, Hand, Refusal, Suggestion, SuggestionId};

use super::{Reason, Work, account, hand, promise};
use crate::store::{Kept, doubts, keep_doubt};

/// What the head of the unit answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The class stays, and why.
    Keep(Reason),
    /// The class it becomes, and why.
    Change(String, Reason),
}

/// A signer in person, or the office, doubts the class of the present reply of a part; asked twice with the same key it is kept once.
///
/// # Errors
/// When no reply is out, the window is over, one is open already, or this one doubted as often as the congress allows.
pub async fn doubt(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    reason: Reason,
    once: &Once,
) -> Result<DoubtId, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let by = doubter(actor, work.suggestion())?;
    let new: DoubtId = site.new_id();
    if let Some(before) = once.claim(&mut work.tx, site, account(actor)?, &(part, &reason), new).await? {
        return Ok(before);
    }
    let earlier = doubts(&mut work.tx, id).await?;
    let reason = work.words("class-doubt", reason);
    change(work, |of, given| {
        let (doubt, fact) = of.doubt_class(part, (new, by), reason, &earlier, given)?;
        Ok((of, doubt, fact))
    })
    .await?;
    Ok(new)
}

/// Who doubted takes it back.
///
/// # Errors
/// When somebody else doubted, or it was answered or taken back before.
pub async fn withdraw(site: &Site, actor: &Actor, id: SuggestionId, which: DoubtId) -> Result<Kept, Problem> {
    let (work, doubt) = taken(site, actor, id, which).await?;
    let by = doubter(actor, work.suggestion())?;
    change(work, |of, given| {
        let (doubt, fact) = doubt.withdraw(by, given.now)?;
        Ok((of, doubt, fact))
    })
    .await
}

/// The unit's head keeps the class, or gives another.
///
/// # Errors
/// When it was answered or taken back before; when the dictionary has no such class, or the reply has it already, or a promise is missing
/// where the congress requires one.
pub async fn answer(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    which: DoubtId,
    answer: Answer,
) -> Result<Kept, Problem> {
    let (mut work, doubt) = taken(site, actor, id, which).await?;
    actor.may(Right::ReplySign, work.unit(doubt.assignment)?)?;
    match answer {
        Answer::Keep(reason) => {
            let reason = work.words("class-doubt", reason);
            change(work, |of, given| {
                let (doubt, fact) = doubt.keep(&of, reason, given)?;
                Ok((of, doubt, fact))
            })
            .await
        }
        Answer::Change(class, reason) => {
            promise::enough(&mut work, doubt.assignment, &class).await?;
            let reason = work.words("class-doubt", reason);
            change(work, |of, given| of.change_class(doubt, (&class, reason), given)).await
        }
    }
}

/// As whom the actor doubts: a signer, or the office, which is nobody's hand. Whoever of the office signed it speaks in person: on one's
/// own paper one is no office.
///
/// # Errors
/// When the actor is neither.
pub(crate) fn doubter(actor: &Actor, of: &Suggestion) -> Result<Option<Hand>, Refused> {
    let office = actor.may(Right::SuggestionRedo, of.congress).is_ok() && actor.acting_for.is_none();
    if office && !signed(actor, of) {
        return Ok(None);
    }
    actor.may(Right::JudgementGive, of.congress)?;
    hand(actor).map(Some)
}

/// Whether the actor signed it and still sits there.
pub(crate) fn signed(actor: &Actor, of: &Suggestion) -> bool {
    let person = actor.person.filter(|person| of.signers().contains(person));
    person.is_some() && actor.may(Right::JudgementGive, of.congress).is_ok()
}

/// Takes the suggestion up with one of its doubts; to another unit, and to the public, there is none.
async fn taken<'a>(
    site: &'a Site,
    actor: &'a Actor,
    id: SuggestionId,
    which: DoubtId,
) -> Result<(Work<'a>, Doubt), Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let sight = crate::Sight::of(actor, work.suggestion())?;
    let all = doubts(&mut work.tx, id).await?;
    let doubt = all.into_iter().find(|one| one.id == which && crate::queries::knows(&sight, one));
    Ok((work, doubt.ok_or_else(Problem::missing)?))
}

async fn change(
    mut work: Work<'_>,
    verb: impl FnOnce(Suggestion, &Given<'_>) -> Result<(Suggestion, Doubt, Fact), Refusal>,
) -> Result<Kept, Problem> {
    let mut kept = None;
    work.act(|suggestion, given| {
        let (suggestion, doubt, fact) = verb(suggestion, given)?;
        kept = Some(doubt);
        Ok((suggestion, fact))
    })?;
    if let Some(doubt) = kept {
        let id = work.suggestion().id;
        keep_doubt(&mut work.tx, id, &doubt).await?;
    }
    work.finish().await
}
