//! The log of what was taken down.

use disclosure_rules::{Disclosure, Ground, RemovalNumber};
use kernel::{BodyId, Moment};
use kit::{
    Fault,
    db::{Sql, Tx},
};

/// The next number of the log in that year. Others wait until this transaction ends.
pub(crate) async fn next_removal(tx: &mut Tx, congress: BodyId, year: i16) -> Result<RemovalNumber, Fault> {
    let sql = Sql::new("insert into disclosure_numbering (congress, year, last) values ({}, {}, 1)")
        .bind(congress)
        .bind(i64::from(year))
        .add(" on conflict (congress, year) do update set last = disclosure_numbering.last + 1 returning last");
    let row: Option<(u32,)> = tx.one(sql).await?;
    let (n,) = row.ok_or_else(|| Fault::new("table `disclosure_numbering` gave no number back"))?;
    Ok(RemovalNumber { year, n })
}

/// Writes a line: what was before the public from when to when, and why it is there no longer.
pub(crate) async fn log(
    tx: &mut Tx,
    was: &Disclosure,
    number: RemovalNumber,
    ground: Ground,
    (since, at): (Moment, Moment),
) -> Result<(), Fault> {
    let sql =
        Sql::new("insert into disclosure_removal (congress, year, n, disclosure, edition, since, at, ground, number)")
            .add(" values ({}, {}, {}, {}, {}, {}, {}, {}, ")
            .bind(was.congress)
            .bind(i64::from(number.year))
            .bind(number.n)
            .bind(was.id)
            .bind(was.editions)
            .bind(since)
            .bind(at)
            .bind(ground.word())
            .add("(select number from disclosure_edition where disclosure = {} and edition = {}))")
            .bind(was.id)
            .bind(was.editions);
    tx.run(sql).await?;
    Ok(())
}
