//! What a body does with what it was given, beside answering.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kit::{Site, db::Sql, testing::both};
use opinions::desk::{
    handle::{AnswerWanted, AssignmentWanted, answer, assign, give_back, sign_for},
    receive::Received,
    remind::remind,
};
use opinions_rules::{OpinionId, Treatment};
use serde_json::json;

async fn with_the_roads(site: &Site) -> Received {
    let it = said_here(site).await;
    given(site, &county_clerk(), it.id, Treatment::Urge).await.unwrap();
    it
}

async fn due(site: &Site, id: OpinionId) -> String {
    let json = visitor(site, &head()).get(&format!("/api/opinions/{id}")).await.json();
    json["due"].as_str().unwrap_or_default().to_owned()
}

/// What whoever said it reads.
async fn reads(site: &Site, it: &Received) -> String {
    let mut zhao = visitor(site, &Actor::nobody());
    zhao.get("/opinions/progress").await;
    zhao.post("/opinions/progress", &[("code", &it.tracking.shown())]).await.text
}

#[test]
fn a_body_signs_for_what_it_was_given_and_its_days_run_from_then() {
    both(async |site| {
        found(&site).await;
        let it = with_the_roads(&site).await;
        assert_eq!(due(&site, it.id).await, "2026-06-17", "never signed for, from when it was given");
        on(&site, "2026-06-11");
        let (path, seen) = (format!("/opinions/{}", it.id), version(&site, it.id).await.to_string());
        let mut unit = visitor(&site, &head());
        let page = unit.get(&path).await.text;
        assert!(page.contains(&format!("{path}/signing")) && page.contains(&format!("{path}/return")), "{page}");
        let told = unit.post(&format!("{path}/signing"), &[("version", &seen)]).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
        assert_eq!(due(&site, it.id).await, "2026-06-18", "five working days from signing");
        let list = unit.get("/opinions").await.text;
        assert!(list.contains("2026-06-18"), "{list}");
        let page = unit.get(&path).await.text;
        assert!(!page.contains(&format!("{path}/signing")), "once: {page}");
        let twice = sign_for(&site, &head(), it.id, version(&site, it.id).await).await;
        assert_eq!(why(twice.unwrap_err()), "opinions-refused-signed-for");
        assert!(reads(&site, &it).await.contains("承办单位签收"));
        let overdue = async || {
            remind(&site).await.unwrap();
            let sql = "select count(*) from journal where verb = 'opinion.overdue'";
            site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
        };
        on(&site, "2026-06-18");
        assert_eq!(overdue().await, 0, "the days of who signed are not over");
        on(&site, "2026-06-23");
        assert_eq!((overdue().await, overdue().await), (1, 1));
        sound(&site).await;
    });
}

