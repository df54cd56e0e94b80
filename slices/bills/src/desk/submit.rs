//! 提交、撤回.

use accounts_rules::{Actor, Right};
use bills_rules::{BillId, Defect, Filer, Sheet, Sitting};
use kernel::{BodyId, Day, Refusal as Family, Refused};
use kit::{
    Problem, Site,
    db::Ask,
    web::{Errors, Wrong},
};

use super::{Reason, Work, hand};
use crate::{
    queries::sitting,
    store::{Kept, terms},
};

/// The lead deputy hands it in, in the session that sits.
///
/// # Errors
/// Beside its field, whatever is missing on the sheet; when too few have signed, the congress does not sit, or it is too late.
pub async fn submit(site: &Site, actor: &Actor, id: BillId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let congress = work.congress();
    actor.may(Right::BillFile, congress)?;
    let hand = hand(actor)?;
    let sitting = sitting_in(&mut work.tx, site, congress).await?;
    let terms = terms(&mut work.tx, sitting.session).await?.terms;
    work.under(terms);
    if work.bill().lead() == Some(hand.person) {
        defects(&work.bill().sheet).check()?;
    }
    work.act(|bill, given| bill.submit(hand, sitting, given))?;
    work.finish().await
}

/// Those who put it withdraw it; from the agenda, this asks for the presidium's consent. The office does it for an organ,
/// and for deputies who put it on paper, from their letter.
///
/// # Errors
/// When it is another's, not handed in, voted on, or ended.
pub async fn withdraw(site: &Site, actor: &Actor, id: BillId, reason: Reason) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let by = match work.bill().filer {
        Filer::Organ { .. } => {
            actor.may(Right::BillReceive, work.congress())?;
            None
        }
        Filer::Deputies { paper: true, lead, .. } if actor.stands_for() != Some(lead) => {
            actor.may(Right::BillReceive, work.congress())?;
            None
        }
        Filer::Deputies { .. } => {
            actor.may(Right::BillFile, work.congress())?;
            Some(hand(actor)?)
        }
    };
    let reason = work.words("withdrawal", reason);
    work.act(|bill, given| bill.withdraw(by, reason, given))?;
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
            Defect::Grounds(error) => ("grounds", error.into()),
            Defect::Proposal(error) => ("proposal", error.into()),
            Defect::Publish => ("publish", Wrong::new("kit-form-choose")),
            Defect::NotPublicBecause(error) => ("not_public_because", error.into()),
        };
        errors.note(field, wrong);
    }
    errors
}

/// The latest session of the congress.
pub(super) async fn sitting_in(ask: &mut impl Ask, site: &Site, congress: BodyId) -> Result<Sitting, Problem> {
    sitting_on(ask, congress, site.today()).await
}

/// The latest session of the congress opened by that day, and whether it sat on it.
pub(super) async fn sitting_on(ask: &mut impl Ask, congress: BodyId, day: Day) -> Result<Sitting, Problem> {
    let found = sitting(ask, congress, day).await?;
    found.ok_or_else(|| Refused::new(Family::NotNow, "bills-refused-no-session").into())
}
