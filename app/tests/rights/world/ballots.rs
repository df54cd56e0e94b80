//! What the county votes on.

use accounts_rules::{Actor, Duty, Post};
use ballots::desk::signed;
use ballots_rules::paper::RoundId;
use kernel::{AccountId, AreaCode, BodyId};
use kit::{Site, db::Sql, web::api::Once};
use uuid::Uuid;

use super::{super::asking::PICTURE, World};

impl World {
    /// A round that is counted: the clerk and two deputies enter, a leader is chief teller; and its matter. Beside it a hall that is being
    /// prepared, an open round of which none was begun, and an announced round with its signed report.
    pub(super) async fn ballots(&mut self, site: &Site) {
        let round =
            "select r.id, r.ballot from ballot_round r join ballot b on b.id = r.ballot where b.congress = {} and ";
        let counted = Sql::new(round).add("r.stage = 'counting' and b.kind = 'pick' order by r.id limit 1");
        let (round_id, ballot) = self.found(site, counted).await;
        self.ids.insert("round", round_id);
        self.ids.insert("ballot", ballot);
        let prepared = Sql::new(round).add(
            "exists (select 1 from ballot_hall h where h.round = r.id and h.stage = 'setup') order by r.id limit 1",
        );
        let hall = self.found(site, prepared).await.0;
        self.ids.insert("hall-round", hall);
        let open = Sql::new(round)
            .add("r.stage = 'open' and b.kind = 'decision' and ")
            .add("not exists (select 1 from ballot_hall h where h.round = r.id) order by r.id limit 1");
        let open = self.found(site, open).await.0;
        self.ids.insert("hall-open", open);
        let announced = Sql::new(round).add("r.stage = 'announced' and b.kind = 'ranking' order by r.id limit 1");
        let announced = self.found(site, announced).await.0;
        self.ids.insert("signed-round", announced);
        self.signed(site, RoundId::from_uuid(announced)).await;
    }

    async fn found(&self, site: &Site, sql: Sql) -> (Uuid, Uuid) {
        let found: Option<(Uuid, Uuid)> = site.db().one(sql.bind(self.named("congress"))).await.expect("the database");
        found.expect("the demonstration has such a round")
    }

    /// The clerk lays a photograph of the signed report to a round.
    async fn signed(&mut self, site: &Site, round: RoundId) {
        let found = site.db().one("select id from account where sign_in = 'clerk'").await.expect("the database");
        let (account,): (AccountId,) = found.expect("a clerk");
        let congress = BodyId::from_uuid(self.named("congress"));
        let area = AreaCode::parse("430725").expect("the county");
        let post = Post { duty: Duty::Clerk, body: congress, congress, area };
        let clerk = Actor { account: Some(account), posts: vec![post], ..Actor::nobody() };
        let file = signed::take_in(site, "报告单.png", PICTURE.into()).await.expect("a picture");
        let laid = signed::lay(site, &clerk, round, &file, &Once::default()).await.expect("a signed report");
        self.ids.insert("signed", laid.uuid());
    }
}
