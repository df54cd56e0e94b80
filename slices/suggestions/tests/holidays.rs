//! 放假安排: an operator sees what would move before the days are laid; on both engines.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{db::Sql, jobs::run_jobs, testing::both};
use serde_json::json;
use suggestions::COUNT_AGAIN;

#[test]
fn the_operator_sees_how_many_days_move_and_lays_them() {
    both(|site| async move {
        found(&site).await;
        assigned(&site, "关于修桥的建议").await;
        let mut keeper = visitor(&site, &operator());
        let page = keeper.get("/calendar?year=2026").await.text;
        assert!(page.contains("国庆节") && page.contains("name=\"days\""), "{page}");
        let typed = [("days", "2026-03-12,放假,抗灾停工,县政府通告"), ("then", "look")];
        let looked = keeper.post("/calendar", &typed).await.text;
        assert!(looked.contains("2026-03-13") && looked.contains("2026-03-16"), "{looked}");
        assert!(!looked.contains("修桥"), "an operator reads no matter");
        assert!(site.calendar().works(day("2026-03-12")), "a look keeps nothing");
        let laid = keeper.post("/calendar", &[typed[0], ("then", "lay")]).await;
        assert_eq!(laid.status, StatusCode::SEE_OTHER, "{}", laid.text);
        assert!(!site.calendar().works(day("2026-03-12")));
        assert_eq!(run_jobs(&site, &[COUNT_AGAIN]).await.unwrap().done, 1);
        let moved = Sql::new("select count(*) from journal where verb in ('calendar.laid', 'suggestion.days-moved')");
        assert_eq!(site.db().one::<(i64,)>(moved).await.unwrap(), Some((2,)));
        sound(&site).await;
    });
}

#[test]
fn what_cannot_be_read_is_named_and_nobody_else_keeps_it() {
    both(|site| async move {
        found(&site).await;
        let mut keeper = visitor(&site, &operator());
        keeper.get("/calendar").await;
        let told = keeper.post("/calendar", &[("days", "2026-03-12,放假,抗灾停工"), ("then", "look")]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("第 1 行"), "{}", told.text);
        for who in [clerk(), chief(), deputy(1), unit_head(1)] {
            assert_eq!(visitor(&site, &who).get("/calendar").await.status, StatusCode::FORBIDDEN);
            assert_eq!(visitor(&site, &who).get("/api/calendar").await.status, StatusCode::FORBIDDEN);
        }
    });
}

#[test]
fn a_program_looks_and_lays_too() {
    both(|site| async move {
        found(&site).await;
        assigned(&site, "关于修桥的建议").await;
        let mut keeper = visitor(&site, &operator());
        let flood = json!({ "day": "2026-03-12", "kind": "off", "occasion": "抗灾停工", "source": "县政府通告" });
        let days = json!({ "days": [flood] });
        let seen = keeper.json(Method::POST, "/api/calendar/preview", &[], days.clone()).await.json();
        assert_eq!((&seen["looked_at"], &seen["whole"]), (&json!(1), &json!(true)));
        assert_eq!((&seen["moves"][0]["was"], &seen["moves"][0]["count"]), (&json!("2026-03-13"), &json!(2)));
        for _ in 0..2 {
            let laid = keeper.json(Method::PUT, "/api/calendar", &[], days.clone()).await;
            assert_eq!((laid.status, laid.json()), (StatusCode::OK, json!({ "laid": 1 })));
        }
        let kept = keeper.get("/api/calendar?year=2026").await.json();
        let all = kept["days"].as_array().unwrap();
        assert!(all.iter().any(|it| it["day"] == "2026-03-12" && it["kind"] == "off"), "{kept}");
        let wrong = json!({ "days": [{ "day": "2026-02-30", "kind": "off", "occasion": "甲", "source": "乙" }] });
        let answer = keeper.json(Method::PUT, "/api/calendar", &[], wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}
