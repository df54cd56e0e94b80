//! The town government says that a road is the county's to mend; the office passes it on; the county's office for roads says
//! that it is the land office's; the second ruling keeps it there, and that is final.

use crate::house::{Browser, House, Kind};

const ROADS: &str = "桃源县交通运输局";

async fn objects(unit: &Browser, page: &str, proposed: &str, reason: &str) {
    unit.go(page).await;
    unit.press("申请退办").await;
    unit.sees("应当由哪个单位办理").await;
    unit.choose("unit", proposed).await;
    unit.fill("reason", reason).await;
    unit.press("申请退办").await;
    unit.sees("退办申请已提交，等待裁定").await;
    unit.sees("待裁定").await;
}

/// The office rules; what it forgets is asked for, and what it wrote stays.
async fn passes_on(clerk: &Browser, page: &str) {
    clerk.go(page).await;
    clerk.press("裁定退办申请").await;
    clerk.sees("该路为县道，由县里管养。").await;
    clerk.tick("choice", "pass-on").await;
    clerk.fill("reason", "情况属实，同意改办。").await;
    clerk.press("裁定退办申请").await;
    clerk.sees("还有").await;
    assert_eq!(clerk.value("reason").await, "情况属实，同意改办。");
    clerk.choose("unit", ROADS).await;
    clerk.press("裁定退办申请").await;
    clerk.sees("裁定已生效").await;
    clerk.sees("已改办").await;
    clerk.sees("经 1 次改办交来").await;
}

async fn keeps_it_there(clerk: &Browser, page: &str) {
    clerk.go(page).await;
    clerk.press("裁定退办申请").await;
    clerk.sees("用地手续未办。").await;
    clerk.tick("choice", "refuse").await;
    clerk.fill("reason", "用地由你单位一并申报。").await;
    clerk.press("裁定退办申请").await;
    clerk.sees("退办未获同意").await;
}

async fn told_by(kind: Kind) {
    let house = House::open();
    let page = house.assigned("关于修复通往渡口公路的建议").await;
    let code = house.account("田建国", "unit_head", ROADS);
    let town = Browser::of(&house, kind, "unit_head").await;
    objects(&town, &page, ROADS, "该路为县道，由县里管养。").await;
    let clerk = Browser::of(&house, kind, "clerk").await;
    passes_on(&clerk, &page).await;
    let roads = Browser::open(&house, kind).await;
    roads.activate(&code).await;
    objects(&roads, &page, "桃源县自然资源局", "用地手续未办。").await;
    keeps_it_there(&clerk, &page).await;
    clerk.close().await;
    roads.go(&page).await;
    assert!(!roads.offers("申请退办").await, "after the last ruling there is none to ask for");
    roads.press("签收").await;
    roads.sees("起草答复").await;
    roads.close().await;
    town.go("/notices").await;
    town.sees("贵单位不再办理").await;
    town.go(&page).await;
    town.sees("已改由其他单位办理").await;
    town.close().await;
    for (verb, times) in [("objected", 2), ("passed-on", 1), ("objection-refused", 1)] {
        let id = page.trim_start_matches("/suggestions/");
        let facts = house.facts(&format!("suggestion.{verb}"));
        let of_it = facts.iter().filter(|fact| fact.get("subject").and_then(serde_json::Value::as_str) == Some(id));
        assert_eq!(of_it.count(), times, "{verb}");
    }
}

fn told(kind: Kind) {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told_by(kind));
}

#[test]
fn the_second_ruling_on_the_road_is_final() {
    told(Kind::Desk);
}

#[test]
fn the_second_ruling_on_the_road_is_final_on_a_phone_without_script() {
    told(Kind::PhoneWithoutScript);
}
