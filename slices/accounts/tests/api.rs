//! The JSON face.

use crate::world::{PASSWORD, site, story};
use accounts::tokens;
use accounts_rules::Duty;
use axum::http::{Method, StatusCode};
use kernel::Text;
use kit::{db::Sql, testing::Visitor};
use serde_json::json;

#[test]
fn a_program_signs_in_asks_who_it_is_and_opens_accounts() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let mut browser = site::visitor(&world.site);
        let wrong = json!({"name": "邓建国", "password": "不是这个密码吧您说呢"});
        let told = browser.json(Method::POST, "/api/session", &[], wrong).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(told.json()["type"], "accounts-refused-wrong");
        let right = json!({"name": "邓建国", "password": PASSWORD});
        assert_eq!(browser.json(Method::POST, "/api/session", &[], right).await.json()["second_step"], json!(null));
        let me = browser.get("/api/account").await.json();
        assert_eq!((me["name"].as_str(), me["posts"][0]["duty"].as_str()), (Some("邓建国"), Some("chief")));

        let token = tokens::issue(&world.site, &chief, &Text::parse("报表").unwrap(), 30).await.unwrap();
        let mut program = Visitor::with_token(site::app(&world.site), &token.text);
        let post = json!({"duty": "unit_clerk", "body": world.unit, "since": "2026-03-10"});
        let made = program.json(Method::POST, "/api/accounts", &[], json!({"name": "刘芳", "post": post})).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let account = made.json()["account"].as_str().unwrap().to_owned();
        let list = program.get("/api/accounts?name=%E5%88%98").await.json();
        assert_eq!((list["total"].as_i64(), list["items"][0]["state"].as_str()), (Some(1), Some("waiting")));

        let at = format!("/api/accounts/{account}");
        let correction = json!({"name": "刘芳", "sign_in": "liufang"});
        let told = program.json(Method::PUT, &at, &[], correction.clone()).await;
        assert_eq!(
            (told.status, told.json()["type"].as_str()),
            (StatusCode::PRECONDITION_REQUIRED, Some("kit-api-if-match"))
        );
        let told = program.json(Method::PUT, &at, &[("if-match", "\"9\"")], correction.clone()).await;
        let both = told.json();
        assert_eq!((told.status, both["version"].as_i64()), (StatusCode::PRECONDITION_FAILED, Some(1)));
        assert_eq!((both["seen"].as_str(), both["errors"][0]["yours"].as_str()), (Some("\"9\""), Some("liufang")));
        let done = program.json(Method::PUT, &at, &[("if-match", "\"1\"")], correction).await;
        assert_eq!(done.status, StatusCode::NO_CONTENT);
        assert_eq!(program.get(&at).await.json()["sign_in"], "liufang");

        let code = made.json()["code"].as_str().unwrap().to_owned();
        let mut phone = site::visitor(&world.site);
        let weak = phone.json(Method::POST, "/api/activation", &[], json!({"code": code, "password": "短"})).await;
        assert_eq!(weak.json()["errors"][0]["field"], "password");
        let good = json!({"code": code, "password": PASSWORD});
        assert_eq!(phone.json(Method::POST, "/api/activation", &[], good).await.status, StatusCode::OK);
        assert_eq!(phone.get("/api/account").await.json()["name"], "刘芳");
        let told = phone.json(Method::POST, "/api/accounts", &[], json!({"name": "某人"})).await;
        assert_eq!(told.status, StatusCode::FORBIDDEN, "{}", told.text);

        let closed = program.json(Method::POST, &format!("/api/accounts/{account}/closure"), &[], json!({})).await;
        assert_eq!(closed.status, StatusCode::NO_CONTENT);
        assert_eq!(phone.get("/api/account").await.status, StatusCode::UNAUTHORIZED);
    });
}

#[test]
fn nothing_of_the_api_but_signing_in_is_open_to_a_passer_by() {
    story(|world| async move {
        let (_, document) = accounts::api::routes().split_for_parts();
        let document = serde_json::to_value(document).unwrap();
        let id = "019cd578-f500-75e5-9885-d60939ef7d04";
        for (path, verbs) in document["paths"].as_object().unwrap() {
            if ["/api/session", "/api/session/digits", "/api/activation"].contains(&path.as_str()) {
                continue;
            }
            for verb in verbs.as_object().unwrap().keys().filter(|verb| *verb != "parameters") {
                let at = path.replace("{id}", id).replace("{post}", id);
                let method: Method = verb.to_uppercase().parse().unwrap();
                for mut visitor in
                    [site::visitor(&world.site), Visitor::with_token(site::app(&world.site), "lianluo_forged")]
                {
                    let body = json!({"old": PASSWORD, "password": PASSWORD, "word": "1", "name": "某人", "sign_in": "某人", "days": 3,
                        "deputy": id, "congress": id, "since": "2026-03-10", "until": "2026-03-11", "basis": "书面", "duty": "clerk", "body": id});
                    let answer = visitor.json(method.clone(), &at, &[("if-match", "\"1\"")], body).await;
                    let told = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
                    assert!(told.contains(&answer.status), "{verb} {path}: {} {}", answer.status, answer.text);
                }
            }
        }
    });
}

