//! Feeding the index from the journal, and building it anew.

use std::{collections::BTreeSet, time::Duration};

use futures_util::future::BoxFuture;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use uuid::Uuid;

use super::{Document, Search, Watermark};
use crate::{
    Fault, Site,
    db::{Db, Sql},
    journal::{self, Entry},
};

/// Loads the documents of these matters; one that may not be found (any more) is left out, and leaves the index.
pub type Load = for<'a> fn(&'a Db, Vec<Uuid>) -> BoxFuture<'a, Result<Vec<Document>, Fault>>;
/// Loads the next so many documents after an id, in the order of ids; an empty page is the end.
pub type Pages = for<'a> fn(&'a Db, Option<Uuid>, i64) -> BoxFuture<'a, Result<Vec<Document>, Fault>>;

/// One noun whose matters are searched, as it stands in the application's one table of them.
#[derive(Clone, Copy)]
pub struct Source {
    /// The matter whose text or readers a fact may have changed.
    pub concerns: fn(&Entry) -> Option<Uuid>,
    /// Loads some of the documents.
    pub load: Load,
    /// Loads all of them, page by page.
    pub pages: Pages,
}

/// Facts read at a time.
const FACTS: i64 = 2_000;
/// Documents asked for by their ids at a time: few, for each number of them is a statement of its own.
const BATCH: usize = 200;
/// Documents loaded at a time, when all are.
const PAGE: i64 = 500;
/// Documents put between two commits, when many come at once.
const LOOSE: usize = 20_000;
/// Facts that concern nobody are remembered only so often.
const IDLE_FACTS: i64 = 20_000;
/// The least time between two commits: what was written is found within this and the length of a commit.
const REST: Duration = Duration::from_millis(400);
/// How long to wait for news of other processes.
const WAIT: Duration = Duration::from_millis(500);

/// The one who feeds an index.
pub struct Feed {
    search: Search,
    sources: &'static [Source],
    /// The last fact read, which may be beyond the committed watermark when it concerned nobody.
    read: Option<Watermark>,
    /// Documents put since the last commit.
    loose: usize,
}

impl Feed {
    /// Feeds `search` from these sources.
    #[must_use]
    pub fn new(search: Search, sources: &'static [Source]) -> Self {
        Self { search, sources, read: None, loose: 0 }
    }

    /// Takes in what is new in the journal until there is nothing; builds the index anew where it does not fit the database.
    /// Everything written before is then found. Answers how many documents were taken in.
    ///
    /// # Errors
    /// When the database cannot be read or the index not be written.
    pub async fn catch_up(&mut self, db: &Db) -> Result<usize, Fault> {
        let mut taken = 0;
        let mut committed = Instant::now();
        let Some(mut read) = self.begin(db).await? else { return self.build(db).await };
        loop {
            let facts = journal::after(db, read.seq, FACTS).await?;
            taken += self.take_in(db, &facts).await?;
            if let Some(last) = facts.last() {
                read = Watermark { seq: last.seq, hash: last.hash.clone() };
            }
            if self.loose > 0 && (facts.is_empty() || self.loose >= LOOSE || committed.elapsed() >= REST) {
                self.commit(Some(read.clone())).await?;
                committed = Instant::now();
            }
            self.read = Some(read.clone());
            if facts.is_empty() {
                return self.remember(read).await.map(|()| taken);
            }
        }
    }

    async fn take_in(&mut self, db: &Db, facts: &[Entry]) -> Result<usize, Fault> {
        let mut taken = 0;
        for source in self.sources {
            let ids: BTreeSet<Uuid> = facts.iter().filter_map(source.concerns).collect();
            if ids.is_empty() {
                continue;
            }
            taken += ids.len();
            let ids: Vec<Uuid> = ids.into_iter().collect();
            for batch in ids.chunks(BATCH) {
                let documents = (source.load)(db, batch.to_vec()).await?;
                let found: BTreeSet<Uuid> = documents.iter().map(|document| document.id).collect();
                self.put(documents, batch.iter().copied().filter(|id| !found.contains(id)).collect()).await?;
            }
        }
        Ok(taken)
    }

