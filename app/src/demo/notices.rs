//! What the people of the demonstration have been told lately: the notices of the last facts, most of them read.

use std::collections::BTreeMap;

use kernel::{Moment, PersonId};
use kit::{
    Fault, Site,
    db::Sql,
    journal::{self, Entry},
};
use uuid::Uuid;

use super::world::{World, repeatable};

/// Facts at the end of the journal that somebody was told of.
const LAST: i64 = 300;
/// Of each suggestion of the deputies whose accounts are shown.
const OF_EACH: usize = 5;
/// What is older has been read.
const READ_AFTER: i64 = 4 * 86_400_000;

/// What is needed of the world to tell it.
pub struct Told {
    seed: u64,
    now: Moment,
    /// The deputies whose accounts are shown.
    people: Vec<PersonId>,
}

impl Told {
    /// Remembers what is needed before the world is handed on.
    pub fn of(world: &World) -> Result<Self, Fault> {
        let shown = world.top()?.deputies.iter().take(2).filter_map(|at| world.people.get(*at));
        Ok(Self { seed: world.seed, now: world.now, people: shown.map(|deputy| deputy.person).collect() })
    }

    /// Lets the follower take in the last facts, and the round of reminders go once.
    pub async fn fill(self, site: &Site) -> Result<(), Fault> {
        let site = repeatable(site, self.seed, self.now)?;
        let (head, _) = journal::head(site.db()).await?;
        let mut facts: BTreeMap<i64, Entry> = BTreeMap::new();
        let mut note = |entries: Vec<Entry>| facts.extend(entries.into_iter().map(|entry| (entry.seq, entry)));
        note(journal::after(site.db(), (head - LAST).max(0), LAST).await?);
        let sql = Sql::new("select id from suggestion where lead in ").list(self.people).add(" order by id");
        for (id,) in site.db().all::<(Uuid,)>(sql).await? {
            let mut all = journal::of_subject(&mut site.db(), id).await?;
            note(all.split_off(all.len().saturating_sub(OF_EACH)));
        }
        let mut tx = site.db().begin().await?;
        for entry in facts.values() {
            (::notices::FOLLOWER.effect)(&site, &mut tx, entry).await?;
        }
        let old = self.now.plus_millis(-READ_AFTER);
        tx.run(Sql::new("update notice set read = at where at < {}").bind(old)).await?;
        tx.run(Sql::new("update follower set seq = {} where name = {}").bind(head).bind(::notices::FOLLOWER.name))
            .await?;
        tx.commit().await?;
        ::notices::remind::remind(&site).await
    }
}
