//! The plan of a year on its way to the meeting.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kernel::Text;
use kit::{Site, testing::both, web::api::Once};
use serde_json::json;
use stations::desk::{
    plan::{StationPlanWanted, give_up, plan},
    year::{StationBudgetWanted, StationYearDecision, budget, decide, submit},
};
use stations_rules::{Organ, PlanId, StationId};

async fn planned(site: &Site, id: StationId, title: &str) -> Result<PlanId, String> {
    let wanted = StationPlanWanted { year: 2026, month: 7, title: text(title), words: None };
    plan(site, &keeper(id), id, &wanted, &Once::default()).await.map_err(why)
}

fn decision(approved: bool, number: Option<&str>, reason: Option<&str>) -> StationYearDecision {
    let (number, reason): (Option<Text<60>>, Option<Text<500>>) = (number.map(text), reason.map(text));
    StationYearDecision { approved, organ: Organ::Presidium, day: "2026-06-10".parse().unwrap(), number, reason }
}

#[test]
fn a_plan_is_submitted_sent_back_approved_and_goes_back_when_it_grows() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        let of = (id, 2026);
        assert_eq!(why(submit(&site, &keeper(id), of, 0).await.unwrap_err()), "stations-refused-year-empty");
        let item = planned(&site, id, "代表述职").await.unwrap();
        let cost = StationBudgetWanted { budget: Some(1_200_050) };
        budget(&site, &keeper(id), of, 0, cost).await.unwrap();
        let wrong = StationBudgetWanted { budget: Some(-1) };
        assert_eq!(why(budget(&site, &keeper(id), of, 1, wrong).await.unwrap_err()), "budget: stations-wrong-budget");
        assert_eq!(why(budget(&site, &keeper(id), of, 0, cost).await.unwrap_err()), "stations-refused-changed");
        submit(&site, &keeper(id), of, 1).await.unwrap();
        assert_eq!(planned(&site, id, "再加一项").await, Err("stations-refused-year-waits".to_owned()));
        let dropped = give_up(&site, &keeper(id), item, &text("另行安排")).await;
        assert_eq!(why(dropped.unwrap_err()), "stations-refused-year-waits");
        assert!(
            decide(&site, &keeper(id), of, 2, &decision(true, Some("桥人〔2026〕3号"), None)).await.is_err(),
            "nobody approves their own"
        );
        let unfounded = decide(&site, &county_clerk(), of, 2, &decision(false, None, None)).await;
        assert_eq!(why(unfounded.unwrap_err()), "reason: kit-form-required");
        decide(&site, &county_clerk(), of, 2, &decision(false, None, Some("请补充立法联系活动"))).await.unwrap();
        planned(&site, id, "立法征询").await.unwrap();
        submit(&site, &keeper(id), of, 3).await.unwrap();
        let unnumbered = decide(&site, &county_clerk(), of, 4, &decision(true, None, None)).await;
        assert_eq!(why(unnumbered.unwrap_err()), "number: kit-form-required");
        decide(&site, &county_clerk(), of, 4, &decision(true, Some("桥人〔2026〕3号"), None)).await.unwrap();
        let told = visitor(&site, &keeper(id)).get(&format!("/api/stations/{id}/years/2026")).await.json();
        let all = (told["stage"].as_str(), told["budget"].as_i64(), told["organ"].as_str(), told["number"].as_str());
        assert_eq!(all, (Some("approved"), Some(1_200_050), Some("presidium"), Some("桥人〔2026〕3号")));
        let page = visitor(&site, &keeper(id)).get(&format!("/stations/{id}/years/2026")).await.text;
        assert!(page.contains("已批准") && page.contains("12000.50") && page.contains("乡镇人大主席团会议"), "{page}");
        sound(&site).await;
        planned(&site, id, "又加一项").await.unwrap();
        let page = visitor(&site, &keeper(id)).get(&format!("/stations/{id}")).await.text;
        assert!(page.contains(&format!("/stations/{id}/years/2026")) && page.contains("草稿"), "approved anew: {page}");
        sound(&site).await;
    });
}

#[test]
fn pages_and_json_do_the_same_and_nobody_else_sees_it() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        planned(&site, id, "代表述职").await.unwrap();
        let (at, json_at) = (format!("/stations/{id}/years/2026"), format!("/api/stations/{id}/years/2026"));
        let mut own = visitor(&site, &keeper(id));
        let sent = own.json(Method::PUT, &json_at, &[("if-match", "\"0\"")], json!({ "budget": 500 })).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
        for bad in [
            json!({ "budget": 1.5 }),
            json!({ "budget": -5 }),
            json!({ "budget": 99_999_999_999_i64 }),
            json!({ "cost": 5 }),
        ] {
            let refused = own.json(Method::PUT, &json_at, &[("if-match", "\"1\"")], bad.clone()).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
        }
        for year in ["1999", "2101", "moon", "99999999999999999999"] {
            let none = own.get(&format!("/api/stations/{id}/years/{year}")).await;
            assert_eq!(none.status, StatusCode::NOT_FOUND, "{year}");
        }
        assert!(own.get(&at).await.text.contains("5.00"));
        let sent = own.json(Method::POST, &format!("{json_at}/submission"), &[("if-match", "\"1\"")], json!({})).await;
        assert_eq!(sent.json()["stage"], "submitted", "{}", sent.text);
        let mut office = visitor(&site, &county_clerk());
        assert!(office.get(&at).await.text.contains("录入批准"));
        assert!(!own.get(&at).await.text.contains("录入批准"));
        for other in [town_deputy(), stranger(), town_chief()] {
            assert_eq!(visitor(&site, &other).get(&at).await.status, StatusCode::NOT_FOUND);
        }
        let decided = json!({ "approved": true, "organ": "presidium", "day": "2026-06-10", "number": "3号" });
        let sent = office.json(Method::POST, &format!("{json_at}/decision"), &[("if-match", "\"2\"")], decided).await;
        assert_eq!(sent.json()["stage"], "approved", "{}", sent.text);
        sound(&site).await;
    });
}
