//! The list of voters of a district.

use elections_rules::election::DistrictId;
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
};

use crate::store::{VOTER, Voter};

/// By the number on the list.
pub const BY_PLACE: Order = Order { name: "voters", keys: &[Key::up("v.n", Kind::Int), Key::up("v.id", Kind::Id)] };

fn narrow(sql: Sql, district: DistrictId, asked: &str) -> Sql {
    let sql = sql.add(" from election_voter v where v.district = {}").bind(district);
    // No text of a database holds a zero.
    let asked = asked.trim().replace('\0', "");
    if asked.is_empty() { sql } else { sql.add(" and (v.name = {} or v.card = {})").bind(&asked).bind(&asked) }
}

/// One page of the list, or of those of that name or card.
pub async fn voters(
    ask: &mut impl Ask,
    (district, asked): (DistrictId, &str),
    after: Option<Position>,
    size: u16,
) -> Result<Page<Voter>, Fault> {
    let list = List {
        select: narrow(Sql::new("select ").add(VOTER), district, asked),
        count: narrow(Sql::new("select count(*)"), district, asked),
        order: &BY_PLACE,
        after,
        size,
    };
    list::page(ask, list, |it: &Voter| vec![Val::from(it.n), Val::from(it.id)]).await
}

/// The whole list, as it is posted: those who were struck left out.
pub async fn posted(ask: &mut impl Ask, district: DistrictId) -> Result<Vec<Voter>, Fault> {
    let sql = narrow(Sql::new("select ").add(VOTER), district, "");
    ask.all(sql.add(" and v.struck is null order by v.n")).await
}
