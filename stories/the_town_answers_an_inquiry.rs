//! The congress asks the town's government in a special inquiry: questions go to it, answers are written down, what is to be put right is
//! listed. The town says on a phone how and that it is done; the office settles it and ends the inquiry.

use crate::house::{Browser, House, Kind};

const TOPIC: &str = "渡口公路养护";

async fn prepared(clerk: &Browser) -> String {
    clerk.go("/supervision/inquiries").await;
    clerk.press("新建专题询问").await;
    clerk.fill("topic", TOPIC).await;
    clerk.tick("kind", "report").await;
    clerk.fill_day("day", "2026-11-16").await;
    clerk.fill("place", "镇人大会议室").await;
    clerk.fill("leader", "人大主席").await;
    clerk.press_only("保存").await;
    assert_eq!(clerk.value("topic").await, TOPIC, "the decision is missing, and what was typed is kept");
    clerk.fill("basis", "主席团会议纪要").await;
    clerk.press_only("保存").await;
    clerk.sees("专题询问已登记").await;
    let page = clerk.path().await;
    clerk.press("列入问题").await;
    clerk.choose("unit", "人民政府").await;
    clerk.fill("asker", "代表甲").await;
    clerk.fill("words", "塌方路段何时修通？").await;
    clerk.press_only("列入").await;
    clerk.press("将问题清单送承办单位").await;
    clerk.sees("问题清单已送承办单位").await;
    page
}

async fn held(clerk: &Browser) {
    clerk.press("登记已召开").await;
    clerk.sees("已登记召开").await;
    clerk.press("登记第 1 问的答复").await;
    clerk.fill("words", "汛期前修通，专人养护。").await;
    clerk.press_only("登记").await;
    clerk.press("列入整改事项").await;
    clerk.choose("unit", "人民政府").await;
    clerk.fill("problem", "没有固定养护人员。").await;
    clerk.fill_day("due", "2026-12-31").await;
    clerk.press_only("列入").await;
    clerk.sees("整改事项已列入").await;
}

async fn put_right(house: &House, phone: Kind, page: &str) {
    let town = Browser::of(house, phone, "unit_head").await;
    town.go("/notices").await;
    town.sees(TOPIC).await;
    town.go(page).await;
    town.sees("塌方路段何时修通？").await;
    town.press("报第 1 项的整改措施").await;
    town.fill("measure", "聘请两名养护员。").await;
    town.fill("owner", "分管副镇长").await;
    town.press_only("报送").await;
    town.press("报第 1 项的整改情况").await;
    town.fill("words", "两人已经上岗。").await;
    town.press_only("报送").await;
    town.sees("等待审核").await;
    assert!(!town.offers("办结专题询问").await);
    town.close().await;
}

async fn told_by(phone: Kind) {
    let house = House::on("2026-11-16");
    let clerk = Browser::of(&house, Kind::Desk, "clerk").await;
    let page = prepared(&clerk).await;
    held(&clerk).await;
    put_right(&house, phone, &page).await;
    clerk.go(&page).await;
    clerk.press("第 1 项销号").await;
    clerk.fill("words", "已到现场核实。").await;
    clerk.press_only("销号").await;
    clerk.press("办结专题询问").await;
    clerk.fill("result", "养护人员已经落实。").await;
    clerk.press_only("办结").await;
    clerk.sees("专题询问已办结").await;
    clerk.close().await;
    let yang = Browser::of(&house, phone, "deputy").await;
    yang.go(&page).await;
    yang.sees("汛期前修通").await;
    yang.sees("养护人员已经落实").await;
    yang.close().await;
    let id = page.rsplit('/').next().expect("an id");
    let ended = house.facts("supervision.inquiry-concluded");
    assert!(ended.iter().any(|fact| fact.get("subject").and_then(serde_json::Value::as_str) == Some(id)));
}

#[test]
fn what_an_inquiry_found_is_put_right_and_settled() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told_by(Kind::PhoneWithoutScript));
}
