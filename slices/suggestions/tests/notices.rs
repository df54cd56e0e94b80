//! 交办通知的发文字号: entered by the office, borne by the documents, told with the version that was seen.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{db::Sql, testing::both};
use serde_json::{Value, json};
use suggestions_rules::SuggestionId;

async fn notice(site: &kit::Site, id: SuggestionId) -> String {
    visitor(site, &clerk()).get(&format!("/api/suggestions/{id}/papers/notice-1")).await.text
}

#[test]
fn a_notice_bears_the_number_under_which_it_went_out_and_whom_to_ask() {
    both(async |site| {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修缮便桥的建议").await;
        assert!(notice(&site, id).await.contains("〔2026〕　　号"), "a blank until there is one");
        let mut tx = site.db().begin().await.unwrap();
        let card =
            Sql::new("insert into unit_card (unit, contact, phone, version) values ({}, '周科长', '0731-84020002', 1)");
        tx.run(card.bind(office())).await.unwrap();
        tx.commit().await.unwrap();
        assert!(notice(&site, id).await.contains("周科长 0731-84020002"), "the office's card");
        let page = format!("/suggestions/tasks/sessions/{}/notices", session());
        let mut chief = visitor(&site, &clerk());
        let form = chief.get(&page).await;
        assert!(form.status == StatusCode::OK && form.text.contains("周科长"), "{}", form.text);
        let today = site.today();
        let typed = |number: &'static str, day: String| {
            vec![("number", number.to_owned()), ("day", day), ("version", "0".to_owned())]
        };
        async fn sent(
            chief: &mut kit::testing::Visitor,
            page: &str,
            fields: Vec<(&str, String)>,
        ) -> kit::testing::Answer {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            chief.post(page, &fields).await
        }
        for (number, day) in
            [("", today.to_string()), ("常办函〔2026〕3号", today.plus_days(40).to_string()), ("x", "今天".to_owned())]
        {
            let wrong = sent(&mut chief, &page, typed(number, day)).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        }
        let done = sent(&mut chief, &page, typed("常办函〔2026〕3号", today.to_string())).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let paper = notice(&site, id).await;
        assert!(paper.contains("常办函〔2026〕3号") && !paper.contains("〔2026〕　　号"), "{paper}");
        let stale = sent(&mut chief, &page, typed("常办函〔2026〕9号", today.to_string())).await;
        assert!(
            stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.text.contains("常办函〔2026〕3号"),
            "{}",
            stale.text
        );
        for actor in [deputy(1), unit_clerk(1), stranger()] {
            assert_eq!(visitor(&site, &actor).get(&page).await.status, StatusCode::FORBIDDEN, "{}", actor.name);
        }
    });
}

#[test]
fn a_program_enters_the_number_over_the_list_it_has_seen() {
    both(async |site| {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修缮便桥的建议").await;
        let at = format!("/api/sessions/{}/notice-numbers", session());
        let mut office = visitor(&site, &clerk());
        assert_eq!(office.get(&at).await.json(), json!([]));
        let today = site.today();
        let body = |day: String, number: &str| json!({ "day": day, "number": number, "contact": "周某 0731" });
        let put = async |office: &mut kit::testing::Visitor, tag: &[(&str, &str)], body: Value| {
            office.json(Method::PUT, &at, tag, body).await
        };
        let (zero, early) = ([("if-match", "\"0\"")], today.plus_days(-400).to_string());
        assert_eq!(put(&mut office, &[], body(early.clone(), "1号")).await.status, StatusCode::PRECONDITION_REQUIRED);
        assert_eq!(
            put(&mut office, &zero, body("gestern".to_owned(), "1号")).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let first = put(&mut office, &zero, body(early, "1号")).await;
        assert_eq!(first.status, StatusCode::OK, "{}", first.text);
        assert!(notice(&site, id).await.contains("〔2026〕　　号"), "it was assigned after that day");
        let again = put(&mut office, &zero, body(today.to_string(), "2号")).await;
        assert_eq!(again.status, StatusCode::PRECONDITION_FAILED, "{}", again.text);
        let tag = first.headers["etag"].to_str().unwrap().to_owned();
        let second = put(&mut office, &[("if-match", &tag)], body(today.to_string(), "2号")).await.json();
        assert_eq!((second.as_array().unwrap().len(), second[1]["number"].as_str()), (2, Some("2号")));
        assert!(notice(&site, id).await.contains("周某 0731"));
        let refused = put(&mut visitor(&site, &deputy(1)), &zero, body(today.to_string(), "3号")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    });
}
