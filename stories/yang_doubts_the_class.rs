//! Yang asks for two things. The unit answers each by itself and calls the matter solved; Yang, on her phone, doubts that, and the head of the
//! unit, who has to say why, gives it another class.

use reqwest::Method;
use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于弯道安全设施的建议";
const ASKS: &str = "一、基本情况\n弯道没有护栏，去年出过两次事故。\n\n二、具体建议\n1.装护栏。\n2.立警示牌。";
const DOUBT: &str = "护栏还没有装，只立了警示牌。";

struct Story {
    house: House,
    kind: Kind,
    page: String,
}

impl Story {
    async fn before(&self, who: &str, kind: Kind) -> Browser {
        let browser = Browser::of(&self.house, kind, who).await;
        browser.go(&self.page).await;
        browser
    }

    /// The unit finds what is asked in its form and says of each what is done, or why not.
    async fn is_answered_point_by_point(&self) {
        let unit = self.before("unit_head", self.kind).await;
        unit.press("签收").await;
        unit.press("起草答复").await;
        assert_eq!(unit.value("request1").await, "装护栏。");
        unit.fill("body", "您提出的建议收悉，逐项答复如下。").await;
        unit.fill("measure1", "已列入计划，装护栏八十米").await;
        unit.fill("owner1", "公路养护站").await;
        unit.fill("money1", "12万元，养护经费").await;
        unit.fill("reason2", "县公安局已在办理，不重复设置").await;
        unit.fill("contact", "张某 0736-0000000").await;
        unit.tick("publish", "1").await;
        unit.press("送审").await;
        unit.sees("待审核").await;
        unit.close().await;
        let clerk = self.before("clerk", self.kind).await;
        clerk.sees("装护栏八十米").await;
        clerk.press("审核通过").await;
        clerk.close().await;
        let head = self.before("unit_head", self.kind).await;
        head.press("签发").await;
        head.tick("class", "A").await;
        head.press("签发").await;
        head.press("送达代表").await;
        head.sees("待评价").await;
        head.close().await;
    }

    async fn is_doubted(&self, kind: Kind) {
        let yang = self.before("deputy", kind).await;
        for said in ["装护栏八十米", "公路养护站", "12万元，养护经费", "不重复设置"] {
            yang.sees(said).await;
        }
        yang.press("对结果类别提出异议").await;
        yang.fill("reason", DOUBT).await;
        yang.press("对结果类别提出异议").await;
        yang.sees("待承办单位答复").await;
        yang.sees("请承办单位答复：").await;
        assert!(!yang.offers("对结果类别提出异议").await, "one doubt waits at a time");
        yang.close().await;
    }

    async fn is_given_another_class(&self) {
        let head = self.before("unit_head", self.kind).await;
        head.sees(DOUBT).await;
        head.press("答复类别异议").await;
        head.tick("answer", "change").await;
        head.choose("class", "B").await;
        head.fill("reason", "护栏九月底前装好，变更为正在解决。").await;
        head.press("答复类别异议").await;
        head.sees("已变更为B类").await;
        head.close().await;
    }
}

async fn told_by(kind: Kind, phone: Kind) {
    let house = House::open();
    let page = house.filed_as(TITLE, ASKS).await;
    let accepted = json!({ "category": "other", "number": true });
    house.tells("clerk", Method::POST, &format!("/api{page}/acceptance"), accepted).await;
    let unit = house.asks("unit_head", "/api/account").await;
    let plan = json!({ "way": "sole", "unit": unit.pointer("/posts/0/body") });
    house.tells("clerk", Method::POST, &format!("/api{page}/assignments"), plan).await;
    let story = Story { house, kind, page };
    story.is_answered_point_by_point().await;
    story.is_doubted(phone).await;
    story.is_given_another_class().await;
    let yang = story.before("deputy", phone).await;
    yang.sees("护栏九月底前装好，变更为正在解决。").await;
    yang.sees("评价答复").await;
    yang.close().await;
    let seen = story.house.asks("clerk", &format!("/api{}", story.page)).await;
    assert_eq!(seen.pointer("/parts/0/rounds/0/class").and_then(Value::as_str), Some("B"));
    assert_eq!(story.house.facts("suggestion.class-changed").iter().filter(|fact| of(fact, &story.page)).count(), 1);
}

fn of(fact: &Value, page: &str) -> bool {
    fact.get("subject").and_then(Value::as_str) == Some(page.trim_start_matches("/suggestions/"))
}

#[test]
fn each_request_has_its_answer_and_a_class_that_does_not_fit_is_changed() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told_by(Kind::Desk, Kind::Phone));
}