#[test]
fn whoever_must_wait_is_told_for_how_long_at_every_door() {
    story(|world| async move {
        world.staff("邓建国", Duty::Chief, world.office).await;
        let mut guesser = site::visitor(&world.site);
        guesser.get("/session/new").await;
        let wrong = [("name", "邓建国"), ("password", "不是这个密码吧您说呢")];
        let mut page = guesser.post("/session", &wrong).await;
        while page.status == StatusCode::UNPROCESSABLE_ENTITY {
            page = guesser.post("/session", &wrong).await;
        }
        let seconds =
            |answer: &kit::testing::Answer| answer.headers["retry-after"].to_str().unwrap().parse::<u64>().unwrap();
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(seconds(&page) > 0 && page.text.contains("value=\"邓建国\""), "what was typed stays: {}", page.text);
        let body = json!({"name": "邓建国", "password": PASSWORD});
        let told = guesser.json(Method::POST, "/api/session", &[], body).await;
        assert_eq!(
            (told.status, told.json()["type"].as_str()),
            (StatusCode::TOO_MANY_REQUESTS, Some("accounts-refused-wait"))
        );
        assert!(seconds(&told) > 0);

        let body = json!({"code": "2222-2222-2222", "password": PASSWORD});
        let mut told = guesser.json(Method::POST, "/api/activation", &[], body.clone()).await;
        for _ in 0..200 {
            told = guesser.json(Method::POST, "/api/activation", &[], body.clone()).await;
        }
        assert_eq!(told.status, StatusCode::TOO_MANY_REQUESTS);
        let page = guesser.post("/activation", &[("code", "2222-2222-2222")]).await;
        assert!(page.status == StatusCode::TOO_MANY_REQUESTS && seconds(&page) > 0, "{}", page.text);
    });
}

#[test]
fn a_write_by_cookie_that_names_no_origin_carries_the_token_of_the_session() {
    story(|world| async move {
        world.staff("邓建国", Duty::Chief, world.office).await;
        let mut program = site::visitor(&world.site).old();
        let right = json!({"name": "邓建国", "password": PASSWORD});
        assert_eq!(program.json(Method::POST, "/api/session", &[], right).await.status, StatusCode::OK);
        let token = json!({"name": "报表", "days": 3});
        let bare = program.json(Method::POST, "/api/account/tokens", &[], token.clone()).await;
        assert_eq!((bare.status, bare.json()["type"].as_str()), (StatusCode::FORBIDDEN, Some("kit-api-csrf")));
        let guessed = program.json(Method::POST, "/api/account/tokens", &[("x-csrf-token", "1")], token.clone()).await;
        assert_eq!(guessed.status, StatusCode::FORBIDDEN);
        let csrf = program.get("/api/account").await.json()["csrf"].as_str().unwrap().to_owned();
        let made = program.json(Method::POST, "/api/account/tokens", &[("x-csrf-token", &csrf)], token).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);

        let text = made.json()["token"].as_str().unwrap().to_owned();
        for scheme in ["Bearer", "bearer", "BEARER"] {
            let claim = format!("{scheme} {text}");
            let mut caller = site::visitor(&world.site);
            let me = caller.send(Method::GET, "/api/account", &[("authorization", &claim)], Vec::new()).await;
            assert_eq!(me.status, StatusCode::OK, "{scheme}");
        }
    });
}

