//! The site: what every desk function is handed. Time, chance and identity come from here and nowhere else.

use std::sync::{
    Arc, OnceLock, RwLock,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use kernel::{Day, Id, Moment, WorkingCalendar};

use crate::{Fault, blobs::Blobs, config::Config, db::Db, outbox::Courier, paper::Press, search::Search};

/// Everything the program is made of at run time. Cheap to clone; the state of every handler.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Clock,
    chance: Chance,
    calendar: RwLock<Arc<WorkingCalendar>>,
    config: Config,
    written: tokio::sync::Notify,
    search: OnceLock<Search>,
    courier: OnceLock<Courier>,
    blobs: OnceLock<Blobs>,
    press: OnceLock<Arc<dyn Press>>,
}

/// Where the time comes from.
pub enum Clock {
    /// The machine's clock.
    Machine,
    /// A clock that stands until it is set: for tests and demonstrations. Milliseconds since the epoch.
    Standing(AtomicI64),
}

/// Where chance comes from.
pub enum Chance {
    /// The operating system.
    Machine,
    /// A seeded sequence, the same on every run: for tests. Never for secrets of a real site.
    Seeded(AtomicU64),
}

impl Site {
    /// Puts a site together.
    ///
    /// # Errors
    /// When the calendar shipped with the program cannot be read.
    pub fn new(db: Db, clock: Clock, chance: Chance, config: Config) -> Result<Self, Fault> {
        let calendar = WorkingCalendar::state_council().map_err(|e| Fault::caused("the calendar cannot be read", e))?;
        Ok(Self(Arc::new(Inner {
            db,
            clock,
            chance,
            calendar: RwLock::new(Arc::new(calendar)),
            config,
            written: tokio::sync::Notify::new(),
            search: OnceLock::new(),
            courier: OnceLock::new(),
            blobs: OnceLock::new(),
            press: OnceLock::new(),
        })))
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The settings the program was started with.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The search index, opened when it is first asked for.
    ///
    /// # Errors
    /// When its folder cannot be written.
    pub fn search(&self) -> Result<&Search, Fault> {
        if let Some(search) = self.0.search.get() {
            return Ok(search);
        }
        let opened = Search::open(&self.0.config.files().join("search"))?;
        Ok(self.0.search.get_or_init(|| opened))
    }

    /// Where attachments lie.
    ///
    /// # Errors
    /// When the folder cannot be made, or the bucket's settings are not complete.
    pub fn blobs(&self) -> Result<&Blobs, Fault> {
        if let Some(blobs) = self.0.blobs.get() {
            return Ok(blobs);
        }
        let opened = Blobs::open(&self.0.config)?;
        Ok(self.0.blobs.get_or_init(|| opened))
    }

    /// Who carries mail and calls out of the house.
    ///
    /// # Errors
    /// When the settings for mail cannot be read.
    pub fn courier(&self) -> Result<&Courier, Fault> {
        if let Some(courier) = self.0.courier.get() {
            return Ok(courier);
        }
        let ready = Courier::new(&self.0.config)?;
        Ok(self.0.courier.get_or_init(|| ready))
    }

    /// Who lays documents out as PDF; nobody where the program brought none.
    #[must_use]
    pub fn press(&self) -> Option<Arc<dyn Press>> {
        self.0.press.get().cloned()
    }

    /// Brings who lays documents out. Said once, when the program begins; a second one is not taken.
    pub fn set_press(&self, press: Arc<dyn Press>) {
        self.0.press.get_or_init(|| press);
    }

    /// The present instant.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is where the time comes in")]
    pub fn now(&self) -> Moment {
        match &self.0.clock {
            Clock::Standing(millis) => Moment::from_millis(millis.load(Ordering::SeqCst)),
            Clock::Machine => {
                let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
                Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
            }
        }
    }

    /// Today in Beijing.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now().day()
    }

    /// Moves a standing clock; the machine's clock stays as it is.
    pub fn set_now(&self, now: Moment) {
        if let Clock::Standing(millis) = &self.0.clock {
            millis.store(now.millis(), Ordering::SeqCst);
        }
    }

    /// Bytes nobody can guess (or, in tests, everybody knows).
    ///
    /// # Panics
    /// When the operating system has no chance to give: then nothing secret can be made, and the program must not go on.
    #[must_use]
    #[expect(clippy::disallowed_methods, clippy::expect_used, reason = "this is where chance comes in")]
    pub fn chance<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match &self.0.chance {
            Chance::Machine => getrandom::fill(&mut bytes).expect("the operating system gives chance"),
            Chance::Seeded(state) => {
                for byte in &mut bytes {
                    *byte = splitmix(state.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::SeqCst)).to_le_bytes()[0];
                }
            }
        }
        bytes
    }

    /// A new identity, sortable by time.
    #[must_use]
    pub fn new_id<N>(&self) -> Id<N> {
        Id::new(self.now(), self.chance())
    }

    /// The working calendar in force.
    #[must_use]
    pub fn calendar(&self) -> Arc<WorkingCalendar> {
        match self.0.calendar.read() {
            Ok(calendar) => Arc::clone(&calendar),
            Err(poisoned) => Arc::clone(&poisoned.into_inner()),
        }
    }

    /// Puts another calendar in force, as after an import.
    pub fn set_calendar(&self, calendar: WorkingCalendar) {
        match self.0.calendar.write() {
            Ok(mut place) => *place = Arc::new(calendar),
            Err(poisoned) => *poisoned.into_inner() = Arc::new(calendar),
        }
    }

    /// Tells those who follow the journal that something was written.
    pub fn wrote(&self) {
        self.0.written.notify_waiters();
    }

    /// Waits until something is written in this process.
    pub async fn written(&self) {
        self.0.written.notified().await;
    }
}

fn splitmix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
