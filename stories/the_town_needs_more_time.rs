//! The town government asks for a month more, on a phone with a keyboard; the office consents, and the deputy is told.

use kernel::Day;
use serde_json::Value;

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于改造集镇排水管网的建议";

/// The day on which the reply is due.
async fn due(house: &House, page: &str) -> Day {
    let seen = house.asks("clerk", &format!("/api{page}")).await;
    let due = seen.pointer("/parts/0/due").and_then(Value::as_str).expect("a due day");
    due.parse().expect("a day")
}

/// Looks into the inbox until it says so; the follower of the journal has a second or two to write it.
async fn reads(deputy: &Browser, words: &str) {
    for _ in 0..20 {
        deputy.go("/notices").await;
        if deputy.text().await.contains(words) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
    deputy.sees(words).await;
}

async fn told_by(kind: Kind) {
    let house = House::open();
    let page = house.assigned(TITLE).await;
    let unit = Browser::of(&house, kind, "unit_head").await;
    unit.go(&page).await;
    unit.press("签收").await;
    let first = due(&house, &page).await;
    let until = first.plus_days(30);
    unit.press("申请延期").await;
    unit.sees(&format!("现答复期限为 {first}")).await;
    unit.fill_day("until", &first.plus_days(-1).to_string()).await;
    unit.fill("reason", "管网测绘还要一个月。").await;
    unit.press("申请延期").await;
    unit.sees("延期日期应晚于现期限").await;
    assert_eq!(unit.value("reason").await, "管网测绘还要一个月。");
    unit.fill_day("until", &until.to_string()).await;
    unit.press("申请延期").await;
    unit.sees("批复之前按原期限办理").await;
    unit.close().await;
    let clerk = Browser::of(&house, kind, "clerk").await;
    clerk.go(&page).await;
    clerk.press("批复延期").await;
    clerk.sees(&format!("申请延期至 {until}")).await;
    clerk.sees("管网测绘还要一个月。").await;
    clerk.tick("choice", "grant").await;
    clerk.press("批复延期").await;
    clerk.sees("批复已生效").await;
    clerk.sees(&until.to_string()).await;
    clerk.close().await;
    assert_eq!(due(&house, &page).await, until);
    let deputy = Browser::of(&house, kind, "deputy").await;
    reads(&deputy, &format!("办理《{TITLE}》需要延期，经批准改为 {until} 前答复")).await;
    deputy.go(&page).await;
    deputy.sees("同意延期").await;
    assert!(
        !deputy.text().await.contains("管网测绘还要一个月。"),
        "words between unit and office are not the deputy's"
    );
    deputy.close().await;
}

#[test]
fn a_month_more_is_asked_for_and_given_with_the_keyboard_on_a_phone() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told_by(Kind::PhoneKeyboard));
}
