//! The county's elections: the one being prepared, the one that is over, and who resigned.

use kit::{Site, db::Sql};

use super::World;

impl World {
    /// An election with a district and a candidate; a certificate, a resignation, a public notice.
    pub(super) async fn elections(&mut self, site: &Site) {
        let congress = self.named("congress");
        for (name, sql) in [
            ("election", "select id from election where stage = 'nominating' and congress = {} order by id limit 1"),
            ("certificate", "select id from certificate where congress = {} order by id limit 1"),
            ("departure", "select id from departure where congress = {} order by id limit 1"),
            ("announcement", "select id from announcement where congress = {} order by id limit 1"),
        ] {
            self.keep(site, name, Sql::new(sql).bind(congress)).await;
        }
        let election = self.named("election");
        let sql = "select id from election_district where election = {} order by n limit 1";
        self.keep(site, "district", Sql::new(sql).bind(election)).await;
        let district = self.named("district");
        let sql = "select id from election_candidate where district = {} order by n limit 1";
        self.keep(site, "candidate", Sql::new(sql).bind(district)).await;
    }
}
