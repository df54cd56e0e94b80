//! The next number of a series in a year. A number that is not kept is not given: the count moves in the same transaction.

use kernel::BodyId;
use kit::{
    Fault,
    db::{Sql, Tx},
};

/// Counts one further. Others who number in that series wait until this transaction ends.
pub(crate) async fn next_number(tx: &mut Tx, congress: BodyId, series: &str, year: i16) -> Result<u32, Fault> {
    let sql = Sql::new("insert into supervision_numbering (congress, series, year, last) values ({}, {}, {}, 1)")
        .bind(congress)
        .bind(series)
        .bind(i64::from(year))
        .add(
            " on conflict (congress, series, year) do update set last = supervision_numbering.last + 1 returning last",
        );
    let row: Option<(u32,)> = tx.one(sql).await?;
    row.map(|(n,)| n).ok_or_else(|| Fault::new("table `supervision_numbering` gave no number back"))
}
