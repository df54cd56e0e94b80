//! Elections of new terms, congress by congress: how many are announced, voted, certified.

use kernel::{AreaCode, BodyId};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

/// By area, from the province down.
pub const BY_AREA: Order =
    Order { name: "progress", keys: &[Key::up("b.area", Kind::Text), Key::up("b.id", Kind::Id)] };

row! {
    /// How far one congress is.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ProgressLine {
        /// The congress.
        pub id: BodyId,
        /// Its name.
        pub name: String,
        /// Its area.
        pub area: AreaCode,
        /// Elections announced, those called off left out.
        pub announced: i64,
        /// Of them with a result entered.
        pub voted: i64,
        /// Of them certified.
        pub certified: i64,
        /// Of them confirmed.
        pub closed: i64,
        /// Seats to be filled.
        pub seats: i64,
        /// Deputies elected.
        pub elected: i64,
    }
}

const LINES: &str = "select b.id, b.name, b.area, \
     (select count(*) from election e where e.seated = b.id and e.kind in ('direct', 'indirect') and e.stage <> 'cancelled'), \
     (select count(*) from election e where e.seated = b.id and e.kind in ('direct', 'indirect') and e.stage in ('voted', 'certified', 'closed')), \
     (select count(*) from election e where e.seated = b.id and e.kind in ('direct', 'indirect') and e.stage in ('certified', 'closed')), \
     (select count(*) from election e where e.seated = b.id and e.kind in ('direct', 'indirect') and e.stage = 'closed'), \
     cast((select coalesce(sum(d.seats), 0) from election_district d join election e on e.id = d.election \
      where e.seated = b.id and e.kind in ('direct', 'indirect') and e.stage <> 'cancelled') as bigint), \
     (select count(*) from certificate c join election e on e.id = c.election \
      where c.congress = b.id and e.kind in ('direct', 'indirect')) \
     from v_body b where ";

fn narrow(sql: &'static str, area: &AreaCode) -> Sql {
    let sql = Sql::new(sql).add("b.kind = 'congress' and b.closed is null and b.area >= {} and b.area < {}");
    sql.bind(area).bind(area.past())
}

/// One page of congresses in an area, the area's own first.
///
/// # Errors
/// When the database refuses.
pub async fn progress(
    ask: &mut impl Ask,
    area: &AreaCode,
    after: Option<Position>,
    size: u16,
) -> Result<Page<ProgressLine>, Fault> {
    let list = List {
        select: narrow(LINES, area),
        count: narrow("select count(*) from v_body b where ", area),
        order: &BY_AREA,
        after,
        size,
    };
    list::page(ask, list, |line: &ProgressLine| vec![Val::from(&line.area), Val::from(line.id)]).await
}
