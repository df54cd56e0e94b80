//! The database by its own driver: the same statements, without anything of the house.

use std::{collections::HashMap, path::Path, sync::Mutex};

use anyhow::Context;
use futures_util::TryStreamExt;
use kit::db::Val;
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use tokio_postgres::{Client, NoTls, Statement, types::ToSql};

use crate::{meter, served::Place};

/// One connection by the database's own driver.
pub enum Engine {
    Lite(Connection),
    /// With the statements it has prepared.
    Pg(Client, Mutex<HashMap<String, Statement>>),
}

/// A row for the brute-force scan: identity, moment of filing, title and text.
pub type Text = (uuid::Uuid, i64, String, String);

impl Engine {
    /// Connects to look only.
    pub async fn open(place: &Place) -> anyhow::Result<Self> {
        match &place.postgres {
            None => Self::lite(&place.folder.join("lianluo.sqlite"), OpenFlags::SQLITE_OPEN_READ_WRITE),
            Some(url) => {
                let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
                tokio::spawn(connection);
                Ok(Self::Pg(client, Mutex::default()))
            }
        }
    }

    /// A SQLite file as the house sets it: a log written ahead, on disk at each commit.
    pub fn lite(file: &Path, flags: OpenFlags) -> anyhow::Result<Self> {
        let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.busy_timeout(std::time::Duration::from_secs(30))?;
        Ok(Self::Lite(connection))
    }

    /// The postmaster, when the database is PostgreSQL.
    pub async fn postmaster(&self) -> anyhow::Result<Option<u32>> {
        let Self::Pg(client, _) = self else { return Ok(None) };
        let backend: i32 = client.query_one("select pg_backend_pid()", &[]).await?.get(0);
        let backend = u32::try_from(backend)?;
        meter::parent(backend)
            .context("PostgreSQL must run on this machine, for its processor time is counted")
            .map(Some)
    }

    /// Runs a query and answers how many rows came. Places of values are `$1`, `$2` … in the order in which they are bound.
    pub async fn rows(&self, sql: &str, values: &[Val]) -> anyhow::Result<usize> {
        match self {
            Self::Lite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                let width = statement.column_count();
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                let mut count = 0;
                while let Some(row) = rows.next()? {
                    for column in 0..width {
                        std::hint::black_box(row.get_ref(column)?);
                    }
                    count += 1;
                }
                Ok(count)
            }
            Self::Pg(client, kept) => {
                let statement = prepared(client, kept, sql).await?;
                Ok(client.query(&statement, &bound(values)).await?.len())
            }
        }
    }

    /// The identities a query answers with.
    pub async fn ids(&self, sql: &str, values: &[Val]) -> anyhow::Result<Vec<uuid::Uuid>> {
        match self {
            Self::Lite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                let mut ids = Vec::new();
                while let Some(row) = rows.next()? {
                    ids.push(uuid::Uuid::from_slice(row.get_ref(0)?.as_blob()?)?);
                }
                Ok(ids)
            }
            Self::Pg(client, _) => {
                let rows = client.query(sql, &bound(values)).await?;
                Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
            }
        }
    }

    /// The first number a query answers with; 0 when there is none.
    pub async fn number(&self, sql: &str, values: &[Val]) -> anyhow::Result<i64> {
        match self {
            Self::Lite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                Ok(rows.next()?.map_or(Ok(0), |row| row.get(0))?)
            }
            Self::Pg(client, _) => {
                let row = client.query_opt(sql, &bound(values)).await?;
                Ok(row.map_or(Ok(0), |row| row.try_get(0))?)
            }
        }
    }

    /// The text a query answers with first.
    pub async fn text(&self, sql: &str, values: &[Val]) -> anyhow::Result<String> {
        match self {
            Self::Lite(connection) => {
                Ok(connection.query_row(sql, rusqlite::params_from_iter(values), |row| row.get(0))?)
            }
            Self::Pg(client, _) => Ok(client.query_one(sql, &bound(values)).await?.try_get(0)?),
        }
    }

    /// Runs statements that stand in the text.
    pub async fn batch(&self, sql: &str) -> anyhow::Result<()> {
        match self {
            Self::Lite(connection) => connection.execute_batch(sql)?,
            Self::Pg(client, _) => client.batch_execute(sql).await?,
        }
        Ok(())
    }

    /// Hands over every suggestion that was handed in.
    pub async fn texts(&self, mut take: impl FnMut(Text)) -> anyhow::Result<()> {
        let sql = "select id, filed, title, body from suggestion where filed is not null";
        match self {
            Self::Lite(connection) => {
                let mut statement = connection.prepare(sql)?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let id = uuid::Uuid::from_slice(row.get_ref(0)?.as_blob()?)?;
                    take((id, row.get(1)?, row.get(2)?, row.get(3)?));
                }
            }
            Self::Pg(client, _) => {
                let nothing: [&(dyn ToSql + Sync); 0] = [];
                let mut rows = std::pin::pin!(client.query_raw(sql, nothing).await?);
                while let Some(row) = rows.try_next().await? {
                    take((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?, row.try_get(3)?));
                }
            }
        }
        Ok(())
    }

    /// Bytes in MB that PostgreSQL keeps.
    pub async fn size(&self) -> anyhow::Result<Option<i64>> {
        let Self::Pg(client, _) = self else { return Ok(None) };
        let row = client.query_one("select pg_database_size(current_database()) / 1048576", &[]).await?;
        Ok(Some(row.try_get(0)?))
    }
}

fn bound(values: &[Val]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

async fn prepared(client: &Client, kept: &Mutex<HashMap<String, Statement>>, sql: &str) -> anyhow::Result<Statement> {
    let known = kept.lock().ok().and_then(|kept| kept.get(sql).cloned());
    if let Some(statement) = known {
        return Ok(statement);
    }
    let statement = client.prepare(sql).await?;
    if let Ok(mut kept) = kept.lock() {
        kept.insert(sql.to_owned(), statement.clone());
    }
    Ok(statement)
}
