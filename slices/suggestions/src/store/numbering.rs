//! The next number of a series. A number that is not kept is not given: the count moves in the same transaction.

use kernel::BodyId;
use kit::{
    Fault,
    db::{Sql, Tx},
};

/// Counts one further in the series. Others who number in it wait until this transaction ends.
pub(crate) async fn next_number(tx: &mut Tx, congress: BodyId, series: &str) -> Result<u32, Fault> {
    let sql = Sql::new("insert into numbering (congress, series, last) values ({}, {}, 1)").bind(congress).bind(series);
    let sql = sql.add(" on conflict (congress, series) do update set last = numbering.last + 1 returning last");
    let row: Option<(u32,)> = tx.one(sql).await?;
    row.map(|(n,)| n).ok_or_else(|| Fault::new("table `numbering` gave no number back"))
}
