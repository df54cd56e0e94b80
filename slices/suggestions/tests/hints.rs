//! 承办单位参考 on the page and in JSON, from what the congress has handled before, on both engines.

use crate::world;
use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use kit::{Site, search::Feed, testing::both};
use suggestions::{
    SOURCE,
    desk::{self, assign::Plan},
    queries,
};
use suggestions_rules::SuggestionId;

const SOURCES: &[kit::search::Source] = &[SOURCE];

/// Two papers on lamps went to unit 2, one on a school to unit 4; a third on lamps waits.
async fn past(site: &Site) -> (SuggestionId, [SuggestionId; 2]) {
    found(site).await;
    let mut lamps = [world::id(8, 1); 2];
    for (place, title) in ["关于增设街道路灯的建议", "关于修复街道路灯的建议"].into_iter().enumerate()
    {
        lamps[place] = numbered(site, title).await;
        desk::assign::assign(site, &clerk(), lamps[place], &Plan::Sole(unit(2))).await.unwrap();
    }
    let school = numbered(site, "关于扩建乡村小学的建议").await;
    desk::assign::assign(site, &clerk(), school, &Plan::Sole(unit(4))).await.unwrap();
    let waits = numbered(site, "关于维护街道路灯的建议").await;
    Feed::new(site.search().unwrap().clone(), SOURCES).catch_up(site.db()).await.unwrap();
    (waits, lamps)
}

#[test]
fn the_unit_of_like_cases_is_named_first_with_the_cases_that_say_so() {
    both(|site| async move {
        let (waits, lamps) = past(&site).await;
        let seen = queries::detail(&site, &clerk(), waits).await.unwrap().suggestion;
        let hints = queries::hints(&site, &seen).await.unwrap();
        assert_eq!((hints[0].hint.unit, hints[0].name.as_str()), (unit(2), "县水利局"));
        let mut cases: Vec<SuggestionId> = hints[0].cases.iter().map(|case| case.id).collect();
        cases.sort();
        let mut wanted = lamps.to_vec();
        wanted.sort();
        assert_eq!(cases, wanted);
        assert_eq!(hints[0].hint.category, (2, 3), "two of the three of that category");
        let page = visitor(&site, &clerk()).get(&format!("/suggestions/{waits}/assignments")).await.text;
        assert!(page.contains("承办单位参考") && page.contains(&format!("/suggestions/{}", lamps[0])));
        assert!(page.contains("县水利局（在办 2，逾期 0）"), "what it has in hand stands beside its name");
    });
}

#[test]
fn it_is_told_to_those_who_hand_over_and_to_nobody_else() {
    both(|site| async move {
        let (waits, _) = past(&site).await;
        let path = format!("/api/suggestions/{waits}/hints");
        assert_eq!(visitor(&site, &clerk()).get(&path).await.status, StatusCode::OK);
        assert_eq!(visitor(&site, &deputy(1)).get(&path).await.status, StatusCode::FORBIDDEN, "who filed it sees it");
        let published = visitor(&site, &transfer()).get(&path).await.status;
        assert_eq!(
            published,
            StatusCode::FORBIDDEN,
            "the government's office sees what is published and hands over none of it"
        );
        for actor in [unit_head(2), stranger()] {
            assert_eq!(visitor(&site, &actor).get(&path).await.status, StatusCode::NOT_FOUND, "{}", actor.name);
        }
    });
}

#[test]
fn a_line_of_the_duties_that_a_unit_keeps_is_told_as_a_reason() {
    both(|site| async move {
        let (waits, _) = past(&site).await;
        let card = "insert into unit_card (unit, duties, version) values ({}, '城区街道路灯维护', 1)";
        let mut tx = site.db().begin().await.unwrap();
        tx.run(kit::db::Sql::new(card).bind(unit(4))).await.unwrap();
        tx.commit().await.unwrap();
        let page = visitor(&site, &clerk()).get(&format!("/suggestions/{waits}/assignments")).await.text;
        assert!(page.contains("职责中的“城区街道路灯维护”与标题都有“街道路灯”"), "{page}");
        let told = visitor(&site, &clerk()).get(&format!("/api/suggestions/{waits}/hints")).await.text;
        assert!(told.contains(r#""duty":"城区街道路灯维护""#), "{told}");
    });
}
