//! The pages and the JSON API of the law, as anybody without script asks them.

use axum::http::{Method, StatusCode};
use kit::{
    Site,
    testing::{Visitor, before, both, on_sqlite},
};
use serde_json::{Value, json};

fn visitor(site: &Site) -> Visitor {
    before(site, law::pages().merge(law::api().split_for_parts().0), (), None)
}

/// Fills an address the way a form without script does.
fn query(arguments: &Value) -> String {
    let said = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "1" } else { "" }.to_owned(),
        Value::Object(map) => map.iter().map(|(name, count)| format!("{name} {count}\n")).collect(),
        other => other.to_string(),
    };
    let mut form = vec!["ask=answer".to_owned()];
    for (name, value) in arguments.as_object().unwrap() {
        let several = value.as_array().filter(|list| list.iter().all(Value::is_string) && !name.contains("codes"));
        let values = match (several, value.as_array()) {
            (Some(list), _) => list.iter().map(said).collect(),
            (None, Some(list)) => vec![list.iter().map(said).collect::<Vec<_>>().join("\n")],
            (None, None) => vec![said(value)],
        };
        let encoded = values.iter().map(|value| percent(value));
        form.extend(encoded.map(|value| format!("{name}={value}")));
    }
    form.join("&")
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn every_function_has_a_page_that_answers_its_example_in_both_languages() {
    on_sqlite(async |site| {
        let mut anybody = visitor(&site);
        let list = anybody.get("/law").await;
        for function in law::all() {
            assert!(list.text.contains(&format!("href=\"/law/{}\"", function.name)), "{}", function.name);
            let example: Value = serde_json::from_str(function.example).unwrap();
            for lang in ["zh-CN", "en"] {
                let blank = anybody.get(&format!("/law/{}?lang={lang}", function.name)).await;
                assert_eq!(blank.status, StatusCode::OK);
                let page = anybody.get(&format!("/law/{}?lang={lang}&{}", function.name, query(&example))).await;
                assert!(page.text.contains("id=\"working\"") && !page.text.contains('⟦'), "{}", page.text);
                assert!(!page.text.contains("class=\"error\""), "{}: {}", function.name, page.text);
            }
        }
    });
}

#[test]
fn the_list_is_searched_and_says_when_nothing_is_found() {
    on_sqlite(async |site| {
        let mut anybody = visitor(&site);
        let found = anybody.get(&format!("/law?q={}", percent("预选"))).await;
        assert!(found.text.contains("/law/preliminary_needed") && !found.text.contains("/law/deputy_quota"));
        let none = anybody.get("/law?q=zzz").await;
        assert!(none.text.contains("没有找到这一项"));
    });
}

