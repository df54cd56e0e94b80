//! Yang rejects the reply, and the second one too, with a reason for the congress alone. The office cannot close it before the head of the
//! unit has met her; then it is closed as what it is, and the figures say so. Everybody does it in a browser: Yang on a phone, the others at
//! desks; and once all of them on phones without script.

use serde_json::json;

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于修复村道塌方路段的建议";
const SECRET: &str = "有人打电话劝我改成满意。";

struct Story {
    house: House,
    page: String,
    /// What Yang holds in her hands.
    hers: Kind,
    /// What the office and the unit sit at.
    theirs: Kind,
}

impl Story {
    async fn by(&self, who: &str) -> Browser {
        let kind = if who == "deputy" { self.hers } else { self.theirs };
        let browser = Browser::of(&self.house, kind, who).await;
        browser.go(&self.page).await;
        browser
    }

    async fn is_signed_for(&self) {
        let unit = self.by("unit_clerk").await;
        unit.press("签收").await;
        unit.sees("起草答复").await;
        unit.close().await;
    }

    /// Written by the unit, checked by the office, signed by the head, delivered.
    async fn replies(&self, body: &str) {
        let unit = self.by("unit_clerk").await;
        unit.press("起草答复").await;
        unit.fill("body", body).await;
        unit.fill("contact", "张某 0736-0000000").await;
        unit.tick("publish", "1").await;
        unit.press("送审").await;
        unit.sees("待审核").await;
        unit.close().await;
        let clerk = self.by("clerk").await;
        clerk.press("审核通过").await;
        clerk.sees("待签发").await;
        clerk.close().await;
        let head = self.by("unit_head").await;
        head.press("签发").await;
        head.tick("class", "A").await;
        head.press("签发").await;
        head.press("送达代表").await;
        head.sees("待评价").await;
        head.close().await;
    }

    async fn rejects(&self, reason: &str, confidential: bool) {
        let yang = self.by("deputy").await;
        yang.press("评价答复").await;
        yang.tick("process", "satisfied").await;
        yang.tick("result", "dissatisfied").await;
        yang.press("评价答复").await;
        yang.sees("不满意请写明理由").await;
        yang.fill("reason", reason).await;
        if confidential {
            yang.tick("confidential", "1").await;
        }
        yang.press("评价答复").await;
        yang.sees("待重新办理").await;
        yang.close().await;
    }

    async fn is_to_be_done_again(&self) {
        let clerk = self.by("clerk").await;
        clerk.sees("只有巡查，没有修复。").await;
        clerk.press("要求重新办理").await;
        clerk.fill("reason", "请重新办理，写明修复的日期。").await;
        clerk.press("重新办理").await;
        clerk.sees("已要求重新办理，新的期限从今天起算").await;
        clerk.close().await;
    }

    async fn cannot_be_closed(&self) {
        let clerk = self.by("clerk").await;
        clerk.sees(SECRET).await;
        clerk.sees("还没有当面协商或者专门说明的记录").await;
        clerk.press("办结").await;
        clerk.sees("记录以后才能办结").await;
        clerk.close().await;
    }

    async fn is_met_and_closed(&self) {
        let head = self.by("unit_head").await;
        assert!(!head.text().await.contains(SECRET), "the unit never reads what is for the congress alone");
        head.press("记录沟通").await;
        head.tick("way", "talk").await;
        head.fill("by", "镇长、分管副镇长").await;
        head.fill("said", "商定本月底前清理塌方，五月修复路面。").await;
        head.press("提交记录").await;
        head.close().await;
        let clerk = self.by("clerk").await;
        clerk.sees("镇长、分管副镇长").await;
        clerk.press("办结").await;
        clerk.sees("已办结").await;
        clerk.go("/suggestions/rates").await;
        clerk.sees("反馈率").await;
        clerk.close().await;
    }
}

fn told(hers: Kind, theirs: Kind) {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let house = House::open();
        let page = house.assigned(TITLE).await;
        let story = Story { house, page, hers, theirs };
        story.is_signed_for().await;
        story.replies("已安排巡查。").await;
        story.rejects("只有巡查，没有修复。", false).await;
        story.is_to_be_done_again().await;
        story.replies("已列入明年计划。").await;
        story.rejects(SECRET, true).await;
        story.cannot_be_closed().await;
        story.is_met_and_closed().await;
        let seen = story.house.asks("clerk", &format!("/api{}", story.page)).await;
        assert_eq!(seen.pointer("/stage"), Some(&json!("closed")));
        let facts = story.house.facts("suggestion.closed");
        let id = story.page.trim_start_matches("/suggestions/");
        let closed = facts.iter().find(|fact| fact.pointer("/subject") == Some(&json!(id))).expect("the fact of it");
        assert_eq!(closed.pointer("/fact/outcome"), Some(&json!("dissatisfied")));
    });
}

#[test]
fn who_is_dissatisfied_twice_is_met_before_it_is_closed() {
    told(Kind::Phone, Kind::Desk);
}

#[test]
fn the_same_on_phones_without_script() {
    told(Kind::PhoneWithoutScript, Kind::PhoneWithoutScript);
}
