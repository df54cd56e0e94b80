//! In March 2026 the town government promises in its reply what it will have done by December; the matter is closed, the promise is not.
//! In December nothing is done, and the office carries it into the next year. In March 2027 the head answers again, the deputy judges,
//! the office takes it off the ledger. The clock of the program stands on those days.

use kernel::Day;
use reqwest::Method;
use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于加固村口便桥的建议";
const VOW: &str = "完成便桥加固并通过验收";
/// When it is promised, for when, when that is over, until when it is carried over, and when it is kept.
const MADE: &str = "2026-03-16";
const DUE: &str = "2026-12-10";
const OVER: &str = "2026-12-15";
const NEXT: &str = "2027-03-31";
const KEPT: &str = "2027-03-10";

struct Story {
    house: House,
    kind: Kind,
    page: String,
    part: String,
}

impl Story {
    async fn begun(kind: Kind) -> Self {
        let house = House::on(MADE);
        let page = house.assigned(TITLE).await;
        let seen = house.asks("clerk", &format!("/api{page}")).await;
        let part = seen.pointer("/parts/0/id").and_then(Value::as_str).expect("a part").to_owned();
        Self { house, kind, page, part }
    }

    async fn by(&self, who: &str) -> Browser {
        let browser = Browser::of(&self.house, self.kind, who).await;
        browser.go(&self.page).await;
        browser
    }

    async fn tells(&self, who: &str, method: Method, end: &str, body: Value) {
        let path = format!("/api{}/assignments/{}/{end}", self.page, self.part);
        self.house.tells(who, method, &path, body).await;
    }

    async fn promise(&self) -> Value {
        let seen = self.house.asks("clerk", &format!("/api{}", self.page)).await;
        seen.pointer("/promises/0").cloned().expect("a promise")
    }

    async fn day(&self) -> Day {
        let promise = self.promise().await;
        promise.pointer("/due").and_then(Value::as_str).and_then(|day| day.parse().ok()).expect("a day")
    }

    /// Drafted, promised on the page, checked, signed as B, delivered.
    async fn replies(&self) {
        let letter = json!({ "body": "已列入计划，年底前动工。", "contact": "张某 0736-0000000", "publish": true });
        self.tells("unit_clerk", Method::POST, "receipt", Value::Null).await;
        self.tells("unit_clerk", Method::PUT, "reply", letter).await;
        let unit = self.by("unit_clerk").await;
        unit.sees("还没有登记承诺事项").await;
        unit.press("登记承诺事项").await;
        unit.fill("words", VOW).await;
        unit.fill_day("due", "2020-01-01").await;
        unit.press("登记承诺事项").await;
        unit.sees("完成日期不能早于今天").await;
        assert_eq!(unit.value("words").await, VOW, "nothing typed is lost");
        unit.fill_day("due", DUE).await;
        unit.press("登记承诺事项").await;
        unit.sees("承诺事项已登记").await;
        unit.close().await;
        self.tells("unit_clerk", Method::POST, "checking", Value::Null).await;
        self.tells("clerk", Method::POST, "approval", Value::Null).await;
        self.tells("unit_head", Method::POST, "signature", json!({ "class": "B" })).await;
        self.tells("unit_clerk", Method::POST, "delivery", Value::Null).await;
    }

    async fn is_judged_and_closed(&self) {
        let deputy = self.by("deputy").await;
        deputy.sees(VOW).await;
        deputy.press("评价答复").await;
        deputy.tick("process", "satisfied").await;
        deputy.tick("result", "basically").await;
        deputy.press("评价答复").await;
        deputy.close().await;
        let clerk = self.by("clerk").await;
        clerk.press("办结").await;
        clerk.sees("已办结").await;
        clerk.close().await;
    }

    /// December: the day has passed.
    async fn is_overdue_and_carried_over(&mut self) {
        self.house.dawns(OVER);
        let unit = self.by("unit_clerk").await;
        unit.press(VOW).await;
        unit.sees("逾期未兑现").await;
        unit.fill("progress", "已完成勘测，等待资金。").await;
        unit.press("填报进展").await;
        unit.sees("进展已填报").await;
        unit.sees("季度进展").await;
        unit.close().await;
        let clerk = self.by("clerk").await;
        clerk.go("/suggestions/promises?overdue=1").await;
        clerk.sees(TITLE).await;
        clerk.go(&self.page).await;
        clerk.press(VOW).await;
        clerk.fill_day("next_due", "2026-12-31").await;
        clerk.fill("over_reason", "资金年底前未到位。").await;
        clerk.press("跨年转办").await;
        clerk.sees("请改选日期").await;
        clerk.fill_day("next_due", NEXT).await;
        clerk.press_only("跨年转办").await;
        clerk.sees("已跨年转办").await;
        clerk.go("/suggestions/promises?year=2027&over=1").await;
        clerk.sees(TITLE).await;
        clerk.close().await;
        assert_eq!(self.day().await, NEXT.parse().expect("a day"));
    }

    /// March of the year after.
    async fn is_kept(&mut self) {
        self.house.dawns(KEPT);
        let head = self.by("unit_head").await;
        head.press(VOW).await;
        head.tick("kept", "kept").await;
        head.tick("class", "A").await;
        head.fill("answer", "便桥加固完工，四月验收合格。").await;
        head.press("签发二次答复").await;
        head.sees("类别 B → A").await;
        head.close().await;
        let deputy = self.by("deputy").await;
        deputy.go("/suggestions").await;
        deputy.sees("等我评价的二次答复").await;
        deputy.press(TITLE).await;
        deputy.tick("result", "satisfied").await;
        deputy.press("评价二次答复").await;
        deputy.close().await;
        let clerk = self.by("clerk").await;
        clerk.press(VOW).await;
        clerk.tick("outcome", "kept").await;
        clerk.press("核实销号").await;
        clerk.sees("已兑现").await;
        clerk.close().await;
        assert_eq!(self.promise().await.pointer("/standing"), Some(&json!("kept")));
        let facts = self.house.facts("suggestion.promise-settled");
        let id = self.page.trim_start_matches("/suggestions/");
        let settled = facts.iter().find(|fact| fact.pointer("/subject") == Some(&json!(id))).expect("the fact of it");
        assert_eq!(settled.pointer("/fact/kept"), Some(&json!(true)));
        let at = settled.pointer("/at").and_then(Value::as_i64).expect("a moment");
        assert_eq!(kernel::Moment::from_millis(at).day().to_string(), KEPT);
    }
}

fn told(kind: Kind) {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let mut story = Story::begun(kind).await;
        story.replies().await;
        story.is_judged_and_closed().await;
        story.is_overdue_and_carried_over().await;
        story.is_kept().await;
    });
}

#[test]
fn a_promise_outlives_the_closing_and_is_kept_next_year() {
    told(Kind::Desk);
}

#[test]
fn the_same_on_a_phone_without_script() {
    told(Kind::PhoneWithoutScript);
}
