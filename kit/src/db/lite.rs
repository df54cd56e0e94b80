//! SQLite: one writer that commits in groups, a few readers.

use std::{path::Path, sync::Arc};

use rusqlite::{Connection, OpenFlags, config::DbConfig};
use tokio::sync::{Mutex, OwnedMutexGuard, OwnedSemaphorePermit, Semaphore, oneshot};

use super::{Engine, FromRow, Row, Sql, Val};
use crate::Fault;

const READERS: usize = 4;
const STATEMENTS_KEPT: usize = 200;

/// Statements run on the worker that asks: most take some microseconds, and handing the worker's other tasks to another thread for each
/// of them took longer than the statements themselves. Only what may take long does that: long answers, and waiting for the disk. The
/// program has more workers than there are connections ([`super::WORKERS`]), so one is always free for everybody else.
pub(super) struct Lite {
    readers: Arc<std::sync::Mutex<Vec<Connection>>>,
    permits: Arc<Semaphore>,
    writer: Arc<Mutex<Writer>>,
}

/// The one writing connection.
///
/// Group commit: each transaction is a savepoint of an outer one. Whoever finishes first asks for the lock again; since the
/// lock is fair, everybody who was waiting writes first, and then one COMMIT, one fsync, answers them all together.
pub(super) struct Writer {
    connection: Connection,
    open: bool,
    waiting: Vec<oneshot::Sender<Result<(), String>>>,
}

impl Lite {
    pub(super) fn open(file: &Path) -> Result<Self, Fault> {
        let writer = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        writer.pragma_update(None, "journal_mode", "WAL")?;
        let readers =
            (0..READERS).map(|_| connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE)).collect::<Result<Vec<_>, _>>()?;
        for reader in &readers {
            reader.pragma_update(None, "query_only", "ON")?;
        }
        let writer = Writer { connection: writer, open: false, waiting: Vec::new() };
        Ok(Self {
            readers: Arc::new(std::sync::Mutex::new(readers)),
            permits: Arc::new(Semaphore::new(READERS)),
            writer: Arc::new(Mutex::new(writer)),
        })
    }

    /// Lends a reader to one who looks.
    pub(super) async fn reader(&self) -> Result<Reader, Fault> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|e| Fault::caused("the readers are closed", e))?;
        let connection = self.readers.lock().ok().and_then(|mut all| all.pop());
        let Some(connection) = connection else { return Err(Fault::new("no SQLite reader is left")) };
        Ok(Reader { connection: Some(connection), readers: Arc::clone(&self.readers), _permit: permit })
    }

    pub(super) async fn begin(&self) -> Result<LiteTx, Fault> {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        if !writer.open {
            // Another process may hold the file: then this waits.
            tokio::task::block_in_place(|| step(&writer.connection, "begin immediate"))?;
            writer.open = true;
        }
        step(&writer.connection, "savepoint one")?;
        Ok(LiteTx { writer: Some(writer), lock: Arc::clone(&self.writer) })
    }

    /// Lets the writer keep so many MB of pages; gives back at once what is beyond them.
    pub(super) async fn keep_pages(&self, megabytes: u32) -> Result<(), Fault> {
        let writer = Arc::clone(&self.writer).lock_owned().await;
        writer.connection.pragma_update(None, "cache_size", -1_000 * i64::from(megabytes))?;
        tokio::task::block_in_place(|| writer.connection.execute_batch("pragma shrink_memory"))?;
        Ok(())
    }

    /// Copies the live database into `target` while others go on working.
    pub(super) fn copy_to(file: &Path, target: &Path) -> Result<(), Fault> {
        let source = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let mut copy = Connection::open(target)?;
        let backup = rusqlite::backup::Backup::new(&source, &mut copy)?;
        backup.run_to_completion(4096, std::time::Duration::from_millis(1), None)?;
        Ok(())
    }
}

fn connect(file: &Path, flags: OpenFlags) -> Result<Connection, Fault> {
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|e| Fault::caused(format_args!("the database file {} cannot be opened", file.display()), e))?;
    connection.busy_timeout(std::time::Duration::from_secs(30))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "cache_size", -1_000 * i64::from(super::PAGES_MB))?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // Otherwise a statement over a table with a partial index is planned anew at each use, for the sake of the values bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(connection)
}

/// A reader lent out; it goes back when this is dropped, and what it saw as one moment ends.
pub(super) struct Reader {
    connection: Option<Connection>,
    readers: Arc<std::sync::Mutex<Vec<Connection>>>,
    _permit: OwnedSemaphorePermit,
}

impl Reader {
    fn connection(&self) -> Result<&Connection, Fault> {
        self.connection.as_ref().ok_or_else(|| Fault::new("the reader was given back"))
    }

    /// From now on every answer is of one and the same moment.
    pub(super) fn hold(&self) -> Result<(), Fault> {
        Ok(step(self.connection()?, "begin")?)
    }

