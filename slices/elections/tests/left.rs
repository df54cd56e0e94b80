//! Resignations and recalls.

use crate::world::{site::visitor, *};
use accounts_rules::{Actor, Duty, Post};
use axum::http::{Method, StatusCode};
use elections::desk::leave::{DepartureDecision, DepartureWanted, announce, decide, receive};
use elections_rules::election::{DepartureStage, Leaving, Petition};
use kit::{Site, db::Sql, testing::both, web::api::Once};
use serde_json::json;

fn resigns(site: &kit::Site) -> DepartureWanted {
    DepartureWanted { mandate: mandate(2), leaving: Leaving::Resigned, received: site.today(), words: None }
}

fn decision(site: &kit::Site, petition: Option<Petition>) -> DepartureDecision {
    DepartureDecision {
        accepted: true,
        meeting: text("常委会会议"),
        decided: site.today(),
        in_session: false,
        petition,
    }
}

#[test]
fn a_resignation_is_accepted_once_and_made_public() {
    both(async |site| {
        found(&site).await;
        let it = receive(&site, &clerk(), congress(), resigns(&site), &Once::default()).await.unwrap();
        let twice = receive(&site, &clerk(), congress(), resigns(&site), &Once::default()).await.unwrap_err();
        assert_eq!(why(twice), "elections-refused-mandate");
        let early = announce(&site, &head(), it.id).await.unwrap_err();
        assert_eq!(why(early), "elections-refused-departure-stage");
        assert!(decide(&site, &clerk(), it.id, decision(&site, None)).await.is_err(), "the head decides");
        decide(&site, &head(), it.id, decision(&site, None)).await.unwrap();
        let done = announce(&site, &head(), it.id).await.unwrap();
        assert_eq!(done.stage, DepartureStage::Published);
        let told = elections::queries::of_subject(&mut site.db(), it.id.uuid()).await.unwrap();
        assert!(told[0].title.contains("代表2"), "{told:?}");
        let notice = elections::store::read_notice(&mut site.db(), told[0].id).await.unwrap().unwrap();
        let words = "常委会会议于2026年3月10日决定接受代表2辞去临江县人民代表大会代表职务的请求。";
        assert!(notice.body.starts_with(words), "{}", notice.body);
        sound(&site).await;
    });
}

