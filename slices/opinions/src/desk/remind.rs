//! 超期提醒: whoever lets a person wait beyond the clock of the rule book is told once, and the office with them; the person reads that it was so.

use std::collections::{BTreeMap, btree_map::Entry};

use accounts_rules::Actor;
use kernel::{BodyId, Moment};
use kit::{Fault, Site, journal, row};
use opinions_rules::{Fact, OpinionId, Stage, Waits};
use suggestions_rules::RuleBook;

use super::recorded;
use crate::{
    queries::{book, list},
    store::{self, StepKept},
};

row! {
    /// An opinion whose clock runs, and of which nobody was told that it ran out.
    struct Running {
        id: OpinionId,
        holder: BodyId,
        stage: String,
        at: Moment,
        signed: Option<Moment>,
        hard: Option<bool>,
    }
}

/// Tells of every clock that ran out since the last look.
pub async fn remind(site: &Site) -> Result<(), Fault> {
    let sql = "select o.id, o.holder, o.stage, o.at, o.signed_for, \
               case when o.stage = 'suggested' then 1 else o.hard end from opinion o \
               where (o.stage in ('received', 'proposed', 'assigned', 'hotline') or (o.stage = 'suggested' and o.suggestion is null)) \
               and not exists \
               (select 1 from opinion_step s where s.opinion = o.id and s.step = 'overdue' and s.at > o.at) \
               order by o.holder, o.id";
    let all: Vec<Running> = site.db().all(sql).await?;
    let (now, calendar) = (site.now(), site.calendar());
    let mut books: BTreeMap<BodyId, RuleBook> = BTreeMap::new();
    for it in all {
        let book = match books.entry(it.holder) {
            Entry::Occupied(read) => read.into_mut(),
            Entry::Vacant(place) => place.insert(book::of_congress(&mut site.db(), it.holder).await?),
        };
        let stage = list::running(&it.stage, (it.at, it.signed, it.hard), it.holder);
        let waits = stage.and_then(|stage| Waits::of(&stage, &book.opinions, &calendar));
        if waits.is_some_and(|waits| waits.late(now)) {
            tell(site, &it).await?;
        }
    }
    Ok(())
}

async fn tell(site: &Site, it: &Running) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    // Whoever acted meanwhile is not told.
    let Some(kept) = store::read(&mut tx, it.id).await? else { return Ok(()) };
    let opinion = kept.opinion;
    if opinion.stage.word() != it.stage || opinion.stage.at() != it.at {
        return Ok(());
    }
    let unit = match &opinion.stage {
        Stage::Assigned { unit, .. } => Some(*unit),
        _ => None,
    };
    let step = StepKept { at: site.now(), step: "overdue", body: unit, words: "", open: true };
    store::step(&mut tx, it.id, &step).await?;
    // Of a suggestion that nobody wrote yet deputy and office hear alike.
    let first_word = matches!(opinion.stage, Stage::Received { .. } | Stage::Proposed { .. } | Stage::Suggested { .. });
    journal::append(&mut tx, recorded(site, &Actor::nobody(), &opinion, Fact::Overdue { unit, first_word })).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}
