//! One named world of fixtures, both engines, a standing clock.

mod before;
mod fresh;
mod visitor;

use std::{future::Future, sync::atomic::AtomicU64};

pub use before::before;
use kernel::{Day, Moment};
pub use visitor::{Answer, Visitor};

use crate::{
    Fault,
    config::Config,
    db::{Db, Place},
    site::{Chance, Clock, Site},
};

const POSTGRES: &str = "LIANLUO_TEST_POSTGRES";

/// Ten in the morning of Tuesday 10 March 2026, in Beijing: the day on which tests begin.
#[must_use]
pub fn start() -> Moment {
    Day::new(2026, 3, 10).map_or(Moment::from_millis(0), |day| day.start().plus_millis(10 * 3_600_000))
}

/// Runs a test on SQLite and on PostgreSQL, each with a new, migrated database of its own.
///
/// # Panics
/// When a half fails, or when PostgreSQL is not named in `LIANLUO_TEST_POSTGRES`.
pub fn both<F: Future<Output = ()>>(test: impl Fn(Site) -> F) {
    on_sqlite(&test);
    on_postgres(&test);
}

/// Runs a test on SQLite alone.
///
/// # Panics
/// When the test does.
#[expect(clippy::expect_used, reason = "tests only")]
pub fn on_sqlite<F: Future<Output = ()>>(test: impl Fn(Site) -> F) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fresh::lay_sqlite(folder.path());
    let data = folder.path().to_string_lossy().into_owned();
    runtime().block_on(async { test(site(data, None).await.expect("a SQLite site")).await });
}

/// Runs a test on PostgreSQL alone.
///
/// # Panics
/// When the test does, or when no server is named in `LIANLUO_TEST_POSTGRES`.
#[expect(clippy::expect_used, reason = "tests only")]
pub fn on_postgres<F: Future<Output = ()>>(test: impl Fn(Site) -> F) {
    let server = std::env::var(POSTGRES)
        .expect("LIANLUO_TEST_POSTGRES names no server: run the tests with `cargo xtask test`, which starts one");
    let folder = tempfile::tempdir().expect("a folder for the test");
    runtime().block_on(async {
        let database = fresh::NewDatabase::create(&server).await.expect("a new PostgreSQL database");
        let site = site(database.url.clone(), Some(folder.path().to_owned())).await.expect("a PostgreSQL site");
        test(site).await;
        database.drop_it().await;
    });
}

async fn site(data: String, files: Option<std::path::PathBuf>) -> Result<Site, Fault> {
    let db = Db::open(&Place::parse(&data))?;
    db.migrate(start()).await?;
    let config = Config { data, files, ..Config::default() };
    let clock = Clock::Standing(start().millis().into());
    Site::new(db, clock, Chance::Seeded(AtomicU64::new(7)), config)
}

#[expect(clippy::expect_used, reason = "tests only")]
fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}
