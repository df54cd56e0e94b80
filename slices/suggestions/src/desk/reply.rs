//! 答复: draft, check, sign, deliver.

use accounts_rules::{Actor, Right};
use kernel::Text;
use kit::{
    Problem, Site,
    web::{Filled, Stale, api},
};
use suggestions_rules::{AssignmentId, Letter, Refusal, RoundStage, Suggestion, SuggestionId};

use super::{Reason, Saw, Work, account, contact, promise};
use crate::{
    points::{self, PointJson},
    store::Kept,
};

/// The unit drafts or redrafts its reply; `seen` is the [`edition`] it was written over. The same letter sent again is kept
/// once: a client that heard no answer may repeat it.
///
/// # Errors
/// With both letters when somebody changed it meanwhile; when the unit does not reply, has not signed for it, or when the reply is
/// past drafting; when the day of a promise in it does not fit.
pub async fn draft(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    seen: i64,
    letter: Letter,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyDraft, work.unit(part)?)?;
    if let Some(stage) = stage(work.suggestion(), part) {
        let lies = match stage {
            RoundStage::Drafted { letter } | RoundStage::SentBack { letter, .. } => Some(letter),
            RoundStage::Awaited => None,
            _ => Some(&letter), // past drafting: the rule says so
        };
        if lies == Some(&letter) && matches!(stage, RoundStage::Drafted { .. }) {
            return Ok(work.unchanged());
        }
        if lies != Some(&letter) && edition(lies) != seen {
            let at = format!("/suggestions/{id}/assignments/{part}/reply");
            let stale = Stale::between(at, edition(lies), fields(Some(&letter)), fields(lies));
            let points: Vec<PointJson> = letter.points.iter().map(PointJson::from).collect();
            let hidden = stale.hidden.into_iter().filter(|(name, _)| name != "points");
            let hidden = hidden.chain(points::fields(&points)).collect();
            return Err(Problem::Stale(Box::new(Stale { back: format!("/suggestions/{id}"), hidden, ..stale })));
        }
    }
    work.act(|suggestion, given| match letter.unfit_vow(given) {
        Some(_) => Err(Refusal::PromiseDayUnfit),
        None => suggestion.draft_reply(part, letter),
    })?;
    work.finish().await
}

/// The version of a letter: what its next editor must have seen. 0 while there is none.
#[must_use]
pub fn edition(letter: Option<&Letter>) -> i64 {
    let Some(letter) = letter else { return 0 };
    let number = letter.number.as_ref().map_or("", Text::as_str);
    let publish = if letter.publish { "1" } else { "0" };
    let because = letter.kept_because.as_ref().map_or("", Text::as_str);
    let points = points::said(&letter.points);
    let responsible = letter.responsible.as_ref().map_or("", Text::as_str);
    let contact = letter.contact.as_str();
    api::edition(&[number, letter.body.as_str(), contact, responsible, publish, because, &points])
}

fn fields(letter: Option<&Letter>) -> Vec<Filled> {
    let said = |of: fn(&Letter) -> String| letter.map(of).unwrap_or_default();
    vec![
        (
            "number",
            "suggestions-field-letter-number",
            said(|l| l.number.as_ref().map(ToString::to_string).unwrap_or_default()),
        ),
        ("body", "suggestions-field-letter-body", said(|l| l.body.to_string())),
        ("points", "suggestions-points", said(|l| points::said(&l.points))),
        (
            "responsible",
            "suggestions-field-responsible",
            said(|l| l.responsible.as_ref().map(ToString::to_string).unwrap_or_default()),
        ),
        ("contact", "suggestions-field-contact", said(|l| l.contact.to_string())),
        ("publish", "suggestions-field-letter-publish", said(|l| if l.publish { "1" } else { "0" }.to_owned())),
        (
            "not_public_because",
            "suggestions-field-letter-kept-because",
            said(|l| l.kept_because.as_ref().map(ToString::to_string).unwrap_or_default()),
        ),
    ]
}

/// How far the reply of that part has come.
fn stage(suggestion: &Suggestion, part: AssignmentId) -> Option<&RoundStage> {
    Some(&suggestion.stage.handling()?.handlers.find(part)?.round()?.stage)
}

/// The draft goes to the assigning body to be checked.
///
/// # Errors
/// When there is no draft, or it was changed since it was read.
pub async fn send_to_check(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    saw: Saw,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyDraft, work.unit(part)?)?;
    work.act(|suggestion, given| suggestion.send_to_check(part, given))?;
    work.has_letter(part, saw)?;
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
/// As [`send_back`]; when the letter was changed since it was read.
pub async fn pass(site: &Site, actor: &Actor, id: SuggestionId, part: AssignmentId, saw: Saw) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyCheck, work.congress())?;
    work.act(|suggestion, given| suggestion.pass(part, given))?;
    work.has_letter(part, saw)?;
    work.finish().await
}

/// The unit's head signs it with a class of the congress's dictionary.
///
/// # Errors
/// When it has not passed the check where one is required, when the dictionary has no such class, or when a talk with the
/// deputies or a promise is missing where the congress requires it; when the letter was changed since it was read.
pub async fn sign(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    class: &str,
    saw: Saw,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplySign, work.unit(part)?)?;
    let signer = account(actor)?;
    contact::enough(&mut work, part).await?;
    promise::keep_vows(&mut work, part).await?;
    promise::enough(&mut work, part, class).await?;
    work.act(|suggestion, given| suggestion.sign_reply(part, signer, class, given))?;
    work.has_letter(part, saw)?;
    work.finish().await
}

/// The signed reply goes to every signer.
///
/// # Errors
/// When it is not signed, or is another letter than was read.
pub async fn deliver(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    saw: Saw,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyDeliver, work.unit(part)?)?;
    work.act(|suggestion, given| suggestion.deliver(part, given))?;
    work.has_letter(part, saw)?;
    work.finish().await
}
