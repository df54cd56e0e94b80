//! The border of the whole site: what every answer has in common, whatever noun it is about.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests only")]

use axum::http::{Method, StatusCode, header};
use kit::testing::{Answer, Visitor, on_sqlite};
use serde_json::json;

use super::{PER_MINUTE, all};

fn told<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[test]
fn whoever_asks_too_often_is_told_how_long_to_wait_as_page_and_as_json() {
    on_sqlite(|site| async move {
        let mut visitor = Visitor::new(all(&site));
        for _ in 0..PER_MINUTE {
            visitor.get("/health").await;
        }
        let page = visitor.get("/about").await;
        assert_eq!((page.status, told(&page, "retry-after")), (StatusCode::TOO_MANY_REQUESTS, "1"), "{}", page.text);
        assert!(page.text.contains("请等 1 秒再试"), "{}", page.text);
        let json = visitor.get("/api/people").await;
        assert_eq!((json.status, told(&json, "retry-after")), (StatusCode::TOO_MANY_REQUESTS, "1"));
        assert_eq!(json.json()["type"], "kit-problem-too-often");
        assert_eq!(told(&json, "content-type"), "application/problem+json");
    });
}

#[test]
fn every_operation_of_the_document_says_what_happens_to_whoever_asks_too_often() {
    let document = crate::document::finish(super::api().split_for_parts().1);
    let document = serde_json::to_value(document).unwrap();
    let paths = document["paths"].as_object().unwrap();
    assert!(paths.len() > 50);
    for (path, verbs) in paths {
        for (verb, operation) in verbs.as_object().unwrap().iter().filter(|(verb, _)| *verb != "parameters") {
            let answer = &operation["responses"]["429"];
            assert!(answer["headers"]["Retry-After"].is_object(), "{verb} {path}");
            assert!(answer["content"]["application/problem+json"].is_object(), "{verb} {path}");
        }
    }
}

#[test]
fn no_answer_of_the_api_is_kept_by_anything_between_but_its_document() {
    on_sqlite(|site| async move {
        let mut visitor = Visitor::new(all(&site));
        for path in ["/api/people", "/api/account", "/api/nothing"] {
            assert_eq!(told(&visitor.get(path).await, "cache-control"), "no-store", "{path}");
        }
        assert_eq!(told(&visitor.get("/api/openapi.json").await, "cache-control"), "public, max-age=300");
    });
}

#[test]
fn a_problem_with_the_request_itself_has_its_own_number_and_title() {
    on_sqlite(|site| async move {
        let mut visitor = Visitor::new(all(&site));
        let forged = visitor.post("/session", &[("name", "某人")]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert!(forged.text.contains("<h1>页面已过期</h1>"), "{}", forged.text);
        let method = visitor.send(Method::PUT, "/about", &[], Vec::new()).await;
        assert_eq!(method.status, StatusCode::METHOD_NOT_ALLOWED);
        assert!(method.text.contains("<h1>这个网址不能这样操作</h1>"), "{}", method.text);
        let kind = [("content-type", "text/plain")];
        let kind = visitor.send(Method::POST, "/api/session", &kind, b"name".to_vec()).await;
        assert_eq!(
            (kind.status, kind.json()["type"].as_str()),
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, Some("kit-api-not-json"))
        );
        let large = vec![b' '; (1 << 20) + 1];
        let large = visitor.send(Method::POST, "/api/session", &[("content-type", "application/json")], large).await;
        assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", large.text);
        let at = "/api/people/019cd578-f500-75e5-9885-d60939ef7d04";
        let unseen = visitor.json(Method::PUT, at, &[], json!({"name": "某人"})).await;
        assert_eq!(
            (unseen.status, unseen.json()["type"].as_str()),
            (StatusCode::PRECONDITION_REQUIRED, Some("kit-api-if-match"))
        );
        let unread = visitor.json(Method::PUT, at, &[("if-match", "*")], json!({"name": "某人"})).await;
        assert_eq!(unread.status, StatusCode::BAD_REQUEST);
        assert_eq!(told(&unread, header::CONTENT_TYPE.as_str()), "application/problem+json");
    });
}
