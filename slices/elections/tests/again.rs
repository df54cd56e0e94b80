//! A congress's election is certified for those elected; the open seats go to an election of their own.

use crate::world::{hall::polled, site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::{
    desk::{
        again::{ElectionAgainWanted, hold_again},
        candidates::{FormalListWanted, NomineeWanted, fix},
        count::{BallotLinkWanted, CountWanted, enter, link, take},
        prepare::{ElectionWanted, draw, open},
        settle::{ElectionReason, cancel, certify},
    },
    queries,
    store::{Election, candidates, districts},
};
use elections_rules::{
    Mode,
    election::{Kind, Stage, Way},
};
use kit::{Site, testing::both, web::api::Once};
use serde_json::json;

/// The election with everybody nominated on the list and what the ballot came to taken over.
async fn voted(site: &Site, it: &Election, n: u8, standings: &[(&str, i64, &str)]) {
    let at = districts(&mut site.db(), it.id).await.unwrap()[0].id;
    let mut known = candidates(&mut site.db(), it.id).await.unwrap();
    for (name, _, _) in standings {
        if !known.iter().any(|one| one.name.as_str() == *name) {
            known.push(nominated(site, at, name).await);
        }
    }
    let nominees = known.iter().map(|one| NomineeWanted { candidate: one.id, formal: true, votes: None }).collect();
    fix(site, &clerk(), it.id, FormalListWanted { way: Way::Whole, nominees }).await.unwrap();
    let known = candidates(&mut site.db(), it.id).await.unwrap();
    let names: Vec<&str> = known.iter().map(|one| one.name.as_str()).collect();
    let ballot = kernel::Id::from_uuid(polled(site, (n, it.seats), &names, standings).await);
    link(site, &clerk(), it.id, BallotLinkWanted { ballot }).await.unwrap();
    take(site, &clerk(), it.id).await.unwrap();
}

fn again(site: &Site) -> ElectionAgainWanted {
    ElectionAgainWanted { title: text("另行选举"), day: site.today(), method: text("选举办法") }
}

#[test]
fn who_was_elected_is_certified_and_the_open_seat_is_voted_on_again() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Indirect, 2, site.today())).await;
        open(&site, &clerk(), it.id).await.unwrap();
        let first = [("甲", 3, "elected"), ("丙", 1, "failed"), ("乙", 2, "failed")];
        voted(&site, &it, 1, &first).await;
        let early = hold_again(&site, &clerk(), it.id, again(&site), &Once::default()).await.unwrap_err();
        assert_eq!(why(early), "elections-refused-stage");
        certify(&site, &head(), it.id).await.unwrap();
        let told = queries::of_subject(&mut site.db(), it.id.uuid()).await.unwrap();
        let mut bodies = Vec::new();
        for one in &told {
            bodies.push(elections::store::read_notice(&mut site.db(), one.id).await.unwrap().unwrap().body);
        }
        assert!(bodies.iter().any(|body| body.contains("尚缺 1 名")), "{bodies:?}");
        let next = hold_again(&site, &clerk(), it.id, again(&site), &Once::default()).await.unwrap();
        assert_eq!((next.seats, next.stage, next.follows), (1, Stage::Nominating, Some(it.id)));
        let carried = candidates(&mut site.db(), next.id).await.unwrap();
        let names: Vec<&str> = carried.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["乙", "丙"], "by the order of the first vote");
        let twice = hold_again(&site, &clerk(), it.id, again(&site), &Once::default()).await.unwrap_err();
        assert_eq!(why(twice), "elections-refused-nothing-open");
        let all = queries::ProgressOf { area: kernel::AreaCode::parse("4301").unwrap(), level: None };
        let line = async || queries::progress(&mut site.db(), &all, None, 10).await.unwrap().items.remove(0);
        let before = line().await;
        assert_eq!((before.seats, before.elected, before.vacant), (2, 1, 1), "seats voted on again count once");
        voted(&site, &next, 2, &[("乙", 3, "elected"), ("丙", 1, "failed")]).await;
        certify(&site, &head(), next.id).await.unwrap();
        let after = line().await;
        assert_eq!((after.seats, after.elected, after.vacant), (2, 2, 0));
        sound(&site).await;
    });
}

