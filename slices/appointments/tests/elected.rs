//! The results of elections of leaders: who was elected holds the office the election fills, and takes the oath.

use crate::world::{site::visitor, *};
use appointments::{
    FROM_ELECTIONS,
    desk::{
        draft::AppointeeWanted,
        elected::{ElectedOfficeWanted, name_office, swear},
        follow::OathWanted,
        seats::{self, HolderWanted, LeavingWanted},
    },
    queries,
};
use appointments_rules::{How, OathForm, Office, SeatId};
use elections_rules::{
    LeaderClass,
    election::{CertificateId, ElectionId, Fact, LeaderLeaving},
};
use kernel::{Day, PersonId, Recorded};
use kit::{Site, db::Sql, journal, testing::both, web::api::Once};

/// An election of leaders that was certified, as its noun keeps it.
async fn election(site: &Site, n: u8, title: &str, on: Day) -> ElectionId {
    let (election, district): (ElectionId, kernel::Id<()>) = (id(31, n), id(32, n));
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into election (kind, mode, class, seats, voter_days, first_days, formal_days, method, stage, made, version, id, congress, seated, term, title, day)")
        .add(" values ('leaders', 'indirect', 'chief', 1, 20, 15, 7, '选举办法', 'certified', 1, 1, {}, {}, {}, {}, {}, {})");
    let sql = sql.bind(election).bind(congress()).bind(congress()).bind(id::<()>(5, 1).uuid()).bind(title).bind(on);
    run(&mut tx, sql).await;
    let sql = Sql::new("insert into election_district (n, name, seats, voters, stations, id, election)");
    run(&mut tx, sql.add(" values (1, '全体代表', 1, 4, 1, {}, {})").bind(district).bind(election)).await;
    tx.commit().await.unwrap();
    election
}

/// Somebody is elected in it, and it is told.
async fn wins(site: &Site, n: u8, (name, person): (&str, PersonId), on: Day) -> CertificateId {
    let (candidate, certificate): (kernel::Id<()>, CertificateId) = (id(33, n), id(34, n));
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into election_candidate (n, origin, formal, id, district, name, person)");
    let sql = sql.add(" values (1, 'party', 1, {}, {}, {}, {})").bind(candidate).bind(id::<()>(32, n));
    run(&mut tx, sql.bind(name).bind(person)).await;
    let sql = Sql::new("insert into certificate (year, issued, id, election, candidate, congress, n, code, person)")
        .add(" values (2026, '2026-03-08', {}, {}, {}, {}, {}, {}, {})")
        .bind(certificate)
        .bind(id::<()>(31, n))
        .bind(candidate);
    run(&mut tx, sql.bind(congress()).bind(i64::from(n)).bind(format!("code-{n}")).bind(person)).await;
    let term = id(5, 1);
    let (election, class) = (id(31, n), LeaderClass::Chief);
    let fact = Fact::LeaderElected { election, person, congress: congress(), term, class, on };
    let (at, body, subject) = (site.now(), Some(congress()), certificate.uuid());
    let record = Recorded { at, by: Some(account(51)), acting_for: None, body, subject, fact };
    journal::append(&mut tx, record).await.unwrap();
    tx.commit().await.unwrap();
    FROM_ELECTIONS.catch_up(site).await.unwrap();
    certificate
}

async fn holders(site: &Site, seat: SeatId) -> Vec<(String, String, Day)> {
    let all = queries::overview(&mut site.db(), congress(), site.today()).await.unwrap();
    let line = all.into_iter().find(|line| line.seat.id == seat).unwrap();
    line.holders.into_iter().filter(|one| one.until.is_none()).map(|one| (one.name, one.how, one.since)).collect()
}

async fn entered(site: &Site, seat: SeatId, name: &str, (since, how): (Day, How)) {
    let new = Some(AppointeeWanted { name: text(name), post: None, born: None, person: None });
    let wanted = HolderWanted { appointee: None, new, since, how, note: None };
    seats::enter(site, &clerk(), seat, wanted, &Once::default()).await.unwrap();
}

#[test]
fn who_is_elected_holds_the_office_and_who_acted_or_held_it_last_term_leaves() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县长", Office::GovernmentHead).await;
        entered(&site, seat, "旧县长", (day("2017-01-10"), How::Elected)).await;
        entered(&site, seat, "代县长", (day("2025-11-01"), How::Acting)).await;
        let on = day("2026-03-08");
        let it = election(&site, 1, "选举县长", on).await;
        name_office(&site, &clerk(), it, ElectedOfficeWanted { seat }).await.unwrap();
        assert_eq!(holders(&site, seat).await.len(), 2, "nobody is elected yet");
        wins(&site, 1, ("代县长", id(3, 77)), on).await;
        assert_eq!(holders(&site, seat).await, [("代县长".to_owned(), "elected".to_owned(), on)]);
        let known = queries::known(&mut site.db(), congress()).await.unwrap();
        assert_eq!(known.len(), 2, "whoever acted is the one who was elected");
        let facts = "select count(*) from journal where verb in ('office.holder-elected', 'office.holder-left')";
        assert_eq!(site.db().one::<(i64,)>(facts).await.unwrap(), Some((3,)));
        FROM_ELECTIONS.catch_up(&site).await.unwrap();
        assert_eq!(holders(&site, seat).await.len(), 1);
        sound(&site).await;
    });
}

