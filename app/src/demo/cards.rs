//! 承办单位联系卡: whom one asks in each unit. Who is responsible is left to the account of the unit's head, as offices do.

use std::collections::HashSet;

use kit::{
    Fault,
    db::{Db, Val},
};

use super::{accounts::name_of, congress::number, world::World};

const CARD: &[&str] = &["unit", "leader", "contact", "phone", "version"];
/// So many leaders of a government share its departments.
const LEADERS: usize = 4;

pub async fn fill(db: &Db, world: &World) -> Result<(), Fault> {
    let (mut cards, mut seen): (Vec<Vec<Val>>, _) = (Vec::new(), HashSet::new());
    for unit in world.congresses.iter().flat_map(|congress| &congress.units) {
        if !seen.insert(unit.id) {
            continue;
        }
        let (area, nth) = (number(&unit.area), cards.len());
        let leader = name_of(world, &format!("leader-{area}-{}", nth % LEADERS));
        let contact = name_of(world, &format!("contact-{nth}"));
        // 办公电话 that no office has: the exchange begins with 0.
        let phone = format!("0{:03}-0{:06}", 731 + area % 15, nth);
        cards.push(vec![unit.id.into(), leader.into(), contact.into(), phone.into(), 1_i64.into()]);
    }
    let mut tx = db.begin().await?;
    tx.bulk("unit_card", CARD, cards).await?;
    tx.commit().await
}
