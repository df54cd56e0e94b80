//! What the county has disclosed.

use kit::{Site, db::Sql};
use uuid::Uuid;

use super::World;

impl World {
    /// One that anybody reads.
    pub(super) async fn disclosed(&mut self, site: &Site) {
        let sql = Sql::new("select id from disclosure where stage = 'disclosed' and congress = {} order by id limit 1");
        let found: Option<(Uuid,)> = site.db().one(sql.bind(self.named("congress"))).await.expect("the database");
        let (id,) = found.expect("the demonstration discloses something");
        self.ids.insert("disclosure", id);
    }
}
