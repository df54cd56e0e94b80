//! A bridge that the town and three offices of the county must mend together: the town leads, the three give their opinions to it,
//! and the deputy gets one answer. A second paper on the same bridge goes with the first and is answered by itself.

use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于重建渡口危桥的建议";
const AGAIN: &str = "关于尽快拆除重建渡口危桥的建议";
const COUNTY: [(&str, &str); 3] =
    [("田建国", "桃源县交通运输局"), ("李水生", "桃源县水利局"), ("王有财", "桃源县财政局")];

/// The office checks both papers, lets the second go with the first, and hands the first to four units on two levels.
async fn hands_over(house: &House, kind: Kind, first: &str, second: &str) {
    let clerk = Browser::of(house, kind, "clerk").await;
    for page in [first, second] {
        clerk.go(page).await;
        clerk.press("审查").await;
        clerk.sees("您正在审查本件").await;
        clerk.choose("category", "城建").await;
        clerk.press("受理并编号").await;
        clerk.sees("待交办").await;
    }
    clerk.press("并案办理").await;
    clerk.fill("reason", "同一座桥。").await;
    clerk.press("并案办理").await;
    clerk.sees("请选定一件建议，或者填写它的编号").await;
    assert_eq!(clerk.value("reason").await, "同一座桥。");
    clerk.fill("number", &number(house, first).await).await;
    clerk.press("并案办理").await;
    clerk.sees("一并办理，分别答复").await;
    clerk.go(first).await;
    clerk.press("交办").await;
    clerk.tick("way", "joint").await;
    clerk.choose("unit", "人民政府").await;
    for (_, unit) in COUNTY {
        clerk.tick_words(unit).await;
    }
    clerk.press("交办").await;
    clerk.sees("办理中").await;
    clerk.go(second).await;
    clerk.sees("办理中").await;
    clerk.close().await;
}

async fn number(house: &House, page: &str) -> String {
    let seen = house.asks("clerk", &format!("/api{page}")).await;
    seen.pointer("/number").and_then(Value::as_str).expect("a number").to_owned()
}

/// An office of the county signs for it and gives its opinion to the town; it is offered no reply.
async fn advises(house: &House, kind: Kind, (name, unit): (&str, &str), page: &str) {
    let code = house.account(name, "unit_head", unit);
    let office = Browser::open(house, kind).await;
    office.activate(&code).await;
    office.go(page).await;
    office.press("签收").await;
    office.press("提出会办意见").await;
    office.fill("reason", &format!("{unit}配合办理。")).await;
    office.press("交主办单位").await;
    office.sees(&format!("{unit}配合办理。")).await;
    assert!(!office.text().await.contains("起草答复"), "a co-unit does not reply");
    office.close().await;
}

/// The town answers; the letter to the second paper begins with the one to the first.
async fn answers(house: &House, kind: Kind, first: &str, second: &str) {
    let unit = Browser::of(house, kind, "unit_head").await;
    unit.go(first).await;
    for (_, office) in COUNTY {
        unit.sees(&format!("{office}配合办理。")).await;
    }
    unit.press("签收").await;
    unit.press("起草答复").await;
    unit.fill("body", "年内重建，资金由县财政统筹。").await;
    unit.fill("contact", "张某 0736-0000000").await;
    unit.tick("publish", "1").await;
    unit.press("送审").await;
    unit.sees("待审核").await;
    unit.go(second).await;
    unit.press("签收").await;
    unit.press("起草答复").await;
    unit.press("建议的答复文稿").await;
    assert_eq!(unit.value("body").await, "年内重建，资金由县财政统筹。");
    unit.tick("publish", "1").await;
    unit.press("送审").await;
    unit.close().await;
}

async fn told_by(kind: Kind) {
    let house = House::open();
    let (first, second) = (house.filed(TITLE).await, house.filed(AGAIN).await);
    hands_over(&house, kind, &first, &second).await;
    for office in COUNTY {
        advises(&house, kind, office, &first).await;
    }
    answers(&house, kind, &first, &second).await;
    let parts = house.asks("clerk", &format!("/api{second}")).await;
    let roles: Vec<&Value> = parts.pointer("/parts").and_then(Value::as_array).expect("parts").iter().collect();
    let role = |part: &&Value| part.pointer("/role").cloned().expect("a role");
    assert_eq!(roles.iter().map(role).collect::<Vec<_>>(), vec![json!("lead"), json!("co"), json!("co"), json!("co")]);
    let clerk = Browser::of(&house, kind, "clerk").await;
    for page in [&first, &second] {
        clerk.go(page).await;
        clerk.press("审核通过").await;
    }
    clerk.close().await;
    let head = Browser::of(&house, kind, "unit_head").await;
    head.go(&first).await;
    head.press("签发").await;
    head.tick("class", "B").await;
    head.press("签发").await;
    head.press("送达代表").await;
    head.sees("待评价").await;
    head.close().await;
    let deputy = Browser::of(&house, kind, "deputy").await;
    deputy.go(&first).await;
    deputy.sees("年内重建，资金由县财政统筹。").await;
    assert!(!deputy.text().await.contains("配合办理。"), "opinions between units are not written to the deputy");
    deputy.go(&second).await;
    assert!(!deputy.text().await.contains("年内重建"), "the second paper has its own answer, not yet delivered");
    deputy.close().await;
    assert_eq!(house.facts("suggestion.merged").iter().filter(|fact| of(fact, &second)).count(), 1);
    assert_eq!(house.facts("suggestion.advised").iter().filter(|fact| of(fact, &first)).count(), COUNTY.len());
}

fn of(fact: &Value, page: &str) -> bool {
    fact.get("subject").and_then(Value::as_str) == Some(page.trim_start_matches("/suggestions/"))
}

fn told(kind: Kind) {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told_by(kind));
}

#[test]
fn one_lead_and_three_co_units_across_two_levels_answer_two_papers_on_one_bridge() {
    told(Kind::Desk);
}

#[test]
fn they_do_so_on_phones_without_script() {
    told(Kind::PhoneWithoutScript);
}
