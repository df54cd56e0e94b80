//! How far a long piece of work is, readable while it runs.

use std::{
    collections::HashMap,
    sync::{
        Arc, LazyLock, Mutex, PoisonError, Weak,
        atomic::{AtomicU64, Ordering},
    },
};

use uuid::Uuid;

use super::ImportId;
use crate::Site;

/// How far one import is. Work in this process only: another process sees what the table says.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    of: AtomicU64,
}

/// By the site's data and the import.
type Running = HashMap<(String, Uuid), Weak<Progress>>;

/// The work going on in this process. It outlives no restart, and need not: what counts stands in the database.
static RUNNING: LazyLock<Mutex<Running>> = LazyLock::new(Mutex::default);

impl Progress {
    pub(super) fn begin(site: &Site, import: ImportId, of: u64) -> Arc<Self> {
        let progress = Arc::new(Self { done: AtomicU64::new(0), of: AtomicU64::new(of) });
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.retain(|_, work| work.strong_count() > 0);
        running.insert(key(site, import), Arc::downgrade(&progress));
        progress
    }

    /// The work on `import` that this process is doing now.
    #[must_use]
    pub fn of(site: &Site, import: ImportId) -> Option<Arc<Self>> {
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).get(&key(site, import)).and_then(Weak::upgrade)
    }

    pub(super) fn set(&self, done: u64) {
        self.done.store(done, Ordering::Relaxed);
    }

    /// Rows done so far.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Rows in all, where that is known before the end.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        Some(self.of.load(Ordering::Relaxed)).filter(|of| *of > 0)
    }
}

/// Tests run several sites in one process, and standing clocks give them the same identities.
fn key(site: &Site, import: ImportId) -> (String, Uuid) {
    (site.config().data.clone(), import.uuid())
}
