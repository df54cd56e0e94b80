//! 登记代表议案（纸质）: the office enters a sheet that deputies have signed.

use accounts_rules::{Actor, Right};
use bills_rules::{Bill, BillId, Given, OnPaper};
use kernel::{BodyId, PersonId, Refusal as Family, Refused};
use kit::{
    Problem, Site, journal,
    web::{Errors, Wrong, api::Once},
};

use super::{
    recorded,
    submit::{defects, sitting_on},
};
use crate::{
    queries::{level_of, national, not_in_office},
    store,
};

/// Most signers of one sheet.
pub const MOST_SIGNERS: usize = 1000;

/// The office enters it. Deadline and session are those of the moment at which it was received; everybody named on it is told.
///
/// # Errors
/// Beside its field, whatever is missing; when somebody named is no deputy in office, too few have signed, or the congress did not sit.
pub async fn receive(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    sheet: OnPaper,
    once: &Once,
) -> Result<BillId, Problem> {
    actor.may(Right::BillReceive, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    defects(&sheet.sheet).check()?;
    if sheet.signers.len() > MOST_SIGNERS {
        return Err(Errors::one("signers", Wrong::new("bills-wrong-too-many").with("most", MOST_SIGNERS)).into());
    }
    let id = site.new_id();
    let mut tx = site.db().begin().await?;
    let asked = (congress, sheet.lead, &sheet.signers, sheet.received.millis(), &sheet.sheet);
    if let Some(before) = once.claim(&mut tx, site, account, &asked, id).await? {
        return Ok(before);
    }
    if national(&mut tx, congress).await? {
        return Err(Refused::new(Family::Unfit, "bills-refused-national").into());
    }
    let named: Vec<PersonId> = sheet.signers.iter().copied().chain([sheet.lead]).collect();
    let strangers = not_in_office(&mut tx, congress, &named).await?;
    if !strangers.is_empty() {
        let refused = Refused::new(Family::Unfit, "bills-refused-not-deputies").with("count", strangers.len());
        return Err(refused.into());
    }
    let sitting = sitting_on(&mut tx, congress, sheet.received.day()).await?;
    let terms = store::terms(&mut tx, sitting.session).await?.terms;
    let given = Given { now: site.now(), level: level_of(&mut tx, congress).await?, terms: &terms };
    let (bill, fact) = Bill::receive_paper(id, congress, sitting, sheet, &given).map_err(Refused::from)?;
    store::begin(&mut tx, &bill, site.now()).await?;
    journal::append(&mut tx, recorded(site, actor, congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(id)
}
