//! Objections to the list of voters: days, decision, court, and the list that follows.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::{
    desk::{
        objections::{
            VoterListChange, VoterObjectionWanted, VoterRulingWanted, VoterSuitWanted, decide, judge, receive, sue,
        },
        prepare::{DistrictWanted, draw},
        voters::{VoterWanted, add},
    },
    queries,
    store::{Objection, read_objection, read_voter},
};
use elections_rules::election::{Against, DistrictId, Kind, Ruling};
use kernel::Day;
use kit::{Problem, Site, testing::both, web::api::Once};
use serde_json::json;

/// A district whose list was posted `ago` days ago, of an election in 30 days.
async fn posted(site: &Site, ago: i32) -> (elections::store::Election, DistrictId) {
    let it = announced(site, wanted(Kind::Direct, 1, site.today().plus_days(30))).await;
    let listed = DistrictWanted { voter_list: Some(site.today().plus_days(-ago)), ..place("第一选区", 1) };
    let at = draw(site, &clerk(), it.id, listed, &Once::default()).await.unwrap().id;
    (it, at)
}

async fn listed(site: &Site, at: DistrictId, name: &str, card: &str) -> elections::store::Voter {
    let wanted = VoterWanted { name: text(name), card: Some(text(card)), born: None, note: None };
    add(site, &clerk(), at, wanted, &Once::default()).await.unwrap()
}

fn about(against: Against, name: &str, number: Option<u32>, received: Day) -> VoterObjectionWanted {
    let (objector, words) = (text("申诉人"), text("请核对"));
    VoterObjectionWanted { against, objector, about: text(name), number, words, received }
}

async fn came(site: &Site, at: DistrictId, wanted: VoterObjectionWanted) -> Result<Objection, Problem> {
    receive(site, &clerk(), at, wanted, &Once::default()).await
}

fn ruled(ruling: Ruling, on: Day) -> VoterRulingWanted {
    VoterRulingWanted { ruling, on, reason: text("经核实"), change: None }
}

#[test]
fn what_the_committee_upholds_changes_the_list() {
    both(async |site| {
        found(&site).await;
        let (_, at) = posted(&site, 2).await;
        let (today, first) = (site.today(), listed(&site, at, "选民甲", "1").await);
        let second = listed(&site, at, "选民乙", "2").await;
        let wrong = came(&site, at, about(Against::WronglyOn, "选民甲", Some(1), today)).await.unwrap();
        let facts = came(&site, at, about(Against::WrongFacts, "选民乙", Some(2), today)).await.unwrap();
        let out = came(&site, at, about(Against::LeftOut, "选民丙", None, today)).await.unwrap();
        let nobody = came(&site, at, about(Against::WronglyOn, "选民丁", Some(9), today)).await.unwrap_err();
        assert_eq!(why(nobody), "elections-wrong-voter-number");
        let uphold = |change| VoterRulingWanted { change: Some(change), ..ruled(Ruling::Upheld, today) };
        assert!(decide(&site, &clerk(), wrong.id, uphold(VoterListChange::default())).await.unwrap().applied);
        let struck = read_voter(&mut site.db(), first.id).await.unwrap().unwrap();
        assert_eq!(struck.struck.as_deref(), Some("mistaken"));
        let card = VoterListChange { card: Some(text("2-1")), ..VoterListChange::default() };
        decide(&site, &clerk(), facts.id, uphold(card)).await.unwrap();
        let right = read_voter(&mut site.db(), second.id).await.unwrap().unwrap();
        assert_eq!((right.name.as_str(), right.card.as_ref().map(kernel::Text::as_str)), ("选民乙", Some("2-1")));
        let taken = VoterListChange { card: Some(text("2-1")), ..VoterListChange::default() };
        assert_eq!(
            why(decide(&site, &clerk(), out.id, uphold(taken)).await.unwrap_err()),
            "elections-wrong-voter-card"
        );
        let added = decide(&site, &clerk(), out.id, uphold(VoterListChange::default())).await.unwrap();
        assert!(added.applied && added.voter.is_some());
        let (district, _) = elections::desk::prepare::district(&site, &clerk(), at, None).await.unwrap();
        assert_eq!(district.voters, 2, "one struck, one added");
        let again = decide(&site, &clerk(), out.id, ruled(Ruling::Rejected, today)).await.unwrap_err();
        assert_eq!(why(again), "elections-refused-hearing-stage");
        sound(&site).await;
    });
}

