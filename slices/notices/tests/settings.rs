//! One's own settings, on the page and as JSON: written on the version seen.

use crate::world::*;
use axum::http::{Method, StatusCode};
use kit::testing::{before, both};
use serde_json::json;

#[test]
fn a_choice_on_a_version_that_stands_no_more_shows_both_on_the_page_and_in_json() {
    both(async |site| {
        found(&site).await;
        let routes = notices::pages().merge(notices::api().split_for_parts().0);
        let mut lead = before(&site, routes, actor(LEAD), Some("李秀兰".to_owned()));
        let path = "/api/notices/settings";
        let bare = lead.json(Method::PUT, path, &[], json!({ "rhythm": "weekly" })).await;
        assert_eq!(bare.status, StatusCode::PRECONDITION_REQUIRED);
        let seen = lead.get(path).await.json()["version"].to_string();
        let tag = [("if-match", seen.as_str())];
        let chosen = lead.json(Method::PUT, path, &tag, json!({ "rhythm": "weekly" })).await;
        assert_eq!(chosen.status, StatusCode::NO_CONTENT, "{}", chosen.text);
        let late = lead.json(Method::PUT, path, &tag, json!({ "rhythm": "daily" })).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        let told = &late.json()["errors"][0];
        assert_eq!((&told["yours"], &told["message"]), (&json!("daily"), &json!("weekly")));
        lead.get("/notices/settings").await;
        let page = lead.post("/notices/settings", &[("rhythm", "daily"), ("version", &seen)]).await;
        assert_eq!(page.status, StatusCode::PRECONDITION_FAILED);
        assert!(page.text.contains("每天一次") && page.text.contains("每周一次（周一）"), "{}", page.text);
        for method in [Method::PUT, Method::DELETE] {
            let bare = lead.json(method, "/api/notices/address", &[], json!({ "email": "a@example.cn" })).await;
            assert_eq!(bare.status, StatusCode::PRECONDITION_REQUIRED, "{}", bare.text);
        }
    });
}
