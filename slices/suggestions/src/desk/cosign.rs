//! 征集附议: ask, confirm, decline.

use accounts_rules::{Actor, Right};
use kernel::{PersonId, Refusal as Family, Refused};
use kit::{Problem, Site, web::api::Saw};
use suggestions_rules::SuggestionId;

use super::{Work, hand};
use crate::{queries::not_in_office, store::Kept};

/// The lead deputy asks others of the same congress to second it.
///
/// # Errors
/// When somebody named is no deputy in office of that congress, when nobody new is named, when it lies with the congress.
pub async fn invite(site: &Site, actor: &Actor, id: SuggestionId, people: &[PersonId]) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let congress = work.congress();
    actor.may(Right::SuggestionFile, congress)?;
    let hand = hand(actor)?;
    let strangers = not_in_office(&mut work.tx, congress, people).await?;
    if !strangers.is_empty() {
        let refused = Refused::new(Family::Unfit, "suggestions-refused-not-deputies").with("count", strangers.len());
        return Err(refused.into());
    }
    work.act(|suggestion, given| suggestion.invite(hand, people, given))?;
    work.finish().await
}

/// A deputy who was asked confirms that it is the own true wish.
///
/// # Errors
/// When not asked, not in person, answered already, or handed in already; when it was changed since it was read.
pub async fn confirm(site: &Site, actor: &Actor, id: SuggestionId, saw: Saw) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionCosign, work.congress())?;
    let hand = hand(actor)?;
    work.act(|suggestion, given| suggestion.cosign(hand, given))?;
    work.is_as(saw)?;
    work.finish().await
}

/// A deputy who was asked says no.
///
/// # Errors
/// As [`confirm`].
pub async fn decline(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionCosign, work.congress())?;
    let hand = hand(actor)?;
    work.act(|suggestion, given| suggestion.decline_cosign(hand, given))?;
    work.finish().await
}
