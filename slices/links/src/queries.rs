//! What lists and pages show. Other nouns' tables are read through the views they publish.

pub mod candidates;
pub mod coverage;
pub mod kinds;
pub mod lines;
pub mod plan;
mod stations;

use kernel::Day;
use kit::{
    Fault,
    db::{Sql, Val},
    list::{self, Key, Kind, Order, Page, Position},
};

/// Lists that are put together in memory, by the place of a line.
pub const BY_PLACE: Order = Order { name: "links", keys: &[Key::up("n", Kind::Int)] };

/// One page of a list that is put together in memory.
///
/// # Errors
/// Never with what a list can hold; the signature is that of [`list::cut`].
pub fn paged<T>(all: Vec<T>, after: Option<&Position>, size: u16) -> Result<Page<T>, Fault> {
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let from = match after.map(Position::values) {
        Some([Val::Int(n)]) => usize::try_from(*n).unwrap_or(0),
        _ => 0,
    };
    let some: Vec<(usize, T)> = all.into_iter().enumerate().skip(from).take(usize::from(size) + 1).collect();
    let place = |row: &(usize, T)| vec![Val::Int(i64::try_from(row.0 + 1).unwrap_or(i64::MAX))];
    let Page { items, next, total } = list::cut(some, &BY_PLACE, size, total, place)?;
    Ok(Page { items: items.into_iter().map(|(_, line)| line).collect(), next, total })
}

/// ` and …`: a seat that is held on a day.
pub(crate) fn held_on(sql: Sql, day: Day) -> Sql {
    sql.add(" and s.began <= {} and (s.ended is null or s.ended > {})")
        .bind(day)
        .bind(day)
        .add(" and (s.suspended is null or s.state <> 'suspended' or s.suspended > {})")
        .bind(day)
}

/// ` and …`: with one of these roles on the day.
pub(crate) fn with_role(sql: Sql, roles: &[&'static str], day: Day) -> Sql {
    sql.add(" and exists (select 1 from v_role r where r.mandate = s.mandate and r.began <= {}")
        .bind(day)
        .add(" and (r.ended is null or r.ended >= {}) and r.role in ")
        .bind(day)
        .list(roles.iter().copied())
        .add(")")
}