#[test]
fn a_wrong_field_keeps_what_was_typed_and_says_what_would_be_right() {
    on_sqlite(async |site| {
        let mut anybody = visitor(&site);
        let page = anybody.get("/law/deputy_quota?ask=answer&level=county&population=85.7").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("value=\"85.7\"") && page.text.contains("请填 0 至 2000000000 之间的整数"));
        assert!(page.text.contains("<option value=\"county\" selected>") && !page.text.contains("id=\"working\""));
        let typed = format!("/law/direct_result?ask=answer&seats=1&voted=10&tallies={}", percent("甲 11"));
        let page = anybody.get(&typed).await;
        assert!(page.text.contains("多于投票的 10 人") && page.text.contains("甲 11</textarea>"), "{}", page.text);
        assert_eq!(anybody.get("/law/nothing").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_place_fills_in_its_level_and_nothing_else() {
    both(async |site| {
        let mut tx = site.db().begin().await.unwrap();
        for (code, name, level, kind) in [
            ("4331", "湘西州", "prefecture", "administrative"),
            ("430102", "城关区", "county", "administrative"),
            ("430121100", "城关镇", "township", "administrative"),
            ("430122100", "城关镇", "township", "administrative"),
            ("430102001", "城南街道", "township", "subdistrict"),
        ] {
            let area =
                kit::db::Sql::new("insert into area (code, name, level, kind) values ").list([code, name, level, kind]);
            tx.run(area).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut anybody = visitor(&site);
        let mut ask = async |place: &str| {
            anybody.get(&format!("/law/deputy_quota?ask=place&level=&population=&place={}", percent(place))).await.text
        };
        for place in ["430102", "城关区"] {
            let page = ask(place).await;
            assert!(page.contains("<option value=\"county\" selected>") && page.contains("已按"), "{page}");
            assert!(page.contains("name=\"population\" value=\"\""));
        }
        assert!(ask("湘西").await.contains("<option value=\"autonomous_prefecture\" selected>"));
        let several = ask("城关镇").await;
        assert!(several.contains("430121100") && several.contains("430122100") && !several.contains(" selected>"));
        assert!(ask("城南街道").await.contains("不设人民代表大会"));
        assert!(ask("无此地").await.contains("没有找到这个地方"));
    });
}

#[test]
fn programs_list_describe_and_ask() {
    on_sqlite(async |site| {
        let mut program = visitor(&site);
        let list = program.get("/api/law").await.json();
        assert_eq!(list.as_array().unwrap().len(), 35);
        let one = program.get("/api/law/deputy_quota").await.json();
        assert_eq!(one["arguments"][0]["words"]["county"], "县级");
        assert_eq!(program.get("/api/law/nothing").await.status, StatusCode::NOT_FOUND);
        let asked = json!({ "level": "county", "population": 857_000 });
        let answer = program.json(Method::POST, "/api/law/deputy_quota", &[], asked).await;
        let told = answer.json();
        assert_eq!(
            (told["capped_total"].as_u64(), told["article"].as_str()),
            (Some(311), Some("选举法第12条；选举法第14条"))
        );
        assert_eq!(told["said"], "代表名额 311 名。");
        let wrong = json!({ "level": "moon", "people": 1 });
        let answer = program.json(Method::POST, "/api/law/deputy_quota", &[], wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields: Vec<Value> =
            answer.json()["errors"].as_array().unwrap().iter().map(|e| e["field"].clone()).collect();
        assert_eq!(fields, ["people", "level", "population"]);
    });
}

#[test]
fn the_document_describes_every_function_with_its_own_arguments() {
    let document = serde_json::to_value(law::api().into_openapi()).unwrap();
    for function in law::all() {
        let operation = &document["paths"][format!("/api/law/{}", function.name)]["post"];
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        for argument in function.arguments {
            assert!(
                schema["properties"][argument.name].is_object(),
                "{} {}: {operation}",
                function.name,
                argument.name
            );
        }
    }
    assert!(document["components"]["schemas"]["LawVerdict"].is_object());
    assert!(document["components"]["schemas"]["ProblemJson"].is_object());
}

#[test]
fn an_article_whose_number_was_not_read_in_the_text_says_so() {
    on_sqlite(async |site| {
        let mut anybody = visitor(&site);
        for (name, asked, doubtful) in [
            ("reanswer_right", json!({"body": "committee", "movers": 6, "dissatisfied": 4}), true),
            ("reanswer_right", json!({"body": "congress", "movers": 10, "dissatisfied": 5}), false),
            ("incompatible_posts", json!({"posts": ["镇人大主席", "副镇长"]}), true),
            ("appointment_route", json!({"office": "镇长", "level": "township"}), true),
            ("deputy_quota", json!({"level": "county", "population": 857_000}), false),
        ] {
            let told = anybody.json(Method::POST, &format!("/api/law/{name}"), &[], asked.clone()).await.json();
            let articles = told["articles"].as_array().unwrap();
            assert_eq!(articles.iter().any(|article| article["verified"] == false), doubtful, "{told}");
            let page = anybody.get(&format!("/law/{name}?{}", query(&asked))).await;
            assert_eq!(page.text.contains("条文序号待核对"), doubtful, "{name}: {}", page.text);
        }
    });
}
