//! Whom the congress elects into its standing committee has the role there, once the election is certified.

use crate::world::{chief, congress, count, day, deputy, person, term};
use elections_rules::{LeaderClass, election::Fact};
use kernel::{BodyId, PersonId, Recorded};
use kit::{Site, db::Sql, journal, testing::both};
use roster::FROM_ELECTIONS;
use roster_rules::TermId;
use uuid::Uuid;

async fn elected(site: &Site, of: (PersonId, BodyId, TermId), class: LeaderClass) {
    let (person, congress, term) = of;
    let fact = Fact::LeaderElected { election: site.new_id(), person, congress, term, class, on: day("2026-03-12") };
    told(site, congress, site.new_id::<()>().uuid(), fact).await;
}

async fn told<F: serde::Serialize + kernel::Verb>(site: &Site, congress: BodyId, subject: Uuid, fact: F) {
    let mut tx = site.db().begin().await.unwrap();
    let record = Recorded { at: site.now(), by: None, acting_for: None, body: Some(congress), subject, fact };
    journal::append(&mut tx, record).await.unwrap();
    tx.commit().await.unwrap();
    FROM_ELECTIONS.catch_up(site).await.unwrap();
}

async fn roles(site: &Site, role: &str) -> i64 {
    count(site, Sql::new("select count(*) from mandate_role where ended is null and role = {}").bind(role)).await
}

#[test]
fn an_elected_member_sits_in_the_committee_and_a_leader_of_government_does_not() {
    both(async |site| {
        crate::world::changsha(&site).await;
        let (chief, body) = (chief(&site, "430121").await, congress(&site, "430121").await);
        let term = term(&site, &chief, "430121").await;
        let one = person(&site, &chief, "430121", "甲").await;
        deputy(&site, &chief, one, term).await;
        elected(&site, (one, body, term), LeaderClass::Vice).await;
        assert_eq!(roles(&site, "standing_member").await, 0, "a vice head may be anybody");
        elected(&site, (one, body, term), LeaderClass::Member).await;
        elected(&site, (one, body, term), LeaderClass::Member).await;
        elected(&site, (site.new_id(), body, term), LeaderClass::Member).await;
        assert_eq!(roles(&site, "standing_member").await, 1, "once, and nobody who is no deputy");
        let sits = "select count(*) from v_committee where ended is null and began = '2026-03-12'";
        assert_eq!(count(&site, sits).await, 1);
    });
}

/// What the register of appointments tells.
#[derive(serde::Serialize)]
struct Held {}

impl kernel::Verb for Held {
    fn verb(&self) -> &'static str {
        "office.holder-elected"
    }
}

#[test]
fn what_the_office_is_called_says_whether_somebody_is_chair_or_vice_chair() {
    both(async |site| {
        crate::world::changsha(&site).await;
        let (chief, body) = (chief(&site, "430121").await, congress(&site, "430121").await);
        let term = term(&site, &chief, "430121").await;
        let one = person(&site, &chief, "430121", "甲").await;
        deputy(&site, &chief, one, term).await;
        for (name, office, role) in [
            ("县人大常委会主任", "committee_member", "chair"),
            ("县人大常委会副主任", "committee_member", "vice_chair"),
            ("县长", "government_head", "standing_member"),
        ] {
            let held = holding(&site, body, one, (name, office)).await;
            told(&site, body, held, Held {}).await;
            assert_eq!(roles(&site, role).await, i64::from(office == "committee_member"), "{name}");
        }
    });
}

/// A holding as its noun keeps it.
async fn holding(site: &Site, congress: BodyId, person: PersonId, (name, office): (&str, &str)) -> Uuid {
    let id = || -> Uuid { site.new_id::<()>().uuid() };
    let (seat, appointee, held, certificate) = (id(), id(), id(), id());
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into appointment_seat (id, congress, name, office, ordinal, by_term, version)");
    let sql = sql.add(" values ({}, {}, {}, {}, 1, 1, 1)").bind(seat).bind(congress).bind(name).bind(office);
    tx.run(sql).await.unwrap();
    let sql =
        Sql::new("insert into appointee (id, congress, name, post, person, version) values ({}, {}, '甲', '', {}, 1)");
    tx.run(sql.bind(appointee).bind(congress).bind(person)).await.unwrap();
    let sql = Sql::new("insert into appointment_holding (id, seat, person, since, how, note, version, certificate)")
        .add(" values ({}, {}, {}, '2026-03-12', 'elected', '', 1, {})");
    tx.run(sql.bind(held).bind(seat).bind(appointee).bind(certificate)).await.unwrap();
    tx.commit().await.unwrap();
    held
}