    /// Saves the place reached where nothing else had to be saved for long, so that a restart does not read all that again.
    async fn remember(&mut self, read: Watermark) -> Result<(), Fault> {
        let saved = self.search.watermark().map_or(0, |mark| mark.seq);
        if read.seq - saved > IDLE_FACTS { self.commit(Some(read)).await } else { Ok(()) }
    }

    /// Where to read on; nothing when the index does not fit the database.
    async fn begin(&mut self, db: &Db) -> Result<Option<Watermark>, Fault> {
        if let Some(read) = &self.read {
            return Ok(Some(read.clone()));
        }
        let Some(mark) = self.search.watermark() else { return Ok(None) };
        if mark.seq == 0 {
            return Ok(Some(mark));
        }
        let row: Option<(String,)> = db.one(Sql::new("select hash from journal where seq = {}").bind(mark.seq)).await?;
        Ok(row.filter(|(hash,)| *hash == mark.hash).map(|_| mark))
    }

    /// Empties the index and fills it with everything there is.
    async fn build(&mut self, db: &Db) -> Result<usize, Fault> {
        // The head is read first: facts that come meanwhile are read again, which does no harm.
        let head: Option<(i64, String)> = db.one("select seq, hash from journal_head where one = 1").await?;
        let (seq, hash) = head.ok_or_else(|| Fault::new("table `journal_head` has lost its row"))?;
        let search = self.search.clone();
        blocking(move || search.clear()).await?;
        self.commit(None).await?;
        let mut taken = 0;
        for source in self.sources {
            let mut after = None;
            loop {
                let page = (source.pages)(db, after, PAGE).await?;
                let Some(last) = page.last() else { break };
                after = Some(last.id);
                taken += page.len();
                self.loose += page.len();
                let search = self.search.clone();
                blocking(move || search.put_new(&page)).await?;
                if self.loose >= LOOSE {
                    self.commit(None).await?; // what is in already can be found
                }
            }
        }
        let head = Watermark { seq, hash };
        self.commit(Some(head.clone())).await?;
        tracing::info!(documents = taken, "the search index was built");
        self.read = Some(head);
        Ok(taken)
    }

    async fn put(&mut self, documents: Vec<Document>, gone: Vec<Uuid>) -> Result<(), Fault> {
        self.loose += documents.len() + gone.len();
        let search = self.search.clone();
        blocking(move || search.put(&documents, &gone)).await
    }

    async fn commit(&mut self, mark: Option<Watermark>) -> Result<(), Fault> {
        let search = self.search.clone();
        blocking(move || search.commit(mark.as_ref())).await?;
        self.loose = 0;
        Ok(())
    }

    /// Feeds for as long as the program serves: woken by what this process writes, and twice a second for what others write.
    pub async fn run(mut self, site: Site) {
        loop {
            let began = Instant::now();
            match self.catch_up(site.db()).await {
                Ok(0) => {
                    let _woken = timeout(WAIT, site.written()).await;
                }
                Ok(_) => sleep_until(began + REST).await,
                Err(fault) => {
                    self.read = None;
                    sleep(self.excuse(&fault)).await;
                }
            }
        }
    }

    /// How long to leave the index alone after a fault.
    fn excuse(&self, fault: &Fault) -> Duration {
        if !fault.passing {
            tracing::error!(%fault, "the search index cannot be fed and is tried again");
            return Duration::from_secs(30);
        }
        // Another process of this folder feeds it; this one sees what that one commits.
        if let Err(fault) = self.search.refresh() {
            tracing::error!(%fault, "the search index cannot be read");
        }
        WAIT
    }
}

async fn blocking(work: impl FnOnce() -> Result<(), Fault> + Send + 'static) -> Result<(), Fault> {
    tokio::task::spawn_blocking(work).await.map_err(|e| Fault::caused("the search index's task broke off", e))?
}
