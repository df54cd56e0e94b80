//! The preliminary election as a round of its own.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::{
    desk::{
        candidates::{FormalListWanted, NomineeWanted, fix},
        prepare::{draw, open},
        primary::{PrimaryVotesWanted, PrimaryWanted, enter},
    },
    queries,
    store::{Candidate, Election},
};
use elections_rules::election::{Asked, DistrictId, Kind, PrimaryFigures, Way};
use kit::{Site, testing::both, web::api::Once};
use serde_json::json;

/// An election of one seat for which four are nominated, two more than may stand.
async fn crowded(site: &Site) -> (Election, DistrictId, Vec<Candidate>) {
    let it = announced(site, wanted(Kind::Direct, 1, day("2026-12-20"))).await;
    let at = draw(site, &clerk(), it.id, place("第一选区", 1), &Once::default()).await.unwrap().id;
    open(site, &clerk(), it.id).await.unwrap();
    let mut all = Vec::new();
    for name in ["甲", "乙", "丙", "丁"] {
        all.push(nominated(site, at, name).await);
    }
    (it, at, all)
}

fn counted(site: &Site, asked: Asked, took_part: u32, votes: &[(&Candidate, u32)]) -> PrimaryWanted {
    let figures =
        PrimaryFigures { entitled: 900, took_part, handed: took_part, returned: took_part, invalid: 0, marks: 2 };
    let votes = votes.iter().map(|(one, votes)| PrimaryVotesWanted { candidate: one.id, votes: *votes }).collect();
    PrimaryWanted { day: site.today(), asked, figures, votes }
}

#[test]
fn the_formal_list_follows_the_preliminary_election() {
    both(async |site| {
        found(&site).await;
        let (it, at, all) = crowded(&site).await;
        let [a, b, c, d] = all.as_slice() else { panic!("four") };
        let votes = [(a, 90), (b, 200), (c, 150), (d, 20)];
        let list = |names: &[&Candidate]| FormalListWanted {
            way: Way::Preliminary,
            nominees: all
                .iter()
                .map(|one| {
                    let formal = names.iter().any(|name| name.id == one.id);
                    NomineeWanted { candidate: one.id, formal, votes: Some(9_999) }
                })
                .collect(),
        };
        let void = enter(&site, &clerk(), at, counted(&site, Asked::Third, 299, &votes), None).await.unwrap();
        assert!(!void.value.valid);
        let early = fix(&site, &clerk(), it.id, list(&[b, c])).await.unwrap_err();
        assert_eq!(why(early), "elections-refused-primary-void");
        let again = enter(&site, &clerk(), at, counted(&site, Asked::Third, 300, &votes), None).await.unwrap().value;
        assert_eq!((again.valid, again.list), (true, vec![b.id, c.id]));
        let passed = fix(&site, &clerk(), it.id, list(&[a, b])).await.unwrap_err();
        assert_eq!(why(passed), "elections-refused-preliminary-order", "whatever votes are typed");
        fix(&site, &clerk(), it.id, list(&[b, c])).await.unwrap();
        let part = queries::whole(&mut site.db(), &it).await.unwrap().parts.remove(0);
        assert_eq!(part.candidates[1].preliminary, Some(200));
        let late = enter(&site, &clerk(), at, counted(&site, Asked::Nothing, 300, &votes), None).await.unwrap_err();
        assert_eq!(why(late), "elections-refused-stage");
        sound(&site).await;
    });
}

#[test]
fn a_preliminary_election_has_a_page_and_an_interface() {
    both(async |site| {
        found(&site).await;
        let (it, at, all) = crowded(&site).await;
        let (page, api) =
            (format!("/elections/districts/{at}/preliminary"), format!("/api/election-districts/{at}/preliminary"));
        let (mut office, today) = (visitor(&site, &clerk()), site.today().to_string());
        assert!(office.get(&format!("/elections/{}", it.id)).await.text.contains(&page));
        assert!(office.get(&page).await.text.contains("丁｜"));
        let mut typed = vec![("day", today.as_str()), ("asked", "nothing"), ("entitled", "900"), ("took_part", "400")];
        typed.extend([("handed", "400"), ("returned", "398"), ("invalid", ""), ("marks", "2"), ("version", "0")]);
        let wrong = [typed.as_slice(), &[("votes", "戊｜3")]].concat();
        assert_eq!(office.post(&page, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = [typed.as_slice(), &[("votes", "甲｜30\n乙｜200\n丙｜150")]].concat();
        let done = office.post(&page, &right).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let shown = office.get(&format!("/elections/{}", it.id)).await.text;
        assert!(shown.contains("按得票顺序入选：乙、丙"), "{shown}");
        let list = office.get(&format!("/elections/{}/candidates", it.id)).await.text;
        assert!(list.contains("value=\"200\""), "{list}");
        let figures =
            json!({ "entitled": 900, "took_part": 901, "handed": 1, "returned": 1, "invalid": 0, "marks": 1 });
        let mut body = json!({ "day": today, "figures": figures, "votes": [] });
        let blind = office.json(Method::PUT, &api, &[], body.clone()).await;
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED, "{}", blind.text);
        let refused = office.json(Method::PUT, &api, &[("if-match", "\"0\"")], body.clone()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        body["figures"]["took_part"] = json!(600);
        body["asked"] = json!("half");
        body["votes"] = json!([{ "candidate": all[0].id.uuid(), "votes": 1 }]);
        let unseen = office.json(Method::PUT, &api, &[("if-match", "\"0\"")], body.clone()).await;
        assert_eq!(unseen.status, StatusCode::PRECONDITION_FAILED, "{}", unseen.text);
        let told = office.get(&format!("/api/elections/{}", it.id)).await.json();
        let seen = told["districts"][0]["preliminary"]["version"].to_string();
        let done = office.json(Method::PUT, &api, &[("if-match", seen.as_str())], body).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text);
        let round = &done.json()["districts"][0]["preliminary"];
        assert_eq!((round["valid"].as_bool(), round["asked"].as_str()), (Some(true), Some("half")), "{round}");
        assert_eq!(visitor(&site, &deputy()).get(&page).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor(&site, &stranger()).get(&page).await.status, StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}
