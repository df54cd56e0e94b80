//! A flood stops the offices for a day. The operator sees which due days would move before the day is laid, lays it, and the town finds on the
//! suggestion's own page which day it has now, and why.

use std::time::Duration;

use crate::house::{Browser, House, Kind};

async fn told_by(phone: Kind) {
    let house = House::on("2026-03-09");
    let page = house.assigned("关于疏通下水道的建议").await;
    let operator = Browser::of(&house, Kind::Desk, "operator").await;
    operator.go("/calendar?year=2026").await;
    operator.fill("days", "2026-03-11,放假,抗洪停工").await;
    operator.press("先看影响").await;
    operator.sees("第 1 行").await;
    operator.fill("days", "2026-03-11,放假,抗洪停工,县政府通告").await;
    operator.press("先看影响").await;
    operator.sees("录入后会变动的期限").await;
    assert!(!operator.text().await.contains("下水道"), "an operator reads no matter");
    operator.press("录入并重算期限").await;
    operator.sees("抗洪停工").await;
    operator.close().await;
    let mut moved = false;
    for _ in 0..100 {
        let subject = |fact: &serde_json::Value| fact.get("subject")?.as_str().map(str::to_owned);
        moved = house.facts("suggestion.days-moved").iter().filter_map(subject).any(|id| page.ends_with(&id));
        if moved {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(moved, "the days are counted again without anybody's doing");
    let town = Browser::of(&house, phone, "unit_head").await;
    town.go(&page).await;
    town.sees("2026-03-13").await;
    town.close().await;
}

#[test]
fn days_move_with_the_holidays_and_say_why() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told_by(Kind::PhoneWithoutScript));
}
