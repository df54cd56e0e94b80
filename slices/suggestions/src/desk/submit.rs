//! 提交、撤回.

use accounts_rules::{Actor, Right};
use kit::{
    Problem, Site,
    web::{Errors, Wrong},
};
use suggestions_rules::{Defect, MOST_WISHES, Sheet, SuggestionId};

use super::{Reason, Saw, Work, draft::in_session, hand, merge::parted};
use crate::store::Kept;

/// The lead deputy hands it in.
///
/// # Errors
/// Beside its field, whatever is missing on the sheet; when typed by another and not confirmed; when handed in already, or changed since it was read.
pub async fn submit(site: &Site, actor: &Actor, id: SuggestionId, saw: Saw) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let congress = work.congress();
    actor.may(Right::SuggestionFile, congress)?;
    let hand = hand(actor)?;
    let sitting = in_session(&mut work.tx, site, congress).await?;
    if work.suggestion().lead.person == hand.person {
        defects(&work.suggestion().sheet).check()?;
    }
    work.act(|suggestion, given| suggestion.submit(hand, sitting.session, sitting.occasion, given))?;
    work.is_as(saw)?;
    work.finish().await
}

/// The lead deputy takes it back in writing; handling ends at once, and those that went with it go on by themselves.
///
/// # Errors
/// When not the lead in person, not handed in, or closed.
pub async fn withdraw(site: &Site, actor: &Actor, id: SuggestionId, reason: Reason) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionFile, work.congress())?;
    let hand = hand(actor)?;
    let reason = work.words("withdraw", reason);
    work.act(|suggestion, given| suggestion.withdraw(hand, reason, given))?;
    work.along = parted(&mut work.tx, id).await?;
    work.finish().await
}

/// What keeps the sheet from being handed in, beside the fields of the form.
#[must_use]
pub fn defects(sheet: &Sheet) -> Errors {
    beside(sheet.complete().err().unwrap_or_default())
}

/// Defects as sentences beside the fields they are in.
pub(super) fn beside(defects: Vec<Defect>) -> Errors {
    let mut errors = Errors::default();
    for defect in defects {
        let (field, wrong) = match defect {
            Defect::Title(error) => ("title", error.into()),
            Defect::Body(error) => ("body", error.into()),
            Defect::Source => ("source", Wrong::new("kit-form-choose")),
            Defect::Publish => ("publish", Wrong::new("kit-form-choose")),
            Defect::NotPublicBecause(error) => ("not_public_because", error.into()),
            Defect::Wishes(has) => {
                ("wish", Wrong::new("suggestions-wrong-many-wishes").with("most", MOST_WISHES).with("has", has))
            }
        };
        errors.note(field, wrong);
    }
    errors
}