    pub(super) fn each<T: FromRow>(
        &self,
        sql: &Sql,
        mut take: impl FnMut(T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        each_row(self.connection()?, sql, &mut take)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        if !connection.is_autocommit()
            && let Err(error) = step(&connection, "commit")
        {
            tracing::error!(%error, "a reader could not end what it looked at");
        }
        if let Ok(mut all) = self.readers.lock() {
            all.push(connection);
        }
    }
}

fn each_row<T: FromRow>(
    connection: &Connection,
    sql: &Sql,
    take: &mut impl FnMut(T) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(&sql.text(Engine::Sqlite))?;
    let mut rows = statement.query(rusqlite::params_from_iter(&sql.values))?;
    while let Some(row) = rows.next()? {
        take(T::from_row(&mut Row::lite(row))?)?;
    }
    Ok(())
}

/// A statement of every transaction, kept prepared.
fn step(connection: &Connection, text: &'static str) -> Result<(), rusqlite::Error> {
    connection.prepare_cached(text)?.execute(())?;
    Ok(())
}

/// A transaction on the writer. Dropped without [`LiteTx::commit`], it leaves no trace.
pub(super) struct LiteTx {
    writer: Option<OwnedMutexGuard<Writer>>,
    lock: Arc<Mutex<Writer>>,
}

impl LiteTx {
    fn connection(&self) -> Result<&Connection, Fault> {
        self.writer.as_ref().map(|w| &w.connection).ok_or_else(|| Fault::new("the transaction is over"))
    }

    pub(super) fn each<T: FromRow>(
        &self,
        sql: &Sql,
        mut take: impl FnMut(T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        each_row(self.connection()?, sql, &mut take)
    }

    pub(super) fn run(&self, sql: &Sql) -> Result<u64, Fault> {
        let mut statement = self.connection()?.prepare_cached(&sql.text(Engine::Sqlite))?;
        let rows = statement.execute(rusqlite::params_from_iter(&sql.values))?;
        Ok(u64::try_from(rows).unwrap_or(0))
    }

    pub(super) fn batch(&self, text: &str) -> Result<(), Fault> {
        let connection = self.connection()?;
        Ok(tokio::task::block_in_place(|| connection.execute_batch(text))?)
    }

    pub(super) fn bulk(
        &self,
        insert: &str,
        rows: &mut dyn Iterator<Item = Result<Vec<Val>, Fault>>,
    ) -> Result<u64, Fault> {
        let connection = self.connection()?;
        tokio::task::block_in_place(|| {
            let mut statement = connection.prepare_cached(insert)?;
            let mut count = 0;
            for row in rows {
                statement.execute(rusqlite::params_from_iter(&row?))?;
                count += 1;
            }
            Ok(count)
        })
    }

    pub(super) async fn commit(mut self) -> Result<(), Fault> {
        let Some(mut writer) = self.writer.take() else { return Err(Fault::new("the transaction is over")) };
        if let Err(error) = step(&writer.connection, "release one") {
            undo(&mut writer);
            return Err(error.into());
        }
        let (tell, told) = oneshot::channel();
        writer.waiting.push(tell);
        if writer.waiting.len() == 1 {
            let lock = Arc::clone(&self.lock);
            tokio::spawn(async move {
                let mut writer = lock.lock_owned().await;
                tokio::task::block_in_place(|| commit_all(&mut writer));
            });
        }
        drop(writer);
        match told.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(problem)) => Err(Fault::new(format_args!("the commit failed: {problem}"))),
            Err(gone) => Err(Fault::caused("the commit was not answered", gone)),
        }
    }
}

impl Drop for LiteTx {
    fn drop(&mut self) {
        if let Some(mut writer) = self.writer.take() {
            undo(&mut writer);
        }
    }
}

/// Takes back the innermost transaction; those that wait for the group's commit keep theirs.
fn undo(writer: &mut Writer) {
    let back = writer.connection.execute_batch("rollback to one; release one");
    let lost = back.is_err() || writer.connection.is_autocommit();
    if lost || writer.waiting.is_empty() {
        if !writer.connection.is_autocommit()
            && let Err(error) = writer.connection.execute_batch("rollback")
        {
            tracing::error!(%error, "the writer could not roll back");
        }
        writer.open = false;
        answer(writer, &Err("the database lost the transaction; nothing of it was kept".to_owned()));
    }
}

fn commit_all(writer: &mut Writer) {
    if !writer.open {
        return;
    }
    let outcome = step(&writer.connection, "commit").map_err(|error| error.to_string());
    if outcome.is_err()
        && !writer.connection.is_autocommit()
        && let Err(error) = writer.connection.execute_batch("rollback")
    {
        tracing::error!(%error, "the writer could not roll back");
    }
    writer.open = false;
    answer(writer, &outcome);
}

fn answer(writer: &mut Writer, outcome: &Result<(), String>) {
    for waiting in writer.waiting.drain(..) {
        // Whoever asked may be gone: a request that was cut off. What it wrote is kept all the same.
        drop(waiting.send(outcome.clone()));
    }
}