#[test]
fn who_is_rejected_goes_to_the_court_and_the_list_follows_its_judgement() {
    both(async |site| {
        found(&site).await;
        let (it, at) = posted(&site, 2).await;
        listed(&site, at, "选民甲", "1").await;
        let today = site.today();
        let one = came(&site, at, about(Against::LeftOut, "选民丙", None, today)).await.unwrap();
        let court = |on| VoterSuitWanted { on, court: text("临江县人民法院") };
        assert_eq!(
            why(sue(&site, &clerk(), one.id, court(today)).await.unwrap_err()),
            "elections-refused-hearing-stage"
        );
        decide(&site, &clerk(), one.id, ruled(Ruling::Rejected, today)).await.unwrap();
        let waits = queries::waiting(&mut site.db(), &it, today).await.unwrap();
        assert!(waits.is_empty(), "{waits:?}");
        site.set_now(it.day.plus_days(-4).start());
        let late = sue(&site, &clerk(), one.id, court(it.day.plus_days(-4))).await.unwrap_err();
        assert_eq!(why(late), "elections-refused-sued-late");
        sue(&site, &clerk(), one.id, court(it.day.plus_days(-5))).await.unwrap();
        site.set_now(it.day.start());
        let waits = queries::waiting(&mut site.db(), &it, it.day).await.unwrap();
        assert_eq!((waits[0].open, waits[0].overdue), (1, 1), "the court judges before election day");
        let judged = judge(&site, &clerk(), one.id, ruled(Ruling::Upheld, it.day.plus_days(-1))).await.unwrap();
        assert!(judged.applied && !judged.heard(it.day).late());
        assert_eq!(queries::posted(&mut site.db(), at).await.unwrap().len(), 2);
        let kept = read_objection(&mut site.db(), one.id).await.unwrap().unwrap();
        assert_eq!(kept, judged);
        sound(&site).await;
    });
}

#[test]
fn nothing_is_objected_to_before_a_list_is_posted_and_overdue_ones_are_told() {
    both(async |site| {
        found(&site).await;
        let (it, at) = posted(&site, 6).await;
        let today = site.today();
        let early = about(Against::LeftOut, "选民丙", None, today.plus_days(-7));
        assert_eq!(why(came(&site, at, early).await.unwrap_err()), "elections-refused-day-early");
        let ahead = about(Against::LeftOut, "选民丙", None, today.plus_days(1));
        assert_eq!(why(came(&site, at, ahead).await.unwrap_err()), "elections-refused-day-ahead");
        // In time, four days ago: the three days are over. And one that is late, which has no clock.
        let waits = came(&site, at, about(Against::LeftOut, "选民丙", None, today.plus_days(-4))).await.unwrap();
        came(&site, at, about(Against::LeftOut, "选民戊", None, today)).await.unwrap();
        let lines = queries::waiting(&mut site.db(), &it, today).await.unwrap();
        assert_eq!((lines[0].open, lines[0].overdue), (2, 1));
        let upheld = decide(&site, &clerk(), waits.id, ruled(Ruling::Upheld, today)).await.unwrap();
        assert!(!upheld.applied && upheld.heard(it.day).late(), "no names are kept here");
        let none = draw(&site, &clerk(), it.id, place("第二选区", 1), &Once::default()).await.unwrap().id;
        let unposted = about(Against::LeftOut, "选民丙", None, today);
        assert_eq!(why(came(&site, none, unposted).await.unwrap_err()), "elections-refused-not-posted");
        sound(&site).await;
    });
}

#[test]
fn objections_are_for_the_office_that_keeps_the_list_alone() {
    both(async |site| {
        found(&site).await;
        let (it, at) = posted(&site, 2).await;
        let (pages, api) =
            (format!("/elections/districts/{at}/objections"), format!("/api/election-districts/{at}/objections"));
        let (mut office, today) = (visitor(&site, &clerk()), site.today().to_string());
        assert!(office.get(&pages).await.text.contains("没有申诉"));
        assert_eq!(office.get(&format!("{pages}/new")).await.status, StatusCode::OK);
        let typed = [
            ("against", "left_out"),
            ("objector", "茅竹溪"),
            ("about", "虞石桥"),
            ("words", "名单上没有他"),
            ("received", today.as_str()),
        ];
        let made = office.post(&pages, &typed).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let body =
            json!({ "against": "left_out", "objector": "甲", "about": "乙", "words": "漏登", "received": today });
        let made = office.json(Method::POST, &api, &[], body).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let id = made.json()["id"].as_str().unwrap().to_owned();
        let list = office.get(&pages).await.text;
        assert!(list.contains("虞石桥") && list.contains("作出处理决定"), "{list}");
        let show = office.get(&format!("/elections/{}", it.id)).await.text;
        assert!(show.contains("2 件待处理"), "{show}");
        let one = format!("/elections/objections/{id}");
        for path in [one.clone(), format!("{one}/decision")] {
            assert_eq!(office.get(&path).await.status, StatusCode::OK, "{path}");
        }
        let said = [("ruling", "rejected"), ("on", today.as_str()), ("reason", "不符合条件")];
        let done = office.post(&format!("{one}/decision"), &said).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        assert_eq!(office.get(&format!("{one}/suit")).await.status, StatusCode::OK);
        let sued = office.post(&format!("{one}/suit"), &[("court", "法院"), ("on", today.as_str())]).await;
        assert_eq!(sued.status, StatusCode::SEE_OTHER, "{}", sued.text);
        assert_eq!(office.get(&format!("{one}/judgment")).await.status, StatusCode::OK);
        let body = json!({ "ruling": "rejected", "on": today, "reason": "维持" });
        let judged = office.json(Method::POST, &format!("/api/election-objections/{id}/judgment"), &[], body).await;
        assert_eq!((judged.status, judged.json()["stage"].as_str()), (StatusCode::OK, Some("judged")));
        assert!(office.get(&one).await.text.contains("维持"));
        for path in [&pages, &api, &one] {
            assert_eq!(visitor(&site, &deputy()).get(path).await.status, StatusCode::FORBIDDEN);
            assert_eq!(visitor(&site, &stranger()).get(path).await.status, StatusCode::NOT_FOUND);
        }
        sound(&site).await;
    });
}
