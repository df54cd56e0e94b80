//! 查看联系方式: with a reason that stands in the journal before anything is shown.

use std::collections::BTreeMap;

use accounts_rules::Actor;
use kernel::{BodyId, Moment, Refusal, Refused, Text};
use kit::{Fault, Problem, Site, journal};
use opinions_rules::{Fact, OpinionId};

use super::recorded;
use crate::{
    queries::book,
    sight,
    store::{self, Sealed},
};

/// Opens the sealed data.
///
/// # Errors
/// As if there were none, for who does not see the opinion; refused to those who may not open it, or opened as many today as the rule book allows.
pub async fn open(site: &Site, actor: &Actor, id: OpinionId, reason: &Text<200>) -> Result<Sealed, Problem> {
    let mut tx = site.db().begin().await?;
    let (kept, _) = sight::seen(&mut tx, actor, id).await?;
    sight::may_open(actor, &kept)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let book = book::of_congress(&mut tx, kept.opinion.holder).await?;
    let most = book.opinions.openings.value;
    // Who copies a whole list stops here; who needs one is not stopped.
    if store::opened(&mut tx, account, site.today()).await? > i64::from(most) {
        return Err(Refused::new(Refusal::NotNow, "opinions-refused-openings").with("most", most).into());
    }
    let sealed = store::sealed(&mut tx, id).await?;
    let fact = Fact::ContactOpened { reason: reason.to_string() };
    journal::append(&mut tx, recorded(site, actor, &kept.opinion, fact)).await?;
    tx.commit().await?;
    Ok(sealed)
}

/// Erases the sealed data and the recording of what was over long enough, by each congress's rule book (个人信息保护法 19).
pub async fn forget_old(site: &Site) -> Result<(), Fault> {
    let sql = "select o.id, o.holder, o.at from opinion o \
               join (select opinion from opinion_contact union select opinion from opinion_file where voice = 1) c on c.opinion = o.id \
               where o.stage in ('answered', 'elsewhere', 'closed') order by o.holder, o.id";
    let all: Vec<(OpinionId, BodyId, Moment)> = site.db().all(sql).await?;
    let mut books: BTreeMap<BodyId, u16> = BTreeMap::new();
    for (id, holder, at) in all {
        let days = match books.get(&holder) {
            Some(days) => *days,
            None => book::of_congress(&mut site.db(), holder).await?.opinions.forget.value,
        };
        books.insert(holder, days);
        if days > 0 && site.today() >= at.day().plus_days(days.into()) {
            erase(site, id).await?;
        }
    }
    Ok(())
}

async fn erase(site: &Site, id: OpinionId) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    let Some(kept) = store::read(&mut tx, id).await? else { return Ok(()) };
    if store::forget(&mut tx, id).await? {
        journal::append(&mut tx, recorded(site, &Actor::nobody(), &kept.opinion, Fact::ContactForgotten)).await?;
        tx.commit().await?;
        site.wrote();
    }
    Ok(())
}