#[test]
fn tied_seats_are_voted_on_again_before_anything_is_certified() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Indirect, 1, site.today())).await;
        open(&site, &clerk(), it.id).await.unwrap();
        voted(&site, &it, 1, &[("甲", 3, "tied"), ("乙", 3, "tied")]).await;
        assert_eq!(why(certify(&site, &head(), it.id).await.unwrap_err()), "elections-refused-not-decided");
    });
}

#[test]
fn the_other_election_is_announced_from_the_page_and_may_be_called_off() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Indirect, 2, site.today())).await;
        open(&site, &clerk(), it.id).await.unwrap();
        voted(&site, &it, 1, &[("甲", 3, "elected"), ("乙", 2, "failed"), ("丙", 1, "failed")]).await;
        let (path, form) = (format!("/elections/{}", it.id), format!("/elections/{}/follow-up", it.id));
        let (mut office, today) = (visitor(&site, &clerk()), site.today().to_string());
        assert!(office.get(&path).await.text.contains("还缺 1 名"));
        assert_eq!(office.get(&form).await.status, StatusCode::CONFLICT);
        certify(&site, &head(), it.id).await.unwrap();
        assert!(office.get(&path).await.text.contains(&form));
        assert_eq!(office.get(&form).await.status, StatusCode::OK);
        let typed = [("title", "另行选举"), ("day", today.as_str()), ("method", "选举办法")];
        let made = office.post(&form, &typed).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let shown = office.get(&path).await.text;
        assert!(shown.contains("另行选举") && !shown.contains(&form), "{shown}");
        let json = office.get(&format!("/api/elections/{}", it.id)).await.json();
        assert_eq!(json["open_seats"], json!(1));
        let next: elections_rules::election::ElectionId = json["followed_by"].as_str().unwrap().parse().unwrap();
        cancel(&site, &head(), next, ElectionReason { reason: text("推迟") }).await.unwrap();
        let body = json!({ "title": "再次另行选举", "day": today, "method": "选举办法" });
        let made = office.json(Method::POST, &format!("/api/elections/{}/follow-up", it.id), &[], body).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        assert_eq!(made.json()["follows"], json!(it.id.uuid()));
        assert_eq!(visitor(&site, &stranger()).get(&form).await.status, StatusCode::NOT_FOUND);
        assert_eq!(visitor(&site, &deputy()).get(&form).await.status, StatusCode::FORBIDDEN);
        sound(&site).await;
    });
}

#[test]
fn seats_a_by_election_did_not_fill_are_vacant_again() {
    both(async |site| {
        found(&site).await;
        for n in [3, 4] {
            ended(&site, n).await;
        }
        let by = ElectionWanted { mode: Some(Mode::Direct), ..wanted(Kind::By, 2, site.today()) };
        let it = announced(&site, ElectionWanted { vacancies: vec![mandate(3), mandate(4)], ..by }).await;
        let at = draw(&site, &clerk(), it.id, place("第一选区", 2), &Once::default()).await.unwrap().id;
        open(&site, &clerk(), it.id).await.unwrap();
        let mut nominees = Vec::new();
        for name in ["甲", "乙"] {
            let candidate = nominated(&site, at, name).await.id;
            nominees.push(NomineeWanted { candidate, formal: true, votes: None });
        }
        fix(&site, &clerk(), it.id, FormalListWanted { way: Way::Whole, nominees }).await.unwrap();
        for got in [&[("甲", 1_500), ("乙", 800)][..], &[("乙", 600)]] {
            let count = CountWanted { figures: figures(), votes: votes(got) };
            enter(&site, &clerk(), at, count).await.unwrap();
        }
        certify(&site, &head(), it.id).await.unwrap();
        let all = queries::vacancies(&mut site.db(), congress()).await.unwrap();
        let free: Vec<_> = all.iter().filter(|one| one.election.is_none()).map(|one| one.mandate).collect();
        assert_eq!((all.len(), free), (2, vec![mandate(4)]));
        let none = hold_again(&site, &clerk(), it.id, again(&site), &Once::default()).await.unwrap_err();
        assert_eq!(why(none), "elections-refused-nothing-open");
        sound(&site).await;
    });
}
