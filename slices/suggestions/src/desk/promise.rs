//! 承诺事项: the unit makes a promise and reports on it, its head answers, the deputies judge, the office settles.

mod day;

use accounts_rules::{Actor, Right};
use kernel::{Day, Refused, Text};
use kit::{
    Problem, Site,
    blobs::{self, Blob},
    db::Sql,
    web::api::Once,
};
use serde::Serialize;
use suggestions_rules::{
    AssignmentId, AttachmentId, Fact, Given, Promise, PromiseId, Promised, Refusal, Score, Suggestion, SuggestionId,
};

pub use self::day::{OtherDay, move_day, take_over, version};
use super::{Reason, Work, account, hand};
use crate::store::{Kept, keep_promise, promises};

/// A promise as the unit types it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Vow {
    /// What is promised.
    pub words: Text<500>,
    /// For which day.
    pub due: Day,
}

/// A second reply as the unit's head types it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Whether the promise is kept.
    pub kept: bool,
    /// The class of the result as it is now.
    pub class: String,
    /// The words.
    pub words: Reason,
}

/// The unit records a promise; asked twice with the same key it is recorded once.
///
/// # Errors
/// When the matter is neither handled nor closed, there is no reply, or the day does not fit.
pub async fn make(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    vow: Vow,
    once: &Once,
) -> Result<PromiseId, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::PromiseKeep, work.unit(part)?)?;
    let new: PromiseId = site.new_id();
    if let Some(before) = once.claim(&mut work.tx, site, account(actor)?, &vow, new).await? {
        return Ok(before);
    }
    let mut made = None;
    work.act(|suggestion, given| {
        let (promise, fact) = suggestion.make_promise(part, new, (vow.words, vow.due), given)?;
        made = Some(promise);
        Ok((suggestion, fact))
    })?;
    if let Some(promise) = made {
        keep(&mut work, None, &promise).await?;
    }
    work.finish().await?;
    Ok(new)
}

/// The unit takes a promise off a draft.
///
/// # Errors
/// When the reply is out.
pub async fn strike(site: &Site, actor: &Actor, id: SuggestionId, which: PromiseId) -> Result<Kept, Problem> {
    let (work, was) = of_unit(site, actor, id, which, Right::PromiseKeep).await?;
    change(work, was, |promise, of, given| promise.strike(of, given)).await
}

/// The unit reports how far it has come; `files` are its evidence, whose bytes are durable already. Asked twice with the same key it is
/// kept once.
///
/// # Errors
/// When the promise is not open, or its reply is not out.
pub async fn report(
    site: &Site,
    actor: &Actor,
    (id, which): (SuggestionId, PromiseId),
    words: Reason,
    files: &[Blob],
    once: &Once,
) -> Result<(), Problem> {
    let (mut work, was) = of_unit(site, actor, id, which, Right::PromiseKeep).await?;
    if once.claim(&mut work.tx, site, account(actor)?, &words, which).await?.is_some() {
        return Ok(());
    }
    let words = work.words("promise", words);
    for file in files {
        attach(site, actor, &mut work, &was, file).await?;
    }
    change(work, was, |promise, of, given| promise.report(of, words, given)).await.map(|_kept| ())
}

/// The unit adds a file as evidence to what it has reported.
///
/// # Errors
/// When nothing was reported yet, or the promise is not open.
pub async fn evidence(
    site: &Site,
    actor: &Actor,
    (id, which): (SuggestionId, PromiseId),
    file: &Blob,
    once: &Once,
) -> Result<(), Problem> {
    let (mut work, was) = of_unit(site, actor, id, which, Right::PromiseKeep).await?;
    if once.claim(&mut work.tx, site, account(actor)?, &(&file.name, &file.sha256), which).await?.is_some() {
        return Ok(());
    }
    if was.standing != suggestions_rules::Standing::Open || was.steps.is_empty() {
        return Err(Refused::from(Refusal::PromiseNotNow).into());
    }
    attach(site, actor, &mut work, &was, file).await?;
    work.finish().await.map(|_kept| ())
}

/// The unit's head says what became of it, to every signer.
///
/// # Errors
/// When it is not open, its reply is not out, or the dictionary has no such class.
pub async fn answer(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    which: PromiseId,
    answered: Answered,
) -> Result<Kept, Problem> {
    let (mut work, was) = of_unit(site, actor, id, which, Right::ReplySign).await?;
    let by = account(actor)?;
    let Answered { kept, class, words } = answered;
    let words = work.words("promise", words);
    change(work, was, |promise, of, given| promise.answer(of, by, (kept, &class, words), given)).await
}

/// A signer judges the second reply, in person.
///
/// # Errors
/// When the actor is no signer, has judged it, or is dissatisfied without a reason.
pub async fn judge(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    which: PromiseId,
    (result, reason): (Score, Option<Reason>),
) -> Result<Kept, Problem> {
    let (mut work, was) = of_congress(site, actor, id, which, Right::JudgementGive).await?;
    let hand = hand(actor)?;
    let reason = reason.map(|reason| work.words("promise-judgement", reason));
    change(work, was, |promise, of, given| promise.judge(of, hand, (result, reason), given)).await
}

/// The office does not find the second reply enough.
///
/// # Errors
/// When there is none.
pub async fn send_back(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    which: PromiseId,
    reason: Reason,
) -> Result<Kept, Problem> {
    let (mut work, was) = of_congress(site, actor, id, which, Right::PromiseSettle).await?;
    let reason = work.words("promise", reason);
    change(work, was, |promise, of, given| promise.send_back(of, reason, given)).await
}

