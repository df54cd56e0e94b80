//! Another working calendar was published: open days that stood by the one before are counted again, in every congress, without
//! anybody asking; each suggestion keeps the fact, and who has the matter is told which day moved.

use accounts_rules::Actor;
use kernel::WorkingCalendar;
use kit::{
    Fault, Site,
    calendar::{self, LAID},
    db::{Ask, Sql},
    jobs::{self, Work},
    journal,
};
use suggestions_rules::{Given, SuggestionId};

use super::recorded;
use crate::store::{Counts, read, rule_book, save, take};

/// The job that an import leaves behind.
pub const COUNT_AGAIN: Work = Work { kind: LAID, doing: |site, given| Box::pin(count_again(site, given)) };

/// Matters looked at in one go.
const PAGE: i64 = 500;

/// Every open matter of every congress, one by one: nobody waits for the writer while others are looked at, and what was moved stays
/// moved when the job is begun again.
async fn count_again(site: &Site, given: &jobs::Given) -> Result<(), Fault> {
    let before = calendar::before(site, given).await?;
    let mut last = None;
    loop {
        let mut look = site.db().look().await?;
        let page = open(&mut look, last).await?;
        drop(look);
        let Some(end) = page.last().copied() else { return Ok(()) };
        for id in page {
            one(site, id, &before).await?;
        }
        last = Some(end);
    }
}

pub(super) async fn open(ask: &mut impl Ask, after: Option<SuggestionId>) -> Result<Vec<SuggestionId>, Fault> {
    let sql = Sql::new("select id from suggestion where stage in ('submitted', 'accepted', 'numbered', 'handling')");
    let sql = match after {
        Some(id) => sql.add(" and id > {}").bind(id),
        None => sql,
    };
    let rows: Vec<(SuggestionId,)> = ask.all(sql.add(" order by id limit {}").bind(PAGE)).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Moves the days of one matter, where the calendar moves any.
async fn one(site: &Site, id: SuggestionId, before: &WorkingCalendar) -> Result<(), Fault> {
    let mut look = site.db().look().await?;
    let Some(seen) = read(&mut look, id).await?.map(|kept| kept.suggestion) else { return Ok(()) };
    let (calendar, now) = (site.calendar(), site.now());
    let book = rule_book(&mut look, seen.congress, seen.session).await?;
    drop(look);
    let given = Given { now, book: &book, calendar: &calendar };
    if seen.drift_from(before, &given).is_empty() {
        return Ok(());
    }
    let mut tx = site.db().begin().await?;
    let Some(was) = take(&mut tx, id).await?.map(|kept| kept.suggestion) else { return Ok(()) };
    // Somebody may have moved on between the look and the lock; then the transaction is dropped.
    let Ok((moved, fact)) = was.clone().recount_from(before, &given) else { return Ok(()) };
    let mut counts = Counts::default();
    save(&mut tx, &was, &moved, &mut counts).await?;
    counts.write(&mut tx).await?;
    journal::append(&mut tx, recorded(site, &Actor::nobody(), was.congress, id, fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}
