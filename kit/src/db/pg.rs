//! PostgreSQL: a pool, and transactions that roll back when dropped.

use std::pin::pin;

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use futures_util::TryStreamExt;
use kernel::{Refusal, Refused};
use tokio_postgres::{NoTls, binary_copy::BinaryCopyInWriter, types::ToSql};

use super::{Engine, FromRow, Row, Sql, Val};
use crate::Fault;

const CONNECTIONS: usize = 16;

pub(super) struct Pg(Pool);

impl Pg {
    pub(super) fn open(url: &str) -> Result<Self, Fault> {
        let config: tokio_postgres::Config =
            url.parse().map_err(|e| Fault::caused("the PostgreSQL address cannot be read", e).to_mend(unreadable()))?;
        let recycle = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = if config.get_ssl_mode() == tokio_postgres::config::SslMode::Disable || is_local(&config) {
            Manager::from_config(config, NoTls, recycle)
        } else {
            Manager::from_config(config, tokio_postgres_rustls::MakeRustlsConnect::new(tls()?), recycle)
        };
        let pool = Pool::builder(manager).max_size(CONNECTIONS).build();
        Ok(Self(pool.map_err(|e| Fault::caused("the PostgreSQL pool cannot be built", e))?))
    }

    pub(super) async fn each<T: FromRow>(
        &self,
        sql: &Sql,
        take: impl FnMut(T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        each_row(&self.0.get().await?, sql, take).await
    }

    pub(super) async fn look(&self) -> Result<PgLook, Fault> {
        let client = self.0.get().await?;
        client.batch_execute("begin isolation level repeatable read read only").await?;
        Ok(PgLook(Some(client)))
    }

    pub(super) async fn begin(&self) -> Result<PgTx, Fault> {
        let client = self.0.get().await?;
        client.batch_execute("begin").await?;
        Ok(PgTx(Some(client)))
    }
}

fn unreadable() -> Refused {
    Refused::new(Refusal::Unfit, "kit-mend-address")
}

fn is_local(config: &tokio_postgres::Config) -> bool {
    use tokio_postgres::config::Host;
    config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) => name == "localhost" || name.starts_with("127.") || name == "::1",
        Host::Unix(_) => true,
    })
}

fn tls() -> Result<rustls::ClientConfig, Fault> {
    let mut roots = rustls::RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        roots.add(certificate).map_err(|e| Fault::caused("a root certificate of this machine cannot be read", e))?;
    }
    Ok(rustls::ClientConfig::builder().with_root_certificates(roots).with_no_client_auth())
}

async fn each_row<T: FromRow>(
    client: &Object,
    sql: &Sql,
    mut take: impl FnMut(T) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let statement = client.prepare_cached(&sql.text(Engine::Postgres)).await?;
    let values = borrowed(&sql.values);
    let mut rows = pin!(client.query_raw(&statement, values).await?);
    while let Some(row) = rows.try_next().await? {
        take(T::from_row(&mut Row::pg(&row))?)?;
    }
    Ok(())
}

/// The values as the driver wants them, gathered before anything is awaited.
fn borrowed(values: &[Val]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

/// One moment of the database, looked at over one connection.
pub(super) struct PgLook(Option<Object>);

impl PgLook {
    pub(super) async fn each<T: FromRow>(
        &self,
        sql: &Sql,
        take: impl FnMut(T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let client = self.0.as_ref().ok_or_else(|| Fault::new("the look is over"))?;
        each_row(client, sql, take).await
    }
}

impl Drop for PgLook {
    /// Ends the moment behind the answer's back; a connection on which that fails is thrown away.
    fn drop(&mut self) {
        let Some(client) = self.0.take() else { return };
        tokio::spawn(async move {
            if let Err(error) = client.batch_execute("commit").await {
                tracing::warn!(%error, "a connection that looked at one moment could not end it");
                drop(Object::take(client));
            }
        });
    }
}

/// A transaction. Dropped without [`PgTx::commit`], its connection is thrown away, and PostgreSQL rolls it back.
pub(super) struct PgTx(Option<Object>);

impl PgTx {
    fn client(&self) -> Result<&Object, Fault> {
        self.0.as_ref().ok_or_else(|| Fault::new("the transaction is over"))
    }

    pub(super) async fn each<T: FromRow>(
        &self,
        sql: &Sql,
        take: impl FnMut(T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        each_row(self.client()?, sql, take).await
    }

    pub(super) async fn run(&self, sql: &Sql) -> Result<u64, Fault> {
        let client = self.client()?;
        let statement = client.prepare_cached(&sql.text(Engine::Postgres)).await?;
        let values = borrowed(&sql.values);
        Ok(client.execute_raw(&statement, values).await?)
    }

    pub(super) async fn batch(&self, text: &str) -> Result<(), Fault> {
        Ok(self.client()?.batch_execute(text).await?)
    }

    pub(super) async fn bulk(
        &self,
        look: &str,
        copy: &str,
        rows: &mut (dyn Iterator<Item = Result<Vec<Val>, Fault>> + Send),
    ) -> Result<u64, Fault> {
        let client = self.client()?;
        let shape = client.prepare_cached(look).await?;
        let types: Vec<_> = shape.columns().iter().map(|c| c.type_().clone()).collect();
        let sink = client.copy_in(copy).await?;
        let mut writer = pin!(BinaryCopyInWriter::new(sink, &types));
        for row in rows {
            let row = row?;
            writer.as_mut().write_raw(borrowed(&row)).await?;
        }
        Ok(writer.finish().await?)
    }

    pub(super) async fn commit(mut self) -> Result<(), Fault> {
        self.client()?.batch_execute("commit").await?;
        drop(self.0.take()); // back to the pool
        Ok(())
    }
}

impl Drop for PgTx {
    fn drop(&mut self) {
        if let Some(client) = self.0.take() {
            drop(Object::take(client));
        }
    }
}
