//! What is known of files.

use kernel::Moment;

use super::{Blob, BlobId};
use crate::{
    Fault,
    db::{Ask, Sql, Tx},
};

/// Writes the row of a file whose bytes are durable, in the transaction that refers to it.
pub async fn record(tx: &mut Tx, blob: &Blob, now: Moment) -> Result<(), Fault> {
    let sql = Sql::new("insert into blob (id, sha256, size, media, name, made) values ({}, {}, {}, {}, {}, {})");
    let size = i64::try_from(blob.size).unwrap_or(i64::MAX);
    let sql = sql.bind(blob.id).bind(blob.sha256.as_str()).bind(size).bind(blob.media.as_str());
    tx.run(sql.bind(blob.name.as_str()).bind(now)).await.map(|_| ())
}

/// What is known of a file, if there is one.
///
/// # Errors
/// When the database cannot be read.
pub async fn load(ask: &mut impl Ask, id: BlobId) -> Result<Option<Blob>, Fault> {
    ask.one(Sql::new("select id, sha256, size, media, name from blob where id = {}").bind(id)).await
}

/// Takes the row of a file away; its bytes are swept away a day later. Whether there was one.
///
/// # Errors
/// When the database refuses, as when something still refers to it.
pub async fn forget(tx: &mut Tx, id: BlobId) -> Result<bool, Fault> {
    Ok(tx.run(Sql::new("delete from blob where id = {}").bind(id)).await? == 1)
}
