//! Photographs of what happened.

use kernel::{Day, Moment};
use kit::{
    Fault,
    blobs::{self, Blob, BlobId},
    db::{Ask, Sql, Tx},
};
use stations_rules::EventId;

/// The photographs of one thing that happened, in order.
pub(crate) async fn photos(ask: &mut impl Ask, event: EventId) -> Result<Vec<Blob>, Fault> {
    let sql = Sql::new("select blob from station_photo where event = {} order by n, blob").bind(event);
    let ids: Vec<(BlobId,)> = ask.all(sql).await?;
    let mut all = Vec::with_capacity(ids.len());
    for (id,) in ids {
        all.extend(blobs::load(ask, id).await?);
    }
    Ok(all)
}

/// Adds photographs whose bytes are durable.
pub(crate) async fn add_photos(tx: &mut Tx, event: EventId, files: &[Blob], at: Moment) -> Result<(), Fault> {
    for file in files {
        blobs::record(tx, file, at).await?;
        let sql = Sql::new("insert into station_photo (event, blob, n) values ({}, {}, ").bind(event).bind(file.id);
        let sql = sql.add("(select coalesce(max(p.n), 0) + 1 from station_photo p where p.event = {}))").bind(event);
        tx.run(sql).await?;
    }
    Ok(())
}

/// Takes one away, with its file; whether there was one.
pub(crate) async fn remove_photo(tx: &mut Tx, event: EventId, blob: BlobId) -> Result<bool, Fault> {
    let sql = Sql::new("delete from station_photo where event = {} and blob = {}").bind(event).bind(blob);
    if tx.run(sql).await? != 1 {
        return Ok(false);
    }
    blobs::forget(tx, blob).await
}

/// Takes the photographs of receptions away that were held before a day: whoever came stands in them.
pub(crate) async fn forget_photos(tx: &mut Tx, before: Day) -> Result<(), Fault> {
    let sql = Sql::new("select p.event, p.blob from station_photo p join station_event e on e.id = p.event");
    let sql = sql.add(" where e.kind = 'reception' and e.day < {} order by p.event, p.n limit 10000").bind(before);
    let old: Vec<(EventId, BlobId)> = tx.all(sql).await?;
    for (event, blob) in old {
        remove_photo(tx, event, blob).await?;
    }
    Ok(())
}