#[test]
fn a_body_gives_back_what_is_not_its_matter_and_the_office_gives_it_elsewhere() {
    both(async |site| {
        found(&site).await;
        let it = with_the_roads(&site).await;
        let path = format!("/opinions/{}", it.id);
        let mut unit = visitor(&site, &head());
        unit.get(&path).await;
        let seen = version(&site, it.id).await.to_string();
        let empty = unit.post(&format!("{path}/return"), &[("version", &seen), ("back", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("version", seen.as_str()), ("back", "桥属水利部门管护。")];
        assert_eq!(unit.post(&format!("{path}/return"), &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(stage(&site, it.id).await, "received");
        let page = visitor(&site, &county_clerk()).get(&path).await.text;
        assert!(page.contains("桥属水利部门管护。"), "{page}");
        let public = reads(&site, &it).await;
        assert!(public.contains("承办单位退回") && !public.contains("桥属水利部门管护。"), "{public}");
        let late = give_back(&site, &head(), it.id, version(&site, it.id).await, &text("再退。")).await;
        assert_eq!(why(late.unwrap_err()), "opinions-refused-not-given");
        given(&site, &county_clerk(), it.id, Treatment::Urge).await.unwrap();
        let sql = Sql::new("select signed_for from opinion where id = {}").bind(it.id);
        assert_eq!(site.db().one::<(Option<i64>,)>(sql).await.unwrap().unwrap().0, None);
        sound(&site).await;
    });
}

#[test]
fn nobody_but_the_body_that_has_it_signs_for_it_or_gives_it_back() {
    both(async |site| {
        found(&site).await;
        let id = with_the_roads(&site).await.id;
        for (who, told) in [
            (county_clerk(), StatusCode::FORBIDDEN),
            (county_deputy(), StatusCode::FORBIDDEN),
            (town_chief(), StatusCode::NOT_FOUND),
            (stranger(), StatusCode::NOT_FOUND),
        ] {
            for verb in ["signing", "return", "feedback"] {
                let path = format!("/api/opinions/{id}/{verb}");
                let answer = visitor(&site, &who).json(Method::POST, &path, &[], json!({})).await;
                assert_eq!(answer.status, told, "{verb}: {}", answer.text);
            }
        }
        let path = format!("/api/opinions/{id}/return");
        let tag = format!("\"{}\"", version(&site, id).await);
        let mut unit = visitor(&site, &head());
        let blank = unit.json(Method::POST, &path, &[("if-match", &tag)], json!({})).await;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", blank.text);
        let why = json!({ "words": "不属本单位职责。" });
        let told = unit.json(Method::POST, &path, &[("if-match", &tag)], why).await;
        assert_eq!(told.json()["stage"], "received", "{}", told.text);
    });
}

#[test]
fn what_the_congress_sees_to_itself_stays_in_its_own_office() {
    both(async |site| {
        found(&site).await;
        let id = said_here(&site).await.id;
        let give = async |unit, treatment| {
            let wanted = AssignmentWanted { unit, treatment, hard: false, words: None };
            assign(&site, &county_clerk(), id, version(&site, id).await, &wanted).await
        };
        let told = give(roads(), Treatment::Own).await;
        assert_eq!(why(told.unwrap_err()), "unit: opinions-wrong-own");
        let told = give(county_office(), Treatment::Urge).await;
        assert_eq!(why(told.unwrap_err()), "unit: opinions-wrong-not-own");
        give(county_office(), Treatment::Own).await.unwrap();
        let page = visitor(&site, &county_clerk()).get(&format!("/opinions/{id}")).await.text;
        assert!(page.contains("自己办") && page.contains("县人大联工委"), "{page}");
        let wanted = AnswerWanted { words: text("已在代表接待日当面说明。"), for_deputy: false };
        answer(&site, &county_clerk(), id, version(&site, id).await, &wanted).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn a_receipt_is_no_answer_and_the_office_says_it_to_the_person() {
    both(async |site| {
        found(&site).await;
        let it = said_here(&site).await;
        let chief = actor(52, None, accounts_rules::Duty::Chief, (county_office(), county()));
        let wanted = AssignmentWanted { unit: roads(), treatment: Treatment::Remind, hard: false, words: None };
        assign(&site, &chief, it.id, version(&site, it.id).await, &wanted).await.unwrap();
        let path = format!("/opinions/{}", it.id);
        let mut unit = visitor(&site, &head());
        let page = unit.get(&path).await.text;
        assert!(page.contains(&format!("{path}/feedback")), "{page}");
        let seen = version(&site, it.id).await.to_string();
        let fields = [("version", seen.as_str()), ("feedback", "来函收悉，已列入巡查。")];
        let told = unit.post(&format!("{path}/feedback"), &fields).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER);
        assert_eq!(stage(&site, it.id).await, "received");
        let public = reads(&site, &it).await;
        assert!(public.contains("承办单位反馈") && !public.contains("来函收悉"), "{public}");
        assert!(!public.contains("/opinions/progress/judgement"), "nothing to be judged yet: {public}");
        assert!(visitor(&site, &chief).get(&path).await.text.contains("来函收悉，已列入巡查。"));
        let wanted = AnswerWanted { words: text("交通局已列入巡查。"), for_deputy: false };
        answer(&site, &chief, it.id, version(&site, it.id).await, &wanted).await.unwrap();
        assert!(reads(&site, &it).await.contains("交通局已列入巡查。"));
        sound(&site).await;
    });
}
