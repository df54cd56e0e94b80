//! Words that begin with a day: `window`, `process-window` and `owed`. Asked of a day they read as another word; once their own day is past
//! they read as that word for ever and are summed under it, so that they never pile up.

use kernel::Day;
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
};

/// A dimension and a word as they read on a day, of a row called `h`. Two values are bound, both the day.
const READ: &str = "case h.dimension when 'window' then 'outcome' when 'process-window' then 'process' when 'owed' then 'timely' \
     else h.dimension end, case when h.dimension in ('window', 'process-window') then case when substr(h.word, 1, 10) < {} \
     then substr(h.word, 12) else 'waiting' end when h.dimension = 'owed' then case when h.word < {} then 'overdue' else '' end \
     else h.word end, cast(sum(h.n) as bigint) ";

/// `where …`: rows called `h` whose day is past. Two values are bound, both the day.
const PAST: &str = "where ((h.dimension in ('window', 'process-window') and substr(h.word, 1, 10) < {}) \
     or (h.dimension = 'owed' and h.word < {}))";

/// `select`, then dimension, word and how many as they read on a day.
pub(crate) fn read(select: &'static str, today: impl Into<Val>) -> Sql {
    let today: Val = today.into();
    Sql::new(select).add(READ).bind(today.clone()).bind(today)
}

/// The day on which it was settled last; empty when it never was. Read on this day, what is settled and what is not come to the same.
pub(crate) async fn settled(ask: &mut impl Ask) -> Result<String, Fault> {
    Ok(ask.one::<(String,)>(Sql::new("select day from handling_settled")).await?.unwrap_or_default().0)
}

fn past(sql: Sql, today: Day) -> Sql {
    sql.add(PAST).bind(today).bind(today)
}

/// Settles what is past, once a day. It must not run beside the follower that keeps the sums: what that moved meanwhile would be lost.
pub(crate) async fn settle(tx: &mut Tx, today: Day) -> Result<(), Fault> {
    if settled(tx).await? >= today.to_string() {
        return Ok(());
    }
    let sums = "insert into handling_sum (congress, session, about, dimension, word, n) select h.congress, h.session, h.about, ";
    let sql = past(read(sums, today).add("from handling_sum h "), today).add(" and h.n <> 0 group by 1, 2, 3, 4, 5 ");
    let again = "on conflict (congress, session, about, dimension, word) do update set n = handling_sum.n + excluded.n";
    tx.run(sql.add(again)).await?;
    tx.run(past(Sql::new("delete from handling_sum as h "), today)).await?;
    let years = "insert into handling_year (area, year, dimension, word, n) select h.area, h.year, ";
    let sql = past(read(years, today).add("from handling_year h "), today).add(" and h.n <> 0 group by 1, 2, 3, 4 ");
    let again = "on conflict (area, year, dimension, word) do update set n = handling_year.n + excluded.n";
    tx.run(sql.add(again)).await?;
    tx.run(past(Sql::new("delete from handling_year as h "), today)).await?;
    tx.run(Sql::new("update handling_settled set day = {}").bind(today)).await.map(drop)
}
