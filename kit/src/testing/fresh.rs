//! New, migrated databases for tests: migrated once, then copied. The timeline itself is tried by tests of its own.

use std::{
    path::Path,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use sha2::{Digest, Sha256};
use tokio_postgres::{Client, NoTls};

use super::start;
use crate::{
    Fault,
    db::{Db, Place},
};

static COUNT: AtomicU32 = AtomicU32::new(0);
static SQLITE: OnceLock<Vec<u8>> = OnceLock::new();

/// A lock on the server under which one process at a time looks for the database that is copied.
const LOCK: i64 = 0x6c69_616e;

/// Lays a migrated SQLite file into a folder.
///
/// # Panics
/// When it cannot be made.
#[expect(clippy::expect_used, reason = "tests only")]
pub fn lay_sqlite(folder: &Path) {
    let bytes = SQLITE.get_or_init(|| super::runtime().block_on(sqlite()).expect("a migrated SQLite file"));
    let file = Place::Folder(folder.to_owned()).file().expect("the folder's file");
    std::fs::write(file, bytes).expect("the folder takes a file");
}

async fn sqlite() -> Result<Vec<u8>, Fault> {
    let folder = tempfile::tempdir()?;
    let place = Place::Folder(folder.path().to_owned());
    Db::open(&place)?.migrate(start()).await?;
    let copy = folder.path().join("copy");
    let file = place.file().ok_or_else(|| Fault::new("a folder without its file"))?;
    let connection = rusqlite::Connection::open(file)?;
    connection.execute("vacuum into ?1", [copy.to_string_lossy()])?;
    Ok(std::fs::read(copy)?)
}

/// A database made for one test.
pub struct NewDatabase {
    server: String,
    name: String,
    /// Its address.
    pub url: String,
}

impl NewDatabase {
    /// Makes one, migrated.
    ///
    /// # Errors
    /// When the server does not let it.
    pub async fn create(server: &str) -> Result<Self, Fault> {
        let pattern = pattern(server).await?;
        let name = format!("t_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        command(server, &format!("create database {name} template {pattern}")).await?;
        Ok(Self { server: server.to_owned(), url: address(server, &name), name })
    }

    /// Takes it away.
    ///
    /// # Panics
    /// When the server does not let it.
    pub async fn drop_it(self) {
        let dropped = command(&self.server, &format!("drop database {} with (force)", self.name)).await;
        assert!(dropped.is_ok(), "the test's database could not be dropped: {dropped:?}");
    }
}

/// The migrated database of this server that is copied, made where there is none yet. Its name tells of which timeline it is.
async fn pattern(server: &str) -> Result<String, Fault> {
    let mut hash = Sha256::new();
    Db::timeline().iter().for_each(|step| hash.update(step.text));
    let name =
        format!("pattern_{}", hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect::<String>());
    let (client, connection) = tokio_postgres::connect(server, NoTls).await?;
    let driver = tokio::spawn(connection);
    client.batch_execute(&format!("select pg_advisory_lock({LOCK})")).await?;
    let made = made(&client, server, &name).await;
    drop(client);
    // The connection ends with its client, and the lock with the connection.
    let _ended = driver.await;
    made.map(|()| name)
}

async fn made(client: &Client, server: &str, name: &str) -> Result<(), Fault> {
    let found = client.query_opt("select 1 from pg_database where datname = $1", &[&name]).await?;
    if found.is_some() {
        return Ok(());
    }
    let half = format!("{name}_half");
    client.batch_execute(&format!("drop database if exists {half} with (force)")).await?;
    client.batch_execute(&format!("create database {half}")).await?;
    Db::open(&Place::Address(address(server, &half)))?.migrate(start()).await?;
    // Only what nobody is connected to can be copied; those who migrated leave a little later than they are told.
    let sql = "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1";
    while !client.query(sql, &[&half]).await?.is_empty() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(client.batch_execute(&format!("alter database {half} rename to {name}")).await?)
}

fn address(server: &str, name: &str) -> String {
    let (base, _) = server.rsplit_once('/').unwrap_or((server, ""));
    format!("{base}/{name}")
}

async fn command(server: &str, text: &str) -> Result<(), Fault> {
    let (client, connection) = tokio_postgres::connect(server, NoTls).await?;
    let driver = tokio::spawn(connection);
    let answer = client.batch_execute(text).await;
    drop(client);
    // The connection ends with its client; its own last word changes nothing.
    let _ended = driver.await;
    Ok(answer?)
}