/// The office takes it off the ledger as kept or not.
///
/// # Errors
/// When signers may still judge, when there is no second reply and its day has not passed, or when a reason is missing.
pub async fn settle(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    which: PromiseId,
    (kept, reason): (bool, Option<Reason>),
) -> Result<Kept, Problem> {
    let (mut work, was) = of_congress(site, actor, id, which, Right::PromiseSettle).await?;
    let reason = reason.map(|reason| work.words("promise", reason));
    change(work, was, |promise, of, given| promise.settle(of, kept, reason, given)).await
}

async fn of_unit<'a>(
    site: &'a Site,
    actor: &'a Actor,
    id: SuggestionId,
    which: PromiseId,
    right: Right,
) -> Result<(Work<'a>, Promise), Problem> {
    let (work, was) = taken(site, actor, id, which).await?;
    actor.may(right, work.unit(was.assignment)?)?;
    Ok((work, was))
}

async fn of_congress<'a>(
    site: &'a Site,
    actor: &'a Actor,
    id: SuggestionId,
    which: PromiseId,
    right: Right,
) -> Result<(Work<'a>, Promise), Problem> {
    let (work, was) = taken(site, actor, id, which).await?;
    actor.may(right, work.congress())?;
    Ok((work, was))
}

/// Takes the suggestion up with one of its promises; one that the actor may not know of is as if there were none.
async fn taken<'a>(
    site: &'a Site,
    actor: &'a Actor,
    id: SuggestionId,
    which: PromiseId,
) -> Result<(Work<'a>, Promise), Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let all = promises(&mut work.tx, id).await?;
    let sight = crate::Sight::of(actor, work.suggestion())?;
    let seen = sight.show(actor, work.suggestion().clone(), site.today());
    let known = |one: &Promise| one.id == which && sight != crate::Sight::Public && seen.shows(one);
    let was = all.into_iter().find(known).ok_or_else(Problem::missing)?;
    Ok((work, was))
}

async fn change(
    mut work: Work<'_>,
    was: Promise,
    verb: impl FnOnce(Promise, &Suggestion, &Given<'_>) -> Promised,
) -> Result<Kept, Problem> {
    let mut now: Option<Promise> = None;
    work.act(|suggestion, given| {
        let (promise, fact): (Promise, Fact) = verb(was.clone(), &suggestion, given)?;
        now = Some(promise);
        Ok((suggestion, fact))
    })?;
    if let Some(now) = now {
        keep(&mut work, Some(&was), &now).await?;
    }
    work.finish().await
}

async fn keep(work: &mut Work<'_>, was: Option<&Promise>, now: &Promise) -> Result<(), Problem> {
    let (id, congress, unit) = (work.suggestion().id, work.congress(), work.unit(now.assignment)?);
    keep_promise(&mut work.tx, (id, congress, unit), was, now).await?;
    Ok(())
}

async fn attach(
    site: &Site,
    actor: &Actor,
    work: &mut Work<'_>,
    promise: &Promise,
    file: &Blob,
) -> Result<(), Problem> {
    let (id, part, round) = (work.suggestion().id, promise.assignment, promise.round);
    let attachment = AttachmentId::from_uuid(file.id.uuid());
    let sha256 = file.sha256.clone();
    let fact = Fact::AttachmentAdded { attachment, sha256, assignment: Some(part), round: Some(round) };
    work.act(|suggestion, _| Ok((suggestion, fact)))?;
    blobs::record(&mut work.tx, file, site.now()).await?;
    let sql =
        Sql::new("insert into attachment (blob, suggestion, assignment, round, promise, added, added_by) values ");
    let sql = sql.list([
        kit::db::Val::from(file.id),
        id.into(),
        part.into(),
        round.into(),
        promise.id.into(),
        site.now().into(),
        actor.account.into(),
    ]);
    work.tx.run(sql).await?;
    Ok(())
}

/// What the unit ticked in its letter becomes promises, while the letter is signed. A letter that cannot be signed now is refused after it.
pub(super) async fn keep_vows(work: &mut Work<'_>, part: AssignmentId) -> Result<(), Problem> {
    let id = work.suggestion().id;
    let own = work.suggestion().stage.handling().and_then(|handling| handling.handlers.find(part)).cloned();
    let Some(letter) = own.as_ref().and_then(|own| own.round()).and_then(|round| round.letter()) else { return Ok(()) };
    if letter.points.iter().all(|point| point.vow().is_none()) {
        return Ok(());
    }
    let made = promises(&mut work.tx, id).await?;
    let vows = own.as_ref().into_iter().flat_map(|own| letter.vows(own, &made));
    let vows: Vec<_> = vows.map(|(words, due)| (words.clone(), due)).collect();
    for vow in vows {
        let new: PromiseId = work.site.new_id();
        let mut promise = None;
        work.act(|suggestion, given| {
            let (made, fact) = suggestion.keep_vow(part, new, vow, given)?;
            promise = Some(made);
            Ok((suggestion, fact))
        })?;
        if let Some(promise) = promise {
            keep(work, None, &promise).await?;
        }
    }
    Ok(())
}

/// Whether the promises of a part are what the congress requires before its reply is signed.
pub(super) async fn enough(work: &mut Work<'_>, part: AssignmentId, class: &str) -> Result<(), Problem> {
    let id = work.suggestion().id;
    let all = promises(&mut work.tx, id).await?;
    let suggestion = work.suggestion();
    let own = suggestion.stage.handling().and_then(|handling| handling.handlers.find(part));
    let own = own.ok_or(Refusal::NoAssignment).map_err(Refused::from)?;
    suggestion.promised_enough(own, &all, class, work.book()).map_err(|refusal| Refused::from(refusal).into())
}