#[test]
fn a_recall_needs_fifty_voters_and_more_than_half_of_the_district() {
    both(async |site| {
        found(&site).await;
        let wanted = DepartureWanted { leaving: Leaving::Recalled, ..resigns(&site) };
        let it = receive(&site, &clerk(), congress(), wanted, &Once::default()).await.unwrap();
        let asked = |petitioners, yes| Some(Petition { petitioners: Some(petitioners), electorate: 4_000, yes });
        for (petition, key) in [
            (None, "elections-refused-recall-figures"),
            (asked(49, 2_001), "elections-refused-recall-fails"),
            (asked(50, 2_000), "elections-refused-recall-fails"),
        ] {
            let refused = decide(&site, &head(), it.id, decision(&site, petition)).await.unwrap_err();
            assert_eq!(why(refused), key);
        }
        decide(&site, &head(), it.id, decision(&site, asked(50, 2_001))).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn a_recall_that_too_few_ask_for_is_declined_and_a_new_one_may_come() {
    both(async |site| {
        found(&site).await;
        let wanted = || DepartureWanted { leaving: Leaving::Recalled, ..resigns(&site) };
        let it = receive(&site, &clerk(), congress(), wanted(), &Once::default()).await.unwrap();
        let few = Petition { petitioners: Some(49), electorate: 4_000, yes: 0 };
        let no = DepartureDecision { accepted: false, ..decision(&site, Some(few)) };
        let done = decide(&site, &head(), it.id, no).await.unwrap();
        assert_eq!((done.stage, done.petition), (DepartureStage::Declined, Some(few)));
        receive(&site, &clerk(), congress(), wanted(), &Once::default()).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn two_departures_that_come_at_once_are_one_too_many() {
    both(async |site| {
        found(&site).await;
        let it = receive(&site, &clerk(), congress(), resigns(&site), &Once::default()).await.unwrap();
        let mut tx = site.db().begin().await.unwrap();
        let twin = elections::store::Departure { id: site.new_id(), ..it };
        assert!(!elections::store::begin_departure(&mut tx, &twin).await.unwrap(), "the index refuses it");
    });
}

#[test]
fn a_recall_in_session_needs_a_tenth_of_the_deputies() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update body set level = 'prefecture' where id = {}").bind(congress())).await;
        tx.commit().await.unwrap();
        let wanted = DepartureWanted { leaving: Leaving::Recalled, ..resigns(&site) };
        let it = receive(&site, &clerk(), congress(), wanted, &Once::default()).await.unwrap();
        let asked = Petition { petitioners: Some(32), electorate: 311, yes: 200 };
        let recess = decide(&site, &head(), it.id, decision(&site, Some(asked))).await.unwrap_err();
        assert_eq!(why(recess), "elections-refused-recall-fails", "a fifth of a standing committee");
        let mut office = visitor(&site, &head());
        let form = format!("/departures/{}/decision", it.id);
        let asked = office.get(&form).await.text;
        assert!(asked.contains("name=\"session\"") && asked.contains("罢免案通过"), "{asked}");
        let today = site.today().to_string();
        let typed =
            [("answer", "accepted"), ("meeting", "第三次会议"), ("decided", today.as_str()), ("session", "congress")];
        let typed = [typed.as_slice(), &[("petitioners", "32"), ("electorate", "311"), ("yes", "200")]].concat();
        let done = office.post(&form, &typed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let page = office.get(&format!("/departures/{}", it.id)).await.text;
        assert!(page.contains("会议期间"), "{page}");
        let json = office.get(&format!("/api/departures/{}", it.id)).await.json();
        assert_eq!((json["in_session"].as_bool(), json["stage"].as_str()), (Some(true), Some("accepted")), "{json}");
        sound(&site).await;
    });
}

#[test]
fn a_town_accepts_a_resignation_in_session_alone() {
    both(async |site| {
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update body set level = 'township' where id = {}").bind(congress())).await;
        tx.commit().await.unwrap();
        let it = receive(&site, &clerk(), congress(), resigns(&site), &Once::default()).await.unwrap();
        let recess = decide(&site, &head(), it.id, decision(&site, None)).await.unwrap_err();
        assert_eq!(why(recess), "elections-refused-recess");
        let sits = DepartureDecision { in_session: true, ..decision(&site, None) };
        let done = decide(&site, &head(), it.id, sits).await.unwrap();
        assert!(done.in_session);
        let page = visitor(&site, &head()).get(&format!("/departures/{}", it.id)).await.text;
        assert!(!page.contains("现在不能接受"), "it was accepted: {page}");
        sound(&site).await;
    });
}

/// A deputy of the city whom the county elected, called like one of its own; and offices in both that work.
async fn elected_above(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    let sql =
        Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, '代表2', 'daibiao', 'db', 1)");
    run(&mut tx, sql.bind(person(22))).await;
    let sql = Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term)")
        .add(" values ('in_office', '2021-12-20', 1, {}, {}, {}, '4301', {})");
    run(&mut tx, sql.bind(mandate(22)).bind(person(22)).bind(city()).bind(city_term())).await;
    for (n, of) in [(1, congress()), (2, city())] {
        let sql = Sql::new("insert into post (id, account, duty, body, congress, area, since, version)")
            .add(" values ({}, {}, 'clerk', {}, {}, '4301', '2022-01-01', 1)");
        run(&mut tx, sql.bind(id::<()>(30, n)).bind(account(50)).bind(of).bind(of)).await;
    }
    tx.commit().await.unwrap();
}

/// Whoever heads the office of the city's congress.
fn of_the_city() -> Actor {
    let area = kernel::AreaCode::parse("4301").unwrap();
    let post = Post { duty: Duty::Chief, body: city(), congress: city(), area };
    Actor { posts: vec![post], ..head() }
}

fn leaves_the_city(site: &Site) -> DepartureWanted {
    DepartureWanted { mandate: mandate(22), ..resigns(site) }
}

#[test]
fn the_congress_that_elected_a_deputy_accepts_the_resignation_and_files_it_above() {
    both(async |site| {
        found(&site).await;
        elected_above(&site).await;
        let ask = async |actor: &Actor, of, wanted| receive(&site, actor, of, wanted, &Once::default()).await;
        let above = ask(&of_the_city(), city(), leaves_the_city(&site)).await.unwrap_err();
        assert_eq!(why(above), "elections-refused-electors", "the county elected");
        let died = DepartureWanted { leaving: Leaving::Died, ..leaves_the_city(&site) };
        let stated = ask(&clerk(), congress(), died).await.unwrap_err();
        assert_eq!(why(stated), "elections-wrong-mandate", "the city states that its deputy died");
        let it = ask(&clerk(), congress(), leaves_the_city(&site)).await.unwrap();
        assert_eq!((it.congress, it.elector), (city(), congress()));
        let path = format!("/departures/{}", it.id);
        let mut city = visitor(&site, &of_the_city());
        assert!(city.get("/departures").await.text.contains(&path), "the congress of the seat sees it");
        assert_eq!(city.get(&path).await.status, StatusCode::OK);
        assert_eq!(city.get(&format!("{path}/decision")).await.status, StatusCode::FORBIDDEN);
        decide(&site, &head(), it.id, decision(&site, None)).await.unwrap();
        let told = announce(&site, &head(), it.id).await.unwrap();
        let notices = elections::queries::of_subject(&mut site.db(), told.id.uuid()).await.unwrap();
        assert_eq!(notices[0].congress, "临江县人民代表大会", "the county makes it public");
        sound(&site).await;
    });
}

#[test]
fn what_was_decided_is_entered_as_filed_once() {
    both(async |site| {
        found(&site).await;
        elected_above(&site).await;
        let it = receive(&site, &clerk(), congress(), leaves_the_city(&site), &Once::default()).await.unwrap();
        let (path, today) = (format!("/departures/{}", it.id), site.today().to_string());
        let mut office = visitor(&site, &clerk());
        let early = office.get(&format!("{path}/filing")).await;
        assert_eq!(early.status, StatusCode::CONFLICT, "{}", early.text);
        decide(&site, &head(), it.id, decision(&site, None)).await.unwrap();
        assert!(office.get(&path).await.text.contains(&format!("{path}/filing")));
        let before = [("on", "2026-01-02"), ("number", "")];
        assert_eq!(office.post(&format!("{path}/filing"), &before).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let typed = [("on", today.as_str()), ("number", "临人发〔2026〕3号")];
        let done = office.post(&format!("{path}/filing"), &typed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let page = office.get(&path).await.text;
        assert!(page.contains("临人发〔2026〕3号") && !page.contains(&format!("{path}/filing")), "{page}");
        let api = format!("/api/departures/{}/filing", it.id);
        let twice = office.json(Method::POST, &api, &[], json!({ "on": today })).await;
        assert_eq!(twice.status, StatusCode::CONFLICT, "{}", twice.text);
        assert_eq!(visitor(&site, &deputy()).get(&format!("{path}/filing")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor(&site, &stranger()).get(&path).await.status, StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}

#[test]
fn of_deputies_with_one_name_the_office_chooses() {
    both(async |site| {
        found(&site).await;
        elected_above(&site).await;
        let (mut office, today) = (visitor(&site, &clerk()), site.today().to_string());
        let mut typed =
            vec![("congress", ""), ("name", "代表2"), ("leaving", "resigned"), ("received", today.as_str())];
        let own = congress().to_string();
        typed[0].1 = &own;
        office.get("/departures/new").await;
        let asked = office.post("/departures", &typed).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", asked.text);
        assert!(
            asked.text.contains("星城市人民代表大会") && asked.text.contains("临江县人民代表大会"),
            "{}",
            asked.text
        );
        let theirs = mandate(22).to_string();
        typed.push(("mandate", &theirs));
        let made = office.post("/departures", &typed).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let json = office.get(&format!("/api{}", made.location())).await.json();
        assert_eq!(json["mandate"].as_str(), Some(theirs.as_str()), "{json}");
        sound(&site).await;
    });
}
