//! The rule book of one term: laid over what is for every term, on the page and in JSON.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{Site, db::Sql, testing::both};
use serde_json::{Value, json};
use suggestions::{desk, queries};
use uuid::Uuid;

fn term(n: u8) -> Uuid {
    id::<()>(5, n).uuid()
}

/// The nineteenth term, which begins in 2027 with a session of its own.
async fn next_term(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 19, '2027-01-10', 1)");
    tx.run(sql.bind(term(2)).bind(congress())).await.unwrap();
    let sql = Sql::new("insert into session (id, term, congress, ordinal, name, opened, closed, version)")
        .add(" values ({}, {}, {}, 1, '第十九届第一次会议', '2027-01-10', '2027-01-15', 1)");
    tx.run(sql.bind(id::<()>(4, 2).uuid()).bind(term(2)).bind(congress())).await.unwrap();
    tx.commit().await.unwrap();
}

fn book() -> String {
    format!("/api/congresses/{}/suggestion-rules", congress())
}

async fn entry(site: &Site, of: &str, key: &str) -> Value {
    let book = visitor(site, &chief()).get(&format!("{}?term={of}", book())).await.json();
    book["entries"].as_array().unwrap().iter().find(|it| it["key"] == key).unwrap().clone()
}

/// Lays an entry on the version that stands in the book of that term.
async fn lay(site: &Site, of: Option<Uuid>, key: &str, value: &str) -> (StatusCode, Value) {
    let word = of.map_or("every".to_owned(), |id| id.to_string());
    let listed = visitor(site, &chief()).get(&format!("{}?term={word}", book())).await.json();
    let known = listed["entries"].as_array().unwrap().iter().find(|it| it["key"] == key);
    let version = format!("\"{}\"", known.map_or(0, |it| it["version"].as_i64().unwrap()));
    let lay = json!({ "value": value, "grade": "A", "document": "临江县办理办法第八条", "term": of, "recount": true });
    let path = format!("{}/{key}", book());
    let answer = visitor(site, &chief()).json(Method::PUT, &path, &[("if-match", version.as_str())], lay).await;
    (answer.status, answer.json())
}

#[test]
fn an_entry_of_a_term_holds_in_that_term_alone_and_stands_over_one_for_every_term() {
    both(|site| async move {
        found(&site).await;
        next_term(&site).await;
        let (matter, ..) = assigned(&site, "关于修桥的建议").await;
        assert_eq!(lay(&site, Some(term(2)), "limit.reply", "2 months").await, (StatusCode::OK, json!({ "moved": 0 })));
        let due =
            |detail: queries::Detail| detail.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().due;
        let seen = queries::detail(&site, &clerk(), matter).await.unwrap();
        assert_eq!(due(seen).to_string(), "2026-06-10", "the eighteenth term's matters stay by its own rules");
        assert_eq!(entry(&site, "", "limit.reply").await["value"], "3 months", "today is the eighteenth term");
        assert_eq!(entry(&site, "every", "limit.reply").await["own"], false);
        let theirs = entry(&site, &term(2).to_string(), "limit.reply").await;
        assert_eq!((&theirs["value"], &theirs["term"]), (&json!("2 months"), &json!(term(2))));
        assert_eq!(lay(&site, None, "limit.reply", "1 months").await.1, json!({ "moved": 1 }));
        assert_eq!(entry(&site, &term(2).to_string(), "limit.reply").await["value"], "2 months");
        let present = entry(&site, &term(1).to_string(), "limit.reply").await;
        assert_eq!((&present["value"], &present["term"]), (&json!("1 months"), &Value::Null));
        on(&site, "2027-01-11");
        let later = queries::book_of(&site, congress()).await.unwrap().entry("limit.reply").value;
        assert_eq!(later, "2 months", "in the new term its own rule holds");
        let versions = visitor(&site, &clerk()).get(&book()).await.json();
        assert_eq!(
            (&versions["versions"][1]["term"], &versions["versions"][0]["term"]),
            (&json!(term(2)), &Value::Null)
        );
    });
}

#[test]
fn the_page_says_for_which_term_a_rule_is_and_lays_it_for_that_one() {
    both(|site| async move {
        found(&site).await;
        next_term(&site).await;
        let (here, of) = (congress().to_string(), term(2).to_string());
        let mut head = visitor(&site, &chief());
        let form = head.get("/suggestions/rules/entry?key=limit.judge").await.text;
        assert!(form.contains("第19届") && form.contains("name=\"of\" value=\"every\""), "{form}");
        let seen = rule_version(&site, "limit.judge").await.to_string();
        let fields = |then, seen| {
            let what = [("key", "limit.judge"), ("count", "15"), ("unit", "days"), ("document", "办法第九条")];
            let how = [("congress", here.as_str()), ("grade", "A"), ("when", "later"), ("term", of.as_str())];
            what.into_iter().chain(how).chain([("of", seen), ("then", then), ("version", "0")]).collect::<Vec<_>>()
        };
        let looked = head.post("/suggestions/rules/entry", &fields("lay", "every")).await;
        assert_eq!(looked.status, StatusCode::OK, "another term than the one seen is looked at first");
        assert!(
            looked.text.contains("确定修改") && looked.text.contains(&format!("name=\"version\" value=\"{seen}\""))
        );
        assert!(
            !head.get(&format!("/suggestions/rules?term={of}")).await.text.contains("15 日"),
            "nothing is laid yet"
        );
        let mut sent = fields("lay", of.as_str());
        sent.retain(|(name, _)| *name != "version");
        sent.push(("version", &seen));
        let laid = head.fill("/suggestions/rules/entry", &sent).await.text;
        assert!(
            laid.contains("15 日") && laid.contains("第19届规定") && laid.contains("代表评价期限（第19届）"),
            "{laid}"
        );
        assert!(!head.get("/suggestions/rules").await.text.contains("第19届规定"), "today another term's rules hold");
        let again = head.get(&format!("/suggestions/rules/entry?key=limit.judge&term={of}")).await.text;
        assert!(
            again.contains("name=\"count\" value=\"15\"") && again.contains(&format!("name=\"of\" value=\"{of}\""))
        );
    });
}

#[test]
fn a_term_of_another_congress_and_one_that_is_none_are_refused_by_name() {
    both(|site| async move {
        found(&site).await;
        let strange = Uuid::from_u128(7);
        let version = format!("\"{}\"", rule_version(&site, "limit.reply").await);
        let lay = json!({ "value": "2 months", "grade": "A", "document": "文", "term": strange });
        let path = format!("{}/limit.reply", book());
        let answer = visitor(&site, &chief()).json(Method::PUT, &path, &[("if-match", version.as_str())], lay).await;
        assert_eq!(
            (answer.status, &answer.json()["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!("term"))
        );
        assert_eq!(
            visitor(&site, &chief()).get(&format!("{}?term={strange}", book())).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            visitor(&site, &chief()).get(&format!("{}?term=soon", book())).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    });
}

#[test]
fn what_is_retired_for_every_term_leaves_no_term_without_a_class() {
    both(|site| async move {
        found(&site).await;
        for code in ["A", "B", "C"] {
            assert_eq!(lay(&site, Some(term(1)), &format!("class.{code}"), "").await.0, StatusCode::OK, "{code}");
        }
        let (status, problem) = lay(&site, None, "class.D", "").await;
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("value")));
        assert_eq!(entry(&site, "every", "class.D").await["own"], false, "nothing of it was kept");
        desk::rules::book(&site, congress(), session()).await.unwrap();
    });
}