#[test]
fn what_is_made_with_a_key_is_made_once() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let token = tokens::issue(&world.site, &chief, &Text::parse("报表").unwrap(), 30).await.unwrap();
        let mut program = Visitor::with_token(site::app(&world.site), &token.text);
        let key = [("idempotency-key", "k1")];
        let body = json!({"name": "刘芳", "congress": world.yuelu});
        let first = program.json(Method::POST, "/api/accounts", &key, body.clone()).await;
        let again = program.json(Method::POST, "/api/accounts", &key, body).await;
        assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::CREATED), "{}", again.text);
        assert_eq!(first.json()["account"], again.json()["account"]);
        assert!(first.json()["code"].is_string() && again.json()["code"].is_null(), "a code is seen once");
        let other = json!({"name": "刘芬", "congress": world.yuelu});
        assert_eq!(program.json(Method::POST, "/api/accounts", &key, other).await.json()["type"], "kit-api-key-reused");
        assert_eq!(program.get("/api/accounts?state=waiting").await.json()["total"], 1);

        let account = first.json()["account"].as_str().unwrap().to_owned();
        let post = json!({"duty": "unit_clerk", "body": world.unit, "since": "2026-03-10"});
        let at = format!("/api/accounts/{account}/posts");
        let key = [("idempotency-key", "k2")];
        let first = program.json(Method::POST, &at, &key, post.clone()).await;
        assert_eq!(first.json()["id"], program.json(Method::POST, &at, &key, post).await.json()["id"]);
        assert_eq!(program.get(&format!("/api/accounts/{account}")).await.json()["posts"].as_array().unwrap().len(), 1);

        let key = [("idempotency-key", "k3")];
        let wish = json!({"name": "另一个", "days": 3});
        let first = program.json(Method::POST, "/api/account/tokens", &key, wish.clone()).await.json();
        let again = program.json(Method::POST, "/api/account/tokens", &key, wish).await.json();
        assert!(first["token"].is_string() && again["token"].is_null() && first["id"] == again["id"]);
    });
}

#[test]
fn codes_asked_for_twice_with_a_key_are_made_once_and_stay_good() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        world.deputy(41, "罗湘君", "luo xiang jun", &[world.yuelu]).await;
        let token = tokens::issue(&world.site, &chief, &Text::parse("报表").unwrap(), 30).await.unwrap();
        let mut program = Visitor::with_token(site::app(&world.site), &token.text);
        let key = [("idempotency-key", "d1")];
        let all = json!({"congress": world.yuelu, "again": true});
        let first = program.json(Method::POST, "/api/accounts/deputies", &key, all.clone()).await;
        let made = first.json()["slips"].as_array().unwrap().len();
        assert!(first.status == StatusCode::CREATED && made > 0, "{}", first.text);
        let again = program.json(Method::POST, "/api/accounts/deputies", &key, all).await;
        assert_eq!((again.status, again.json()["slips"].as_array().unwrap().len()), (StatusCode::CREATED, 0));
        assert_eq!(again.json()["had"], made, "they have theirs");
        let other = json!({"congress": world.yuelu, "again": false});
        let reused = program.json(Method::POST, "/api/accounts/deputies", &key, other).await;
        assert_eq!(reused.json()["type"], "kit-api-key-reused");

        let account = first.json()["slips"][0]["account"].as_str().unwrap().to_owned();
        let codes = async || {
            let sql = Sql::new("select count(*) from journal where verb = 'account.code_issued'");
            world.site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
        };
        let before = codes().await;
        let at = format!("/api/accounts/{account}/activation");
        let key = [("idempotency-key", "d2")];
        let first = program.json(Method::POST, &at, &key, json!({})).await;
        let again = program.json(Method::POST, &at, &key, json!({})).await;
        assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::CREATED), "{}", again.text);
        assert!(first.json()["code"].is_string() && again.json()["code"].is_null(), "a code is seen once");
        assert_eq!(codes().await, before + 1, "the first was not made void");
    });
}

#[test]
fn a_filter_that_means_nothing_is_named_and_not_passed_over() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let token = tokens::issue(&world.site, &chief, &Text::parse("报表").unwrap(), 30).await.unwrap();
        let mut program = Visitor::with_token(site::app(&world.site), &token.text);
        let told = program.get("/api/accounts?state=open").await;
        assert_eq!(
            (told.status, told.json()["errors"][0]["field"].as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, Some("state"))
        );
    });
}

#[test]
fn full_width_letters_and_digits_sign_in_as_plain_ones_do() {
    story(|world| async move {
        let mut chief = site::visitor(&world.site);
        world.staff("ｌｉｕ８", Duty::Chief, world.office).await;
        for typed in ["liu8", "ＬＩＵ８", "l\u{200B}iu8"] {
            let body = json!({"name": typed, "password": PASSWORD});
            assert_eq!(chief.json(Method::POST, "/api/session", &[], body).await.status, StatusCode::OK, "{typed}");
        }
        let body = json!({"name": "liu8\u{0}", "password": PASSWORD});
        let told = chief.json(Method::POST, "/api/session", &[], body).await;
        assert_eq!(
            (told.status, told.json()["errors"][0]["field"].as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, Some("name"))
        );
    });
}
