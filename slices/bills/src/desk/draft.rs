//! 起草: begin, edit, throw away.

use accounts_rules::{Actor, Right};
use bills_rules::{Bill, BillId, Sheet};
use kernel::{BodyId, Refused};
use kit::{
    Problem, Site, journal,
    web::{
        Stale,
        api::{Once, Saw},
    },
};

use super::{
    Work, hand, recorded,
    submit::{beside, defects, sitting_in},
};
use crate::store::{self, Kept};

/// A deputy begins a draft. The sheet is kept as typed, complete or not.
///
/// # Errors
/// When the actor puts no bills in that congress, or the congress has held no session yet.
pub async fn begin(site: &Site, actor: &Actor, congress: BodyId, sheet: Sheet, once: &Once) -> Result<BillId, Problem> {
    actor.may(Right::BillFile, congress)?;
    let (hand, account) = (hand(actor)?, actor.account.ok_or(Problem::SignIn)?);
    let sheet = sheet.as_draft().map_err(beside)?;
    let id = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &sheet, id).await? {
        return Ok(before);
    }
    let sitting = sitting_in(&mut tx, site, congress).await?;
    let (draft, fact) = Bill::draft(id, congress, sitting.session, hand, sheet).map_err(Refused::from)?;
    store::begin(&mut tx, &draft, site.now()).await?;
    journal::append(&mut tx, recorded(site, actor, congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(id)
}

/// The sheet is changed by who has seen it as it stands: by the lead deputy; of a bill on paper, by the office that typed it.
///
/// # Errors
/// With both versions when somebody changed it meanwhile; when it lies with the congress; when it is not the actor's.
pub async fn edit(site: &Site, actor: &Actor, id: BillId, seen: i64, sheet: Sheet) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    if work.bill().on_paper() && actor.may(Right::BillReceive, work.congress()).is_ok() {
        return retype(work, seen, sheet).await;
    }
    actor.may(Right::BillFile, work.congress())?;
    let hand = hand(actor)?;
    if work.bill().lead() == Some(hand.person) && work.version() != seen {
        return Err(Problem::Stale(Box::new(both(id, work.version(), &sheet, &work.bill().sheet))));
    }
    let sheet = sheet.as_draft().map_err(beside)?;
    work.act(|bill, _| bill.edit(hand, sheet))?;
    work.finish().await
}

/// The office mends what it typed off a signed sheet.
async fn retype(mut work: Work<'_>, seen: i64, sheet: Sheet) -> Result<Kept, Problem> {
    if work.version() != seen {
        return Err(Problem::Stale(Box::new(both(work.bill().id, work.version(), &sheet, &work.bill().sheet))));
    }
    let sheet = sheet.as_draft().map_err(beside)?;
    if work.bill().is_retypable() {
        defects(&sheet).check()?;
    }
    work.act(|bill, _| bill.retype(sheet))?;
    work.finish().await
}

/// The lead deputy throws a draft away with its words and the names of those asked. What stays is the fact that there was one.
///
/// # Errors
/// When not the lead in person, or when it was handed in once; then it is withdrawn. When it was changed since it was read.
pub async fn discard(site: &Site, actor: &Actor, id: BillId, saw: Saw) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let congress = work.congress();
    actor.may(Right::BillFile, congress)?;
    let hand = hand(actor)?;
    let fact = work.bill().clone().discard(hand).map_err(Refused::from)?;
    work.is_as(saw)?;
    store::discard(&mut work.tx, &work.was.bill).await?;
    journal::append(&mut work.tx, recorded(site, actor, congress, id.uuid(), fact)).await?;
    work.tx.commit().await?;
    site.wrote();
    Ok(())
}

fn both(id: BillId, version: i64, mine: &Sheet, stands: &Sheet) -> Stale {
    let yes = |answer: bool| if answer { "1" } else { "0" }.to_owned();
    let fields = |sheet: &Sheet| {
        vec![
            ("title", "bills-field-title", sheet.title.clone()),
            ("grounds", "bills-field-grounds", sheet.grounds.clone()),
            ("proposal", "bills-field-proposal", sheet.proposal.clone()),
            ("publish", "bills-field-publish", sheet.publish.map(yes).unwrap_or_default()),
            ("not_public_because", "bills-field-not-public-because", sheet.not_public_because.clone()),
        ]
    };
    Stale::between(format!("/bills/{id}"), version, fields(mine), fields(stands))
}
