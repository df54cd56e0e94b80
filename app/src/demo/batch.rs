//! Suggestions in great numbers: written by one thread while another puts the ones before into the tables.

use std::{collections::BTreeMap, sync::Arc};

use demo::Chance;
use kernel::{BodyId, Moment};
use kit::{
    Fault, Site,
    db::{Tx, Val},
    outbox::HOOKS,
};
use tokio::sync::mpsc;

use super::{
    Progress,
    rows::{Counts, Rows},
    tale::{Draft, series, tell},
    world::World,
};

/// Suggestions put into one transaction.
const AT_A_TIME: usize = 10_000;

/// The number each suggestion gets in its series; 0 for those that have none.
struct Numbers {
    of: Vec<u32>,
    /// The suggestions in the order of their drafts. They are put in in this order, as a congress would have: then rows and
    /// indexes, whose keys begin with their time, grow at their ends instead of everywhere at once.
    order: Vec<u64>,
    last: BTreeMap<(BodyId, String), u32>,
}

/// Puts all suggestions in.
pub async fn fill(site: &Site, world: World, progress: &mut impl FnMut(Progress)) -> Result<(), Fault> {
    let (of, now) = (world.total, world.now);
    let world = Arc::new(world);
    let (send, mut batches) = mpsc::channel::<Result<Rows, Fault>>(2);
    let numbering = Arc::clone(&world);
    let writer = tokio::task::spawn_blocking(move || {
        let numbers = Numbers::give(&numbering);
        write(&numbering, &numbers, &send);
        numbers.last
    });
    let (mut counts, mut done) = (Counts::new(), 0);
    progress(Progress { what: "suggestions", done, of });
    while let Some(rows) = batches.recv().await {
        let rows = rows?;
        done += rows.len() as u64;
        let mut tx = site.db().begin().await?;
        for (key, count) in rows.write(&mut tx).await? {
            *counts.entry(key).or_default() += count;
        }
        tx.commit().await?;
        progress(Progress { what: "suggestions", done, of });
    }
    let last = writer.await.map_err(|broken| Fault::caused("writing suggestions broke off", broken))?;
    let mut tx = site.db().begin().await?;
    finish(&mut tx, counts, last, now).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

fn write(world: &World, numbers: &Numbers, send: &mpsc::Sender<Result<Rows, Fault>>) {
    let mut rows = Rows::default();
    for index in numbers.order.iter().copied() {
        let Some(draft) = draw(world, index) else { continue };
        match tell(world, &draft, numbers.of(index)) {
            Ok(tale) => rows.take(tale),
            Err(refusal) => {
                let fault = Fault::new(format_args!("suggestion {index} was refused: {refusal:?}"));
                let _nobody_listens = send.blocking_send(Err(fault));
                return;
            }
        }
        if rows.len() >= AT_A_TIME && send.blocking_send(Ok(std::mem::take(&mut rows))).is_err() {
            return;
        }
    }
    let _nobody_listens = send.blocking_send(Ok(rows));
}

/// The congress a suggestion is raised in: the first ones, and all when they are gathered, in the highest.
fn draw(world: &World, index: u64) -> Option<Draft<'_>> {
    let mut chance = Chance::of(world.seed, "congress", index);
    let last = world.shares.last().copied().unwrap_or(0);
    let drawn = chance.below(last);
    let at =
        if world.gathered || index < demo::SHOWN { 0 } else { world.shares.partition_point(|share| *share <= drawn) };
    Draft::draw(world, world.congresses.get(at)?, index)
}

impl Numbers {
    /// Dense in each series, in the order in which suggestions were accepted.
    fn give(world: &World) -> Self {
        let (mut accepted, mut order) = (Vec::new(), Vec::new());
        for index in 0..world.total {
            let Some(draft) = draw(world, index) else { continue };
            order.push((draft.story.drafted, index));
            if let Some(at) = draft.story.accepted {
                accepted.push((draft.congress.body, series(world, &draft), at, index));
            }
        }
        accepted.sort_unstable();
        order.sort_unstable();
        let order = order.into_iter().map(|(_, index)| index).collect();
        let mut of = vec![0; usize::try_from(world.total).unwrap_or(0)];
        let mut last = BTreeMap::new();
        for (body, series, _, index) in accepted {
            let n = last.entry((body, series)).or_insert(0);
            *n += 1;
            if let Some(place) = usize::try_from(index).ok().and_then(|at| of.get_mut(at)) {
                *place = *n;
            }
        }
        Self { of, order, last }
    }

    /// The number of one suggestion.
    fn of(&self, index: u64) -> u32 {
        usize::try_from(index).ok().and_then(|at| self.of.get(at)).copied().unwrap_or(0)
    }
}

async fn finish(tx: &mut Tx, counts: Counts, last: BTreeMap<(BodyId, String), u32>, now: Moment) -> Result<(), Fault> {
    let counted = counts.into_iter().map(|((congress, stage, category, session, outcome), n)| -> Vec<Val> {
        vec![congress.into(), stage.into(), category.into(), session.into(), outcome.into(), n.into()]
    });
    let columns = ["congress", "stage", "category", "session", "outcome", "n"];
    tx.bulk("suggestion_count", &columns, counted.collect::<Vec<_>>()).await?;
    let numbered =
        last.into_iter().map(|((congress, series), n)| -> Vec<Val> { vec![congress.into(), series.into(), n.into()] });
    tx.bulk("numbering", &["congress", "series", "last"], numbered.collect::<Vec<_>>()).await?;
    // What happened in the generated past concerns no follower: nobody is to be told of it.
    let head = tx.one::<(i64,)>("select seq from journal_head where one = 1").await?;
    if let Some((head,)) = head {
        tx.bulk("follower", &["name", "seq", "at"], [vec![HOOKS.name.into(), head.into(), now.into()]]).await?;
    }
    Ok(())
}
