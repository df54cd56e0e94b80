//! Yang rejects the reply, and the second one too, with a reason for the congress alone. The office cannot close it before the head of the
//! unit has met her; then it is closed as what it is, and the figures say so.

use reqwest::Method;
use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于修复村道塌方路段的建议";
const SECRET: &str = "有人打电话劝我改成满意。";

struct Story {
    house: House,
    page: String,
    part: String,
}

impl Story {
    async fn tells(&self, who: &str, method: Method, end: &str, body: Value) {
        let path = format!("/api{}/assignments/{}/{end}", self.page, self.part);
        self.house.tells(who, method, &path, body).await;
    }

    async fn replies(&self, body: &str) {
        let letter = json!({ "body": body, "contact": "张某 0736-0000000", "publish": true });
        self.tells("unit_clerk", Method::PUT, "reply", letter).await;
        self.tells("unit_clerk", Method::POST, "checking", Value::Null).await;
        self.tells("clerk", Method::POST, "approval", Value::Null).await;
        self.tells("unit_head", Method::POST, "signature", json!({ "class": "A" })).await;
        self.tells("unit_clerk", Method::POST, "delivery", Value::Null).await;
    }

    async fn by(&self, kind: Kind, who: &str) -> Browser {
        let browser = Browser::of(&self.house, kind, who).await;
        browser.go(&self.page).await;
        browser
    }

    async fn rejects(&self, reason: &str, confidential: bool) {
        let yang = self.by(Kind::Phone, "deputy").await;
        yang.press("评价答复").await;
        yang.tick("process", "satisfied").await;
        yang.tick("result", "dissatisfied").await;
        yang.fill("reason", reason).await;
        if confidential {
            yang.tick("confidential", "1").await;
        }
        yang.press("评价答复").await;
        yang.sees("待重新办理").await;
        yang.close().await;
    }

    async fn cannot_be_closed(&self) {
        let clerk = self.by(Kind::Desk, "clerk").await;
        clerk.sees(SECRET).await;
        clerk.sees("还没有当面协商或者专门说明的记录").await;
        clerk.press("办结").await;
        clerk.sees("记录以后才能办结").await;
        clerk.close().await;
    }

    async fn is_met(&self) {
        let head = self.by(Kind::Desk, "unit_head").await;
        assert!(!head.text().await.contains(SECRET), "the unit never reads what is for the congress alone");
        head.press("记录沟通").await;
        head.tick("way", "talk").await;
        head.fill("by", "镇长、分管副镇长").await;
        head.fill("said", "商定本月底前清理塌方，五月修复路面。").await;
        head.press("提交记录").await;
        head.close().await;
        let clerk = self.by(Kind::Desk, "clerk").await;
        clerk.sees("镇长、分管副镇长").await;
        clerk.press("办结").await;
        clerk.sees("已办结").await;
        clerk.go("/suggestions/rates").await;
        clerk.sees("反馈率").await;
        clerk.close().await;
    }
}

#[test]
fn who_is_dissatisfied_twice_is_met_before_it_is_closed() {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let house = House::open();
        let page = house.assigned(TITLE).await;
        let seen = house.asks("clerk", &format!("/api{page}")).await;
        let part = seen.pointer("/parts/0/id").and_then(Value::as_str).expect("a part").to_owned();
        let story = Story { house, page, part };
        story.tells("unit_clerk", Method::POST, "receipt", Value::Null).await;
        story.replies("已安排巡查。").await;
        story.rejects("只有巡查，没有修复。", false).await;
        story.tells("clerk", Method::POST, "redo", json!({ "reason": "请重新办理。" })).await;
        story.replies("已列入明年计划。").await;
        story.rejects(SECRET, true).await;
        story.cannot_be_closed().await;
        story.is_met().await;
        let seen = story.house.asks("clerk", &format!("/api{}", story.page)).await;
        assert_eq!(seen.pointer("/stage"), Some(&json!("closed")));
    });
}
