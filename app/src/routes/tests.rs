//! The border of the whole site: what every answer has in common, whatever noun it is about.

use axum::http::{Method, StatusCode, header};
use kit::testing::{Answer, Visitor, on_sqlite};
use serde_json::json;

use super::{all, limited};

fn told<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[test]
fn whoever_asks_too_often_is_told_how_long_to_wait_as_page_and_as_json() {
    on_sqlite(|site| async move {
        let mut visitor = Visitor::new(limited(&site, 1));
        assert_eq!(visitor.get("/health").await.status, StatusCode::OK);
        let page = visitor.get("/about").await;
        let seconds: u64 = told(&page, "retry-after").parse().unwrap();
        assert!(page.status == StatusCode::TOO_MANY_REQUESTS && (1..=60).contains(&seconds), "{}", page.text);
        assert!(page.text.contains(&format!("请等 {seconds} 秒再试")), "{}", page.text);
        let json = visitor.get("/api/people").await;
        assert_eq!(json.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(told(&json, "retry-after").parse::<u64>().unwrap() > 0);
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
fn two_nouns_use_one_name_of_a_schema_only_for_the_same_thing() {
    let schemas = |(_, document): (axum::Router<kit::Site>, utoipa::openapi::OpenApi)| {
        document.components.map(|all| all.schemas).unwrap_or_default()
    };
    let mut all = std::collections::BTreeMap::new();
    for (name, schema) in super::nouns().into_iter().flat_map(|noun| schemas(noun.split_for_parts())) {
        let schema = serde_json::to_value(schema).unwrap();
        let shape = schema["properties"].clone();
        let known = all.entry(name.clone()).or_insert(shape.clone());
        assert!(properties(known) == properties(&shape), "{name}: {known} and {shape}");
    }
    assert!(all.len() > 80);
}

/// The names of the fields.
fn properties(shape: &serde_json::Value) -> Vec<String> {
    shape.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
}

#[test]
fn whatever_makes_a_thing_takes_a_key_that_makes_it_once() {
    let document = crate::document::finish(super::api().split_for_parts().1);
    let document = serde_json::to_value(document).unwrap();
    let (mut made, mut twice) = (0, Vec::new());
    for (path, verbs) in document["paths"].as_object().unwrap() {
        let post = &verbs["post"];
        // What was merged, or is a key suggestion, cannot become so again; a teller enters a bundle once; an opinion has its ticket; no
        // station has two turns at one hour, and a turn's newest code is its only one; a round is held electronically once.
        let by_nature = ["/merges", "/key", "/entries", "/api/opinions", "/turns", "/code", "/hall"];
        let by_nature = by_nature.iter().any(|end| path.ends_with(end));
        if post["responses"]["201"].is_null() || by_nature {
            continue;
        }
        made += 1;
        let taken = post["parameters"].as_array().into_iter().flatten().any(|one| one["name"] == "Idempotency-Key");
        twice.extend((!taken).then_some(path));
    }
    assert!(twice.is_empty(), "these make a thing twice when their answer is lost: {twice:?}");
    assert!(made > 15, "{made}");
}

#[test]
fn whatever_is_written_over_takes_the_version_that_was_read() {
    let document = crate::document::finish(super::api().split_for_parts().1);
    let document = serde_json::to_value(document).unwrap();
    let (mut over, mut blind) = (0, Vec::new());
    for (path, verbs) in document["paths"].as_object().unwrap() {
        let put = &verbs["put"];
        // A password is changed by who knows the old one; days are laid beside those of other years; spellings are the chief teller's alone.
        if put.is_null() || ["/password", "/api/calendar", "/readings"].iter().any(|end| path.ends_with(end)) {
            continue;
        }
        over += 1;
        let named = put["parameters"].as_array().into_iter().flatten().any(|one| one["name"] == "If-Match");
        let body = put["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str().unwrap_or_default();
        let body = &document["components"]["schemas"][body.rsplit('/').next().unwrap()];
        let within = body["required"].as_array().into_iter().flatten().any(|field| field == "version");
        blind.extend((!named && !within).then_some(path));
    }
    assert!(blind.is_empty(), "these write over what nobody says they have read: {blind:?}");
    assert!(over > 20, "{over}");
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
        let mut visitor = operator(&site).await;
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

/// Somebody with every post there can be at the shell's hand: an operator's token.
async fn operator(site: &kit::Site) -> Visitor {
    use accounts::{authority::NO_BODY, issue, posts::PostOrder, store::By, tokens};
    let post = PostOrder { duty: accounts_rules::Duty::Operator, body: NO_BODY, since: site.today(), until: None };
    let name = kernel::Text::parse("石磊").unwrap();
    let order = issue::Order { name, sign_in: None, phone: None, person: None, congress: None, posts: vec![post] };
    let mut tx = site.db().begin().await.unwrap();
    let slip = issue::opened(&mut tx, site, By::SHELL, order).await.unwrap();
    let name = kernel::Text::parse("test").unwrap();
    let token = tokens::issued(&mut tx, site, By::SHELL, (slip.account, &name), 9).await.unwrap();
    tx.commit().await.unwrap();
    Visitor::with_token(all(site), &token.text)
}

/// A body as its schema has it, every text of it `text`.
fn filled(document: &serde_json::Value, schema: &serde_json::Value, text: &str) -> serde_json::Value {
    if let Some(place) = schema["$ref"].as_str() {
        return filled(document, document.pointer(place.trim_start_matches('#')).unwrap(), text);
    }
    for one in ["oneOf", "anyOf", "allOf"] {
        if let Some(schemas) = schema[one].as_array() {
            return filled(document, schemas.last().unwrap(), text);
        }
    }
    if let Some(fields) = schema["properties"].as_object() {
        let field = |(name, schema): (&String, &serde_json::Value)| (name.clone(), filled(document, schema, text));
        return serde_json::Value::Object(fields.iter().map(field).collect());
    }
    if schema["items"].is_object() {
        return json!([filled(document, &schema["items"], text)]);
    }
    match schema["format"].as_str() {
        Some("uuid") => json!("019cd578-f500-75e5-9885-d60939ef7d04"),
        Some("date") => json!("2026-03-10"),
        _ if schema["type"] == "integer" => json!(7),
        _ if schema["type"] == "boolean" => json!(true),
        _ => json!(text),
    }
}

#[test]
fn nul_and_other_characters_nobody_types_are_a_fault_nowhere_on_either_engine() {
    kit::testing::both(|site| async move {
        let document = serde_json::to_value(super::api().split_for_parts().1).unwrap();
        let mut visitor = operator(&site).await;
        for (path, verbs) in document["paths"].as_object().unwrap() {
            for (verb, operation) in verbs.as_object().unwrap().iter().filter(|(verb, _)| *verb != "parameters") {
                let id = "019cd578-f500-75e5-9885-d60939ef7d04";
                let at: String = path
                    .split('/')
                    .map(|part| if part.starts_with('{') { id } else { part })
                    .collect::<Vec<_>>()
                    .join("/");
                let method: Method = verb.to_uppercase().parse().unwrap();
                let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
                for text in ["甲\u{0}乙", "\u{0}", "\u{202E}\u{200B}", "\u{1}\u{FFFF}\u{10FFFF}"] {
                    let key = [("if-match", "\"1\""), ("idempotency-key", "k")];
                    let answer = visitor.json(method.clone(), &at, &key, filled(&document, schema, text)).await;
                    assert!(answer.status.as_u16() < 500, "{verb} {path} {text:?}: {}", answer.text);
                    let encoded: String = text.bytes().fold(String::new(), |all, byte| format!("{all}%{byte:02X}"));
                    let query = operation["parameters"].as_array().into_iter().flatten();
                    for name in query.filter(|one| one["in"] == "query").filter_map(|one| one["name"].as_str()) {
                        let answer = visitor.get(&format!("{at}?{name}={encoded}")).await;
                        assert!(answer.status.as_u16() < 500, "{path} {name} {text:?}: {}", answer.text);
                    }
                }
            }
        }
    });
}

#[test]
fn what_cannot_be_read_in_json_is_said_in_the_callers_language_beside_its_field() {
    on_sqlite(|site| async move {
        let mut visitor = operator(&site).await;
        for (body, field, chinese, english) in [
            (json!({"days": 3}), "name", "必须填写", "fill in"),
            (json!({"name": "甲", "days": "three"}), "days", "整数", "whole number"),
            (json!({"name": "甲".repeat(41), "days": 3}), "name", "最多 40 字", "At most 40"),
        ] {
            for (language, sentence) in [("zh-CN", chinese), ("en", english)] {
                let headers = [("accept-language", language)];
                let told = visitor.json(Method::POST, "/api/account/tokens", &headers, body.clone()).await.json();
                assert_eq!(told["errors"][0]["field"], field, "{told}");
                assert!(told["errors"][0]["message"].as_str().unwrap().contains(sentence), "{told}");
            }
        }
        let kind = [("content-type", "application/json"), ("accept-language", "en")];
        let broken = visitor.send(Method::POST, "/api/account/tokens", &kind, b"{\"name\": ".to_vec()).await;
        assert_eq!(broken.status, StatusCode::BAD_REQUEST);
        assert!(broken.json()["title"].as_str().unwrap().contains("1:9"), "{}", broken.text);
    });
}

#[test]
fn a_passer_by_who_writes_is_asked_to_sign_in_before_anything_is_read_or_looked_up() {
    on_sqlite(|site| async move {
        let document = serde_json::to_value(super::api().split_for_parts().1).unwrap();
        for (path, verbs) in document["paths"].as_object().unwrap() {
            if accounts::attach::OPEN.contains(&path.as_str()) {
                continue;
            }
            for verb in verbs.as_object().unwrap().keys().filter(|verb| !["parameters", "get"].contains(&verb.as_str()))
            {
                let method: Method = verb.to_uppercase().parse().unwrap();
                let answer = Visitor::new(all(&site)).send(method, path, &[], b"{".to_vec()).await;
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{verb} {path}: {}", answer.text);
            }
        }
    });
}

#[test]
fn a_token_that_is_not_good_is_told_so_even_where_everybody_may_look() {
    on_sqlite(|site| async move {
        for path in ["/api/people", "/deputies", "/api/account", "/api/openapi.json"] {
            let told = Visitor::with_token(all(&site), "lianluo_nonsense").get(path).await;
            assert_eq!(told.status, StatusCode::UNAUTHORIZED, "{path}");
            assert!(told.text.contains("令牌无效"), "{path}: {}", told.text);
        }
    });
}

#[test]
fn an_address_with_an_identity_that_is_none_leads_nowhere() {
    on_sqlite(|site| async move {
        let mut visitor = operator(&site).await;
        for path in ["/suggestions/7", "/api/suggestions/7", "/people/x", "/congresses/x/deputies/xlsx"] {
            let told = visitor.get(path).await;
            assert_eq!(told.status, StatusCode::NOT_FOUND, "{path}: {}", told.text);
            assert!(told.text.contains("要找的内容不存在"), "{path}: {}", told.text);
        }
    });
}

#[test]
fn a_filter_or_a_cursor_that_means_nothing_is_named_and_shows_nothing() {
    on_sqlite(|site| async move {
        let mut visitor = Visitor::new(all(&site));
        let congress = "/api/congresses/019cd578-f500-75e5-9885-d60939ef7d04/deputies";
        for (path, field) in [
            ("/api/people?role=king", "role"),
            ("/api/people?area=4", "area"),
            ("/api/people?after=junk", "after"),
            ("/api/bodies?kind=castle", "kind"),
            ("/api/bodies?area=x", "area"),
            ("/api/bodies?after=junk", "after"),
            (&format!("{congress}?state=asleep"), "state"),
            (&format!("{congress}?term=1"), "term"),
            (&format!("{congress}?delegation=1"), "delegation"),
            (&format!("{congress}?after=junk"), "after"),
        ] {
            let told = visitor.get(path).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", told.text);
            assert_eq!(told.json()["errors"][0]["field"], field, "{path}");
        }
        for path in ["/deputies?role=king", "/deputies?after=junk", "/units?kind=castle", "/units?area=4"] {
            assert_eq!(visitor.get(path).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        }
        assert_eq!(visitor.get("/api/people?role=").await.status, StatusCode::OK, "a blank filter asks for nothing");
    });
}

#[test]
fn one_limit_for_a_file_is_told_checked_and_let_in_with_the_form_around_it() {
    let most = usize::try_from(kit::blobs::MOST_FILE).unwrap();
    assert_eq!(kit::blobs::PAPERS.most, kit::blobs::MOST_FILE);
    for language in kit::words::Lang::ALL {
        let view = kit::View::new(kit::web::Facing { language, ..kit::web::Facing::default() });
        for key in ["suggestions-hint-file", "suggestions-hint-scan"] {
            assert!(view.hint(key).contains(&format!("{} MB", most >> 20)), "{}", view.hint(key));
        }
    }
    let service = include_str!("../../../docs/service.md");
    let proxy = service.split_once("client_max_body_size ").unwrap().1.split_once('m').unwrap().0;
    let largest = (kit::sheets::Limits::USUAL.bytes.max(super::MOST_UPLOAD) >> 20) + 1;
    assert!(proxy.parse::<u64>().unwrap() >= largest, "the proxy of the papers lets in what pages offer: {proxy} MB");
    on_sqlite(|site| async move {
        let mut visitor = Visitor::new(all(&site));
        let file = vec![b'x'; most];
        let let_in = visitor.upload("/suggestions", ("file", "a.txt", &file)).await;
        assert_eq!(let_in.status, StatusCode::FORBIDDEN, "it is read, and only its token is not good");
        let file = vec![b'x'; usize::try_from(super::MOST_UPLOAD).unwrap()];
        let too_large = visitor.upload("/suggestions", ("file", "a.txt", &file)).await;
        assert_eq!(too_large.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", too_large.text);
    });
}
