//! What the county votes on.

use kit::{Site, db::Sql};
use uuid::Uuid;

use super::World;

impl World {
    /// A round that is counted: the clerk and two deputies enter, a leader is chief teller; and its matter.
    pub(super) async fn ballots(&mut self, site: &Site) {
        let sql = Sql::new("select r.id, r.ballot from ballot_round r join ballot b on b.id = r.ballot")
            .add(" where r.stage = 'counting' and b.kind = 'pick' and b.congress = {} order by r.id limit 1")
            .bind(self.named("congress"));
        let found: Option<(Uuid, Uuid)> = site.db().one(sql).await.expect("the database");
        let (round, ballot) = found.expect("the demonstration counts a round");
        self.ids.insert("round", round);
        self.ids.insert("ballot", ballot);
    }
}
