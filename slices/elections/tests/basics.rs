//! What is told of candidates, and the first list.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::{
    desk::{
        candidates::{NominationWanted, nominate},
        post::post,
        prepare::{draw, open},
    },
    queries,
    store::{candidates, districts, read_notice},
};
use elections_rules::election::{Basics, DistrictId, ElectionId, Kind, Sector, Sex};
use kit::{Site, testing::both, web::api::Once};
use serde_json::json;

fn told() -> Basics {
    Basics {
        sex: Some(Sex::Female),
        ethnicity: Some(text("苗族")),
        born: "1986-11".parse().ok(),
        party: Some(text("群众")),
        education: Some(text("大学")),
        sector: Some(Sector::Professional),
    }
}

async fn opened(site: &Site) -> (ElectionId, DistrictId) {
    let it = announced(site, wanted(Kind::Direct, 2, day("2026-12-20"))).await;
    let at = draw(site, &clerk(), it.id, place("第一选区", 2), &Once::default()).await.unwrap().id;
    open(site, &clerk(), it.id).await.unwrap();
    (it.id, at)
}

#[test]
fn the_first_list_is_posted_once_with_what_is_told_of_everybody() {
    both(async |site| {
        found(&site).await;
        let (id, at) = opened(&site).await;
        assert_eq!(why(post(&site, &clerk(), id).await.unwrap_err()), "elections-refused-nobody-nominated");
        let young = Basics { born: "2009-01".parse().ok(), ..told() };
        let young = NominationWanted { basics: young, ..nominee("丁") };
        let refused = nominate(&site, &clerk(), at, young, &Once::default()).await.unwrap_err();
        assert_eq!(why(refused), "elections-refused-under-age");
        let first = NominationWanted { basics: told(), note: Some(text("教师")), ..nominee("甲") };
        nominate(&site, &clerk(), at, first, &Once::default()).await.unwrap();
        nominated(&site, at, "乙").await;
        post(&site, &clerk(), id).await.unwrap();
        assert_eq!(districts(&mut site.db(), id).await.unwrap()[0].first_list, Some(site.today()));
        assert_eq!(why(post(&site, &clerk(), id).await.unwrap_err()), "elections-refused-first-list-told");
        let notices = queries::of_subject(&mut site.db(), id.uuid()).await.unwrap();
        let list = notices.iter().find(|one| one.kind == "first-list").unwrap();
        let words = read_notice(&mut site.db(), list.id).await.unwrap().unwrap().body;
        assert!(words.contains("甲，女，苗族，1986年11月出生，群众，大学，专业技术人员，教师\n乙\n"), "{words}");
        assert_eq!(candidates(&mut site.db(), id).await.unwrap()[0].basics, told());
        sound(&site).await;
    });
}

#[test]
fn the_page_asks_for_it_and_counts_women_and_programs_do_the_same() {
    both(async |site| {
        found(&site).await;
        let (id, at) = opened(&site).await;
        let form = format!("/elections/districts/{at}/candidates");
        let mut office = visitor(&site, &clerk());
        office.get(&form).await;
        let mut typed =
            vec![("name", "甲"), ("origin", "joint"), ("proposer", "选民甲"), ("signers", "10"), ("sex", "female")];
        typed.push(("born", "1986-13"));
        let asked = office.post(&form, &typed).await;
        assert!(asked.status == StatusCode::UNPROCESSABLE_ENTITY && asked.text.contains("1975-06"), "{}", asked.text);
        typed.pop();
        typed.extend([("born", "1986-11"), ("sector", "farmer")]);
        assert_eq!(office.post(&form, &typed).await.status, StatusCode::SEE_OTHER);
        let body = json!({ "name": "乙", "origin": "joint", "proposer": "选民甲", "signers": 10,
            "basics": { "sex": "male", "born": "1975-06" } });
        let path = format!("/api/election-districts/{at}/candidates");
        let made = office.json(Method::POST, &path, &[], body.clone()).await;
        assert_eq!(made.json()["basics"]["born"], "1975-06", "{}", made.text);
        for wrong in [json!({ "sex": "x" }), json!({ "born": "1975-6" }), json!({ "height": 1 })] {
            let mut body = body.clone();
            body["basics"] = wrong;
            let refused = office.json(Method::POST, &path, &[], body).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        }
        let page = office.get(&format!("/elections/{id}")).await.text;
        assert!(page.contains("其中女 1 名（50.0%）") && page.contains("/first-list"), "{page}");
        let mut other = visitor(&site, &deputy());
        let path = format!("/api/elections/{id}/first-list");
        assert_eq!(other.json(Method::POST, &path, &[], json!({})).await.status, StatusCode::FORBIDDEN);
        let posted = office.json(Method::POST, &path, &[], json!({})).await.json();
        assert_eq!((&posted["women"]["share"], &posted["women"]["all"]), (&json!("50.0"), &json!(2)));
        assert!(!office.get(&format!("/elections/{id}")).await.text.contains("/first-list"));
    });
}
