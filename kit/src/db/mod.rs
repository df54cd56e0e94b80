//! One `Db` over SQLite and PostgreSQL; SQL is written once.

mod broken;
mod columns;
mod lite;
mod migrate;
mod pg;
mod row;
mod sql;
mod val;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

pub use broken::At;
pub use columns::bind_all;
use lite::{Lite, LiteTx, Reader};
pub use migrate::Migration;
use pg::{Pg, PgLook, PgTx};
pub(crate) use row::Whole;
pub use row::{FromRow, Row};
pub use sql::Sql;
pub use val::{FromVal, Val};

use crate::Fault;

/// MB of pages that each connection to SQLite keeps in memory.
pub const PAGES_MB: u32 = 8;

/// Workers the program should have at least, so that one is free while every connection to SQLite is at work.
pub const WORKERS: usize = 6;

/// Which engine stands behind a [`Db`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file, for a township, a county or a city.
    Sqlite,
    /// PostgreSQL 15 or later, for a province.
    Postgres,
}

/// Where the data lives: a folder for SQLite, or a PostgreSQL address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The folder that holds `lianluo.sqlite`.
    Folder(PathBuf),
    /// `postgres://…`.
    Address(String),
}

impl Place {
    /// Reads what stood on the command line or in the settings.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Self::Address(text.to_owned())
        } else {
            Self::Folder(PathBuf::from(text))
        }
    }

    /// The SQLite file of a folder; nothing for PostgreSQL.
    #[must_use]
    pub fn file(&self) -> Option<PathBuf> {
        match self {
            Self::Folder(folder) => Some(folder.join("lianluo.sqlite")),
            Self::Address(_) => None,
        }
    }
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

enum Inner {
    Lite(Lite, PathBuf),
    Pg(Pg),
}

impl Db {
    /// Opens the database at `place`; a SQLite file is created where none is.
    ///
    /// # Errors
    /// When the folder cannot be made or the engine cannot be reached.
    pub fn open(place: &Place) -> Result<Self, Fault> {
        let inner = match place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(|e| Fault::place("kit-mend-folder", folder.display(), e))?;
                let file = folder.join("lianluo.sqlite");
                Inner::Lite(Lite::open(&file)?, file)
            }
            Place::Address(url) => Inner::Pg(Pg::open(url)?),
        };
        Ok(Self(Arc::new(inner)))
    }

    /// Which engine this is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match *self.0 {
            Inner::Lite(..) => Engine::Sqlite,
            Inner::Pg(_) => Engine::Postgres,
        }
    }

    /// Hands each row of a long answer to `take`, without holding them all.
    ///
    /// # Errors
    /// When the engine refuses, a row cannot be read, or `take` fails.
    pub async fn each<T: FromRow>(
        &self,
        sql: impl Into<Sql>,
        take: impl FnMut(T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        match &*self.0 {
            Inner::Lite(lite, _) => {
                let (reader, sql) = (lite.reader().await?, sql.into());
                tokio::task::block_in_place(|| reader.each(&sql, take))
            }
            Inner::Pg(pg) => pg.each(&sql.into(), take).await,
        }
    }

    /// All rows of the answer.
    ///
    /// # Errors
    /// As [`Db::each`].
    pub async fn all<T: FromRow>(&self, sql: impl Into<Sql>) -> Result<Vec<T>, Fault> {
        let mut rows = Vec::new();
        let take = |row| {
            rows.push(row);
            Ok(())
        };
        match &*self.0 {
            Inner::Lite(lite, _) => lite.reader().await?.each(&sql.into(), take)?,
            Inner::Pg(pg) => pg.each(&sql.into(), take).await?,
        }
        Ok(rows)
    }

    /// A look at one moment: all that is asked through it is answered as of the same moment, whatever others write meanwhile.
    /// Hold it no longer than one answer takes to gather, and ask nothing beside it: there are few readers, and whoever holds one while
    /// waiting for another may wait for himself.
    ///
    /// # Errors
    /// When the engine cannot be reached.
    pub async fn look(&self) -> Result<Look, Fault> {
        Ok(Look(match &*self.0 {
            Inner::Lite(lite, _) => {
                let reader = lite.reader().await?;
                reader.hold()?;
                Seeing::Lite(reader)
            }
            Inner::Pg(pg) => Seeing::Pg(pg.look().await?),
        }))
    }

    /// The first row of the answer, if there is any.
    ///
    /// # Errors
    /// As [`Db::each`].
    pub async fn one<T: FromRow>(&self, sql: impl Into<Sql>) -> Result<Option<T>, Fault> {
        Ok(self.all(sql).await?.into_iter().next())
    }

    /// Begins a transaction. On SQLite it holds the one writer: await nothing else before it ends.
    ///
    /// # Errors
    /// When the engine cannot be reached.
    pub async fn begin(&self) -> Result<Tx, Fault> {
        Ok(Tx(match &*self.0 {
            Inner::Lite(lite, _) => Either::Lite(lite.begin().await?),
            Inner::Pg(pg) => Either::Pg(pg.begin().await?),
        }))
    }

    /// Lets SQLite's one writer keep so many MB of pages in memory: for as long as one transaction changes very many, which would
    /// else be written and read back again and again before it ends. PostgreSQL's memory is set by its operator.
    ///
    /// # Errors
    /// When the engine refuses.
    pub async fn keep_pages(&self, megabytes: u32) -> Result<(), Fault> {
        match &*self.0 {
            Inner::Lite(lite, _) => lite.keep_pages(megabytes).await,
            Inner::Pg(_) => Ok(()),
        }
    }

    /// Copies a SQLite database, while it is in use, into a new file.
    ///
    /// # Errors
    /// When this is PostgreSQL, or the file cannot be written.
    pub fn copy_to(&self, target: &Path) -> Result<(), Fault> {
        match &*self.0 {
            Inner::Lite(_, file) => Lite::copy_to(file, target),
            Inner::Pg(_) => Err(Fault::new("only SQLite is copied as a file")),
        }
    }
}