#[test]
fn a_result_waits_until_it_is_said_which_office_it_is() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县长", Office::GovernmentHead).await;
        let judge = an_office(&site, "审判员", Office::Judge).await;
        let on = day("2026-03-08");
        let it = election(&site, 1, "补选县长", on).await;
        wins(&site, 1, ("代表2", person(2)), on).await;
        assert_eq!(holders(&site, seat).await, []);
        let page = visitor(&site, &clerk()).get(&format!("/appointments/elections?congress={}", congress())).await.text;
        assert!(page.contains("补选县长") && page.contains("未指定职务") && page.contains("代表2"), "{page}");
        let one = visitor(&site, &clerk()).get(&format!("/appointments/elections/{it}")).await.text;
        assert!(one.contains(&format!("value=\"{seat}\" selected")), "the title names the office: {one}");
        let wrong = name_office(&site, &clerk(), it, ElectedOfficeWanted { seat: judge }).await;
        assert_eq!(why(wrong.unwrap_err()), "appointments-wrong-not-elected");
        assert!(name_office(&site, &stranger(), it, ElectedOfficeWanted { seat }).await.is_err());
        assert!(name_office(&site, &leader(), it, ElectedOfficeWanted { seat }).await.is_err());
        name_office(&site, &clerk(), it, ElectedOfficeWanted { seat }).await.unwrap();
        name_office(&site, &clerk(), it, ElectedOfficeWanted { seat }).await.unwrap();
        assert_eq!(holders(&site, seat).await, [("代表2".to_owned(), "elected".to_owned(), on)]);
        let other = an_office(&site, "法院院长", Office::CourtPresident).await;
        let late = name_office(&site, &clerk(), it, ElectedOfficeWanted { seat: other }).await;
        assert_eq!(why(late.unwrap_err()), "appointments-refused-done");
        sound(&site).await;
    });
}

#[test]
fn who_entered_the_result_by_hand_finds_it_there_once() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县长", Office::GovernmentHead).await;
        let on = day("2026-03-08");
        entered(&site, seat, "蒋洞庭", (on, How::Elected)).await;
        let it = election(&site, 1, "选举县长", on).await;
        name_office(&site, &clerk(), it, ElectedOfficeWanted { seat }).await.unwrap();
        wins(&site, 1, ("蒋洞庭", id(3, 77)), on).await;
        assert_eq!(holders(&site, seat).await, [("蒋洞庭".to_owned(), "elected".to_owned(), on)]);
        sound(&site).await;
    });
}

#[test]
fn the_oath_of_whom_the_congress_elected_is_entered_with_the_office() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县长", Office::GovernmentHead).await;
        let on = day("2026-03-08");
        let it = election(&site, 1, "选举县长", on).await;
        name_office(&site, &clerk(), it, ElectedOfficeWanted { seat }).await.unwrap();
        wins(&site, 1, ("蒋洞庭", id(3, 77)), on).await;
        let lines = queries::overview(&mut site.db(), congress(), site.today()).await.unwrap();
        let held = lines[0].holders[0].id;
        let oath =
            |day| OathWanted { day, form: OathForm::Alone, place: text("人民会堂"), led: None, witness: None };
        let early = swear(&site, &clerk(), held, oath(day("2026-03-07"))).await;
        assert_eq!(why(early.unwrap_err()), "appointments-wrong-before-vote");
        let asked = visitor(&site, &clerk()).get(&format!("/appointments/holdings/{held}/oath")).await.text;
        assert!(asked.contains("主席团"), "{asked}");
        swear(&site, &clerk(), held, oath(on)).await.unwrap();
        let twice = swear(&site, &clerk(), held, oath(on)).await;
        assert_eq!(why(twice.unwrap_err()), "appointments-refused-done");
        let page = visitor(&site, &clerk()).get(&format!("/appointments/offices/{seat}")).await.text;
        assert!(page.contains("2026-03-08 宪法宣誓（单独宣誓，人民会堂）"), "{page}");
        let json = visitor(&site, &clerk()).get(&format!("/api/congresses/{}/offices", congress())).await.json();
        assert_eq!(json["items"][0]["holders"][0]["sworn"], "2026-03-08");
        seats::leave(&site, &clerk(), held, LeavingWanted { until: site.today() }).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn whom_the_congress_recalls_holds_the_office_no_longer_and_the_register_says_so() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县长", Office::GovernmentHead).await;
        entered(&site, seat, "蒋洞庭", (day("2022-01-12"), How::Elected)).await;
        let held = queries::overview(&mut site.db(), congress(), site.today()).await.unwrap()[0].holders[0].id;
        let (holding, leaving) = (kernel::Id::from_uuid(held.uuid()), LeaderLeaving::Recalled);
        let (at, body, subject) = (site.now(), Some(congress()), site.new_id::<()>().uuid());
        for on in [day("2026-03-08"), day("2026-03-09")] {
            let fact = Fact::LeaderLeft { holding, leaving, on };
            let record = Recorded { at, by: Some(account(51)), acting_for: None, body, subject, fact };
            let mut tx = site.db().begin().await.unwrap();
            journal::append(&mut tx, record).await.unwrap();
            tx.commit().await.unwrap();
            FROM_ELECTIONS.catch_up(&site).await.unwrap();
        }
        assert_eq!(holders(&site, seat).await, []);
        let page = visitor(&site, &clerk()).get(&format!("/appointments/offices/{seat}")).await.text;
        assert!(page.contains("2026-03-08 被罢免"), "once, on the first day told: {page}");
        sound(&site).await;
    });
}
