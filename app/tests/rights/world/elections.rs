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
            ("certified-election", "select election from certificate where congress = {} order by id limit 1"),
            ("departure", "select id from departure where congress = {} order by id limit 1"),
            ("leader-departure", "select id from leader_leaving where congress = {} order by id limit 1"),
            ("announcement", "select id from announcement where congress = {} order by id limit 1"),
        ] {
            self.keep(site, name, Sql::new(sql).bind(congress)).await;
        }
        let sql = "select v.id from election_voter v join election_district d on d.id = v.district \
             join election e on e.id = d.election where e.congress = {} order by v.id limit 1";
        self.keep(site, "voter", Sql::new(sql).bind(congress)).await;
        let sql = "select district from election_voter where id = {}";
        self.keep(site, "voter-district", Sql::new(sql).bind(self.named("voter"))).await;
        for (name, table) in [("mobile-box", "election_box"), ("voter-objection", "election_objection")] {
            let sql = Sql::new("select o.id from ").add(table).add(
                " o join election_district d on d.id = o.district join election e on e.id = d.election \
                 where e.congress = {} order by o.id limit 1",
            );
            self.keep(site, name, sql.bind(congress)).await;
        }
        let sql = "select r.district from election_round r join election_district d on d.id = r.district \
             join election e on e.id = d.election where e.congress = {} and r.n = 1 and r.ballot_round is null order by r.district limit 1";
        self.keep(site, "counted-district", Sql::new(sql).bind(congress)).await;
        let body = kernel::BodyId::from_uuid(congress);
        let sheet = kit::sheets::open(site, "voters", Some(body), None, "选民名单.csv").await;
        self.ids.insert("voter-import", sheet.expect("a table that was sent").uuid());
        let election = self.named("election");
        let sql = "select id from election_district where election = {} order by n limit 1";
        self.keep(site, "district", Sql::new(sql).bind(election)).await;
        let district = self.named("district");
        let sql = "select id from election_candidate where district = {} order by n limit 1";
        self.keep(site, "candidate", Sql::new(sql).bind(district)).await;
    }
}
