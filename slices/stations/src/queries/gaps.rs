//! 未进站代表: deputies in office of a congress, and of those inside its area, who have no home station.

use kernel::{AreaCode, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

/// By person.
pub const BY_PERSON: Order = Order { name: "gaps", keys: &[Key::up("m.person", Kind::Id), Key::up("m.id", Kind::Id)] };

row! {
    /// A seat whose deputy has no home.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct GapLine {
        pub person: PersonId,
        pub mandate: uuid::Uuid,
        pub name: String,
        pub congress: String,
        pub delegation: Option<String>,
    }
}

fn narrow(sql: &'static str, area: &AreaCode) -> Sql {
    Sql::new(sql)
        .add(
            " from v_mandate m join v_body b on b.id = m.congress join v_person p on p.id = m.person \
              left join v_delegation d on d.id = m.delegation where m.in_office = 1 and b.area >= {} and b.area < {} \
              and not exists (select 1 from station_home h where h.person = m.person and h.until is null) \
              and not exists (select 1 from v_mandate o join v_body c on c.id = o.congress where o.person = m.person \
              and o.in_office = 1 and o.id < m.id and c.area >= {} and c.area < {})",
        )
        .bind(area)
        .bind(area.past())
        .bind(area)
        .bind(area.past())
}

/// One page of them.
pub async fn gaps(
    ask: &mut impl Ask,
    area: &AreaCode,
    after: Option<Position>,
    size: u16,
) -> Result<Page<GapLine>, Fault> {
    let select = narrow("select m.person, m.id, p.name, b.name, d.name", area);
    let list = List { select, count: narrow("select count(*)", area), order: &BY_PERSON, after, size };
    list::page(ask, list, |line: &GapLine| vec![Val::from(line.person), Val::from(line.mandate)]).await
}