/// A transaction; dropped without [`Tx::commit`] it leaves no trace.
pub struct Tx(Either);

#[expect(clippy::large_enum_variant, reason = "one stands on the stack of each transaction, never many in a list")]
enum Either {
    Lite(LiteTx),
    Pg(PgTx),
}

impl Tx {
    /// Which engine this runs on.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.0 {
            Either::Lite(_) => Engine::Sqlite,
            Either::Pg(_) => Engine::Postgres,
        }
    }

    /// Hands each row of the answer to `take`.
    ///
    /// # Errors
    /// When the engine refuses, a row cannot be read, or `take` fails.
    pub async fn each<T: FromRow>(
        &mut self,
        sql: impl Into<Sql>,
        take: impl FnMut(T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        match &self.0 {
            Either::Lite(tx) => tx.each(&sql.into(), take),
            Either::Pg(tx) => tx.each(&sql.into(), take).await,
        }
    }

    /// All rows of the answer.
    ///
    /// # Errors
    /// As [`Tx::each`].
    pub async fn all<T: FromRow>(&mut self, sql: impl Into<Sql>) -> Result<Vec<T>, Fault> {
        let mut rows = Vec::new();
        self.each(sql, |row| {
            rows.push(row);
            Ok(())
        })
        .await?;
        Ok(rows)
    }

    /// The first row of the answer, if there is any.
    ///
    /// # Errors
    /// As [`Tx::each`].
    pub async fn one<T: FromRow>(&mut self, sql: impl Into<Sql>) -> Result<Option<T>, Fault> {
        Ok(self.all(sql).await?.into_iter().next())
    }

    /// Runs a statement; says how many rows it touched.
    ///
    /// # Errors
    /// When the engine refuses.
    pub async fn run(&mut self, sql: impl Into<Sql>) -> Result<u64, Fault> {
        match &self.0 {
            Either::Lite(tx) => tx.run(&sql.into()),
            Either::Pg(tx) => tx.run(&sql.into()).await,
        }
    }

    /// Inserts many rows at once: a prepared loop on SQLite, binary COPY on PostgreSQL.
    ///
    /// # Errors
    /// When the engine refuses a row; then the whole transaction is lost.
    pub async fn bulk(
        &mut self,
        table: &'static str,
        columns: &[&'static str],
        rows: impl IntoIterator<Item = Vec<Val>, IntoIter: Send>,
    ) -> Result<u64, Fault> {
        self.insert(table, &columns.join(", "), columns.len(), rows).await
    }

    /// As [`Tx::bulk`], with column names from a backup; only names that are words are taken.
    pub(crate) async fn fill(
        &mut self,
        table: &'static str,
        columns: &[String],
        rows: Vec<Vec<Val>>,
    ) -> Result<u64, Fault> {
        let word = |name: &String| name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if let Some(name) = columns.iter().find(|name| !word(name)) {
            return Err(Fault::new(format_args!("`{name}` is not the name of a column")));
        }
        self.insert(table, &columns.join(", "), columns.len(), rows).await
    }

    async fn insert(
        &mut self,
        table: &'static str,
        names: &str,
        width: usize,
        rows: impl IntoIterator<Item = Vec<Val>, IntoIter: Send>,
    ) -> Result<u64, Fault> {
        let mut rows = rows.into_iter().map(Ok);
        match &self.0 {
            Either::Lite(tx) => {
                let marks = vec!["?"; width].join(", ");
                tx.bulk(&format!("insert into {table} ({names}) values ({marks})"), &mut rows)
            }
            Either::Pg(tx) => {
                let look = format!("select {names} from {table} limit 0");
                let copy = format!("copy {table} ({names}) from stdin binary");
                tx.bulk(&look, &copy, &mut rows).await
            }
        }
    }

    /// Runs several statements that stand in a migration file.
    pub(crate) async fn batch(&mut self, text: &str) -> Result<(), Fault> {
        match &self.0 {
            Either::Lite(tx) => tx.batch(text),
            Either::Pg(tx) => tx.batch(text).await,
        }
    }

    /// Keeps what was written. Returns once it is on disk.
    ///
    /// # Errors
    /// When the engine could not keep it; then nothing was.
    pub async fn commit(self) -> Result<(), Fault> {
        match self.0 {
            Either::Lite(tx) => tx.commit().await,
            Either::Pg(tx) => tx.commit().await,
        }
    }
}

/// The database as it stood at one moment; see [`Db::look`].
pub struct Look(Seeing);

enum Seeing {
    Lite(Reader),
    Pg(PgLook),
}

impl Ask for Look {
    async fn all<T: FromRow + Send>(&mut self, sql: impl Into<Sql> + Send) -> Result<Vec<T>, Fault> {
        let mut rows = Vec::new();
        let take = |row| {
            rows.push(row);
            Ok(())
        };
        match &mut self.0 {
            Seeing::Lite(reader) => reader.each(&sql.into(), take)?,
            Seeing::Pg(look) => look.each(&sql.into(), take).await?,
        }
        Ok(rows)
    }
}

/// Whatever can be asked: the database itself, one moment of it, or a transaction that sees its own writes.
pub trait Ask: Send {
    /// All rows of the answer.
    fn all<T: FromRow + Send>(
        &mut self,
        sql: impl Into<Sql> + Send,
    ) -> impl Future<Output = Result<Vec<T>, Fault>> + Send;

    /// The first row of the answer, if there is any.
    fn one<T: FromRow + Send>(
        &mut self,
        sql: impl Into<Sql> + Send,
    ) -> impl Future<Output = Result<Option<T>, Fault>> + Send {
        async move { Ok(self.all(sql).await?.into_iter().next()) }
    }
}

impl Ask for &Db {
    async fn all<T: FromRow + Send>(&mut self, sql: impl Into<Sql> + Send) -> Result<Vec<T>, Fault> {
        Db::all(self, sql).await
    }
}

impl Ask for Tx {
    async fn all<T: FromRow + Send>(&mut self, sql: impl Into<Sql> + Send) -> Result<Vec<T>, Fault> {
        Tx::all(self, sql).await
    }
}
