//! Proposals of the county, its offices, and who holds them.

use kernel::BodyId;
use kit::{Site, db::Sql};
use uuid::Uuid;

use super::World;

impl World {
    /// A proposal that is announced, with its person, office and holding; and a spreadsheet of holders.
    pub(super) async fn appointments(&mut self, site: &Site) {
        let sql = Sql::new(
            "select a.id, a.person, a.seat, h.id from appointment a join appointment_holding h on h.entered = a.id",
        )
        .add(" where a.congress = {} and a.letter_n is not null order by a.id limit 1")
        .bind(self.named("congress"));
        let found: Option<(Uuid, Uuid, Uuid, Uuid)> = site.db().one(sql).await.expect("the database");
        let (appointment, appointee, seat, holding) = found.expect("the demonstration appoints somebody");
        for (name, id) in [("appointment", appointment), ("appointee", appointee), ("seat", seat), ("holding", holding)]
        {
            self.ids.insert(name, id);
        }
        let sql = "select id from v_leader_election where stage <> 'cancelled' and congress = {} order by day desc, id limit 1";
        let congress = self.named("congress");
        self.keep(site, "leader-election", Sql::new(sql).bind(congress)).await;
        let office = BodyId::from_uuid(self.named("congress"));
        let sheet = kit::sheets::open(site, "holders", Some(office), None, "现任人员.csv").await;
        self.ids.insert("holders", sheet.expect("a table that was sent").uuid());
    }
}
