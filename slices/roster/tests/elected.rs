//! Whom the congress elects into its standing committee has the role there, once the election is certified.

use crate::world::{chief, congress, count, day, deputy, named, person, term, text};
use elections_rules::{
    LeaderClass,
    election::{Fact, LeaderLeaving},
};
use kernel::{BodyId, PersonId, Recorded};
use kit::{Site, db::Sql, journal, testing::both, web::api::Once};
use roster::{
    FROM_ELECTIONS,
    desk::people::{Entry, enter},
};
use roster_rules::{MandateId, TermId};
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
            let (holding, leaving) = (kernel::Id::from_uuid(held), LeaderLeaving::Resigned);
            told(&site, body, held, Fact::LeaderLeft { holding, leaving, on: day("2026-03-20") }).await;
            assert_eq!(roles(&site, role).await, 0, "{name}");
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

/// A deputy's election as its noun keeps it, and its mandate.
async fn certified(site: &Site, (congress, term): (BodyId, TermId), person: PersonId) -> MandateId {
    let id = || -> Uuid { site.new_id::<()>().uuid() };
    let (election, district, candidate, mandate) = (id(), id(), id(), site.new_id());
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into election (id, congress, seated, term, kind, mode, title, seats, day, voter_days, first_days, ")
        .add("formal_days, method, stage, made, version) values ({}, {}, {}, {}, 'direct', 'direct', '选举', 1, '2026-03-12', ")
        .add("20, 15, 7, '选举法', 'certified', 1, 1)");
    tx.run(sql.bind(election).bind(congress).bind(congress).bind(term)).await.unwrap();
    let sql = Sql::new(
        "insert into election_district (id, election, n, name, seats, voters, stations) values ({}, {}, 1, '一', 1, 9, 1)",
    );
    tx.run(sql.bind(district).bind(election)).await.unwrap();
    let sql = Sql::new(
        "insert into election_candidate (id, district, n, name, note, origin, formal, sex, ethnicity, born, sector)",
    )
    .add(" values ({}, {}, 1, '甲', '某村主任', 'joint', 1, 'female', '苗族', '1980-02', 'farmer')");
    tx.run(sql.bind(candidate).bind(district)).await.unwrap();
    let sql =
        Sql::new("insert into certificate (id, election, candidate, congress, year, n, code, person, mandate, issued)")
            .add(" values ({}, {}, {}, {}, 2026, {}, {}, {}, {}, '2026-03-13')");
    let n = i64::from(mandate.uuid().as_bytes()[15]) + 1;
    let sql = sql.bind(id()).bind(election).bind(candidate).bind(congress).bind(n).bind(mandate.to_string());
    tx.run(sql.bind(person).bind(mandate)).await.unwrap();
    tx.commit().await.unwrap();
    let (election, on) = (kernel::Id::from_uuid(election), day("2026-03-12"));
    let fact = Fact::Elected { election, mandate, person, congress, term, on, constituency: None };
    told(site, congress, election.uuid(), fact).await;
    mandate
}

#[test]
fn whoever_is_new_is_entered_as_the_list_of_candidates_had_it_and_who_is_known_stays() {
    both(async |site| {
        crate::world::changsha(&site).await;
        let (chief, body) = (chief(&site, "430121").await, congress(&site, "430121").await);
        let place = (body, term(&site, &chief, "430121").await);
        let told = "gender = 'female' and ethnicity = '苗族' and party is null and occupation = '某村主任'";
        let all = || Sql::new("select count(*) from person where ").add(told);
        certified(&site, place, site.new_id()).await;
        assert_eq!(count(&site, all()).await, 1, "new");
        let blank = person(&site, &chief, "430121", "乙").await;
        certified(&site, place, blank).await;
        assert_eq!(count(&site, all()).await, 2, "nothing but a name stood there");
        let entry = Entry { education: Some(text("大学")), ..named("丙") };
        let kept = enter(&site, &chief, body, &entry, &Once::default()).await.unwrap();
        certified(&site, place, kept).await;
        assert_eq!(count(&site, all()).await, 2, "what the office entered stays");
    });
}
