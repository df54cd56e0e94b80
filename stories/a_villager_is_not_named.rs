//! A suggestion that names a villager is brought before the public without the villager. A passer-by finds it on a phone; then the office hears
//! that the village alone gives her away and takes it down, and the log says so.

use reqwest::Method;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于修复村口水渠的建议";
const BODY: &str =
    "一、现在的情况。村民王　明（电话13873612345）家的田浇不上水。二、问题出在哪里。水渠塌了。三、请县水利局修复。";
const SECRETS: [&str; 3] = ["王　明", "13873612345", "王明"];

/// Answered, judged and closed.
async fn closed(house: &House) -> String {
    let page = house.filed_as(TITLE, BODY).await;
    let unit = house.asks("unit_head", "/api/account").await;
    let sole = json!({ "way": "sole", "unit": unit.pointer("/posts/0/body") });
    let letter = json!({ "body": "水渠已修复通水。", "contact": "张某 0736-0000000", "publish": true });
    let verdict = json!({ "process": "satisfied", "result": "satisfied" });
    let mut part = String::new();
    for (who, method, end, body) in [
        ("clerk", Method::POST, "/acceptance", json!({ "category": "other", "number": true })),
        ("clerk", Method::POST, "/assignments", sole),
        ("unit_clerk", Method::POST, "/assignments/{part}/receipt", Value::Null),
        ("unit_clerk", Method::PUT, "/assignments/{part}/reply", letter),
        ("unit_clerk", Method::POST, "/assignments/{part}/checking", Value::Null),
        ("clerk", Method::POST, "/assignments/{part}/approval", Value::Null),
        ("unit_head", Method::POST, "/assignments/{part}/signature", json!({ "class": "A" })),
        ("unit_clerk", Method::POST, "/assignments/{part}/delivery", Value::Null),
        ("deputy", Method::POST, "/assignments/{part}/judgement", verdict),
        ("clerk", Method::POST, "/closure", Value::Null),
    ] {
        if end.contains("{part}") && part.is_empty() {
            let seen = house.asks("clerk", &format!("/api{page}")).await;
            part = seen.pointer("/parts/0/id").and_then(Value::as_str).expect("a part").to_owned();
        }
        house.tells(who, method, &format!("/api{page}{}", end.replace("{part}", &part)), body).await;
    }
    page
}

/// The office goes through what was found, hides it, looks at what the public would read, and publishes; where it stands then.
async fn is_published(house: &House, page: &str) -> String {
    let clerk = Browser::of(house, Kind::Desk, "clerk").await;
    clerk.go(&format!("/disclosures/matters/{}/publication", page.trim_start_matches("/suggestions/"))).await;
    clerk.press_only("公开").await;
    clerk.sees("还有 2 处没有选").await;
    for hide in clerk.driver.find_all(By::Css("main input[value='hide']")).await.expect("what was found") {
        hide.send_keys(" ").await.expect("the space bar marks it");
    }
    clerk.press("预览").await;
    clerk.sees("村民王××（电话×××）").await;
    clerk.press_only("公开").await;
    clerk.sees("代表和承办单位已收到通知").await;
    let list = house.asks("clerk", "/api/disclosures").await;
    let lines = list.pointer("/items").and_then(Value::as_array).expect("lines");
    let line =
        lines.iter().find(|line| line.get("title").and_then(Value::as_str) == Some(TITLE)).expect("it stands there");
    clerk.close().await;
    format!("/disclosures/{}", line.get("id").and_then(Value::as_str).expect("an id"))
}

/// Without signing in, by words of the title; the index follows within a moment.
async fn is_found_by(visitor: &Browser) {
    for _ in 0..20 {
        visitor.go("/disclosures?q=%E6%9D%91%E5%8F%A3%E6%B0%B4%E6%B8%A0").await;
        if visitor.offers(TITLE).await {
            return;
        }
    }
    panic!("nobody finds it:\n{}", visitor.text().await);
}

async fn names_nobody(visitor: &Browser) {
    let text = visitor.text().await;
    assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{text}");
}

async fn is_taken_down(house: &House, shown: &str) {
    let clerk = Browser::of(house, Kind::Desk, "clerk").await;
    clerk.go(shown).await;
    clerk.press("撤下").await;
    clerk.tick("ground", "privacy").await;
    clerk.fill("words", "村小，从水渠位置就能认出是谁家。").await;
    clerk.press_only("撤下").await;
    clerk.sees("已撤下").await;
    clerk.close().await;
}

async fn told() {
    let house = House::open();
    let page = closed(&house).await;
    let shown = is_published(&house, &page).await;
    let visitor = Browser::open(&house, Kind::Phone).await;
    is_found_by(&visitor).await;
    names_nobody(&visitor).await;
    visitor.press(TITLE).await;
    visitor.sees("村民王××（电话×××）家的田浇不上水").await;
    visitor.sees("水渠已修复通水。").await;
    visitor.sees("隐去电话号码 1 处").await;
    names_nobody(&visitor).await;
    is_taken_down(&house, &shown).await;
    visitor.go(&shown).await;
    visitor.sees("已撤下").await;
    assert!(!visitor.text().await.contains("浇不上水"), "nothing of the text is left");
    visitor.press("撤下记录").await;
    visitor.sees("涉及个人隐私").await;
    let log = visitor.text().await;
    assert!(!log.contains(TITLE) && !log.contains("从水渠位置"), "the log names ground and number, and no more: {log}");
    visitor.go("/disclosures?q=%E6%9D%91%E5%8F%A3%E6%B0%B4%E6%B8%A0").await;
    assert!(!visitor.offers(TITLE).await, "nobody finds it any more");
    visitor.close().await;
    assert_eq!(house.facts("disclosure.taken-down").len(), taken_down(&house).await);
}

/// How many lines the log has that anybody reads.
async fn taken_down(house: &House) -> usize {
    let log = house.asks("clerk", "/api/disclosures/removals").await;
    log.pointer("/total").and_then(Value::as_u64).and_then(|total| total.try_into().ok()).unwrap_or_default()
}

#[test]
fn who_is_named_stays_unnamed_before_the_public_and_what_is_taken_down_stands_in_the_log() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told());
}
