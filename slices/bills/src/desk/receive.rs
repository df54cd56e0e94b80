//! 登记: the office enters a bill that an organ puts.

use accounts_rules::{Actor, Right};
use bills_rules::{Bill, BillId, Given, Organ, Sheet};
use kernel::{BodyId, Refusal as Family, Refused, Text};
use kit::{Problem, Site, journal, web::api::Once};
use serde::Serialize;

use super::{
    recorded,
    submit::{defects, sitting_in},
};
use crate::{
    queries::{level_of, national},
    store,
};

/// What the organ's letter says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FromOrgan {
    /// Which kind of organ.
    pub organ: Organ,
    /// Its name as it signs.
    pub name: Text<60>,
    /// The bill.
    pub sheet: Sheet,
}

/// The office enters it.
///
/// # Errors
/// Beside its field, whatever is missing; when such an organ may not put a bill here, or the congress does not sit.
pub async fn receive(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    letter: FromOrgan,
    once: &Once,
) -> Result<BillId, Problem> {
    actor.may(Right::BillReceive, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    defects(&letter.sheet).check()?;
    let id = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &letter, id).await? {
        return Ok(before);
    }
    if national(&mut tx, congress).await? {
        return Err(Refused::new(Family::Unfit, "bills-refused-national").into());
    }
    let sitting = sitting_in(&mut tx, site, congress).await?;
    let terms = store::terms(&mut tx, sitting.session).await?.terms;
    let given = Given { now: site.now(), level: level_of(&mut tx, congress).await?, terms: &terms };
    let who = (letter.organ, letter.name);
    let (bill, fact) = Bill::receive(id, congress, sitting, who, letter.sheet, &given).map_err(Refused::from)?;
    store::begin(&mut tx, &bill, site.now()).await?;
    journal::append(&mut tx, recorded(site, actor, congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(id)
}
