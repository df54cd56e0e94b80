//! A bill of a township has four signatures and is not taken; with the fifth, the one the law still asks for, it is. The committee would
//! treat it as a suggestion, the report to the presidium says so, the presidium decides so, and the suggestion stands in the office's list
//! with everybody who signed.

use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

/// A draft of Yang's in the demonstration: one signature is still to come.
const TITLE: &str = "关于支持村级养老服务设施建设的议案";

struct Bill {
    house: House,
    kind: Kind,
    page: String,
}

impl Bill {
    /// While the congress sits: a session was opened and not closed yet.
    async fn drafted(kind: Kind) -> Self {
        let house = House::open();
        let account = house.asks("clerk", "/api/account").await;
        let congress = account.pointer("/posts/0/congress").and_then(Value::as_str).expect("a congress").to_owned();
        let terms = house.asks("clerk", &format!("/api/congresses/{congress}/terms")).await;
        let term =
            terms.pointer("/0/id").or_else(|| terms.pointer("/items/0/id")).and_then(Value::as_str).expect("a term");
        let shown = house.asks("clerk", &format!("/api/terms/{term}")).await;
        let sessions = shown.get("sessions").and_then(Value::as_array).expect("sessions").clone();
        let last =
            sessions.iter().filter_map(|one| one.get("closed").and_then(Value::as_str)).max().expect("a session");
        let opened = last.parse::<kernel::Day>().expect("a day").plus_days(1);
        let session = json!({ "ordinal": sessions.len() + 1, "opened": opened.to_string() });
        house.tells("clerk", reqwest::Method::POST, &format!("/api/terms/{term}/sessions"), session).await;
        let own = house.asks("deputy", "/api/own-bills").await;
        let mine = own.get("items").and_then(Value::as_array).expect("bills").clone();
        let bill =
            mine.iter().find(|bill| bill.get("title").and_then(Value::as_str) == Some(TITLE)).expect("the draft");
        let page = format!("/bills/{}", bill.get("id").and_then(Value::as_str).expect("an id"));
        Self { house, kind, page }
    }

    async fn before(&self, who: &str) -> Browser {
        let browser = Browser::of(&self.house, self.kind, who).await;
        browser.go(&self.page).await;
        browser
    }

    async fn is_one_signature_short(&self) {
        let yang = self.before("deputy").await;
        yang.sees("已联名 4 人（含领衔代表），至少 5 人").await;
        if yang.offers("提交议案").await {
            yang.press("提交议案").await;
            yang.sees("现有 4 人，至少要 5 人").await;
        }
        yang.close().await;
    }

    async fn is_signed_and_handed_in(&self) {
        let colleague = Browser::of(&self.house, self.kind, "deputy2").await;
        colleague.go("/bills").await;
        colleague.press(TITLE).await;
        colleague.press_only("联名").await;
        colleague.sees("您已联名").await;
        colleague.close().await;
        let yang = self.before("deputy").await;
        yang.sees("已联名 5 人（含领衔代表），至少 5 人").await;
        yang.press("提交议案").await;
        yang.sees("待审核").await;
        yang.close().await;
    }

    async fn is_numbered_and_reviewed(&self) {
        let clerk = self.before("clerk").await;
        clerk.press_only("编号").await;
        clerk.sees("待审查").await;
        clerk.press("登记审查意见").await;
        clerk.tick("disposal", "suggestion").await;
        clerk.fill("reason", "补助标准由人民政府确定，宜作建议办理。").await;
        clerk.press("登记审查意见").await;
        clerk.sees("待主席团决定").await;
        clerk.close().await;
    }

    async fn is_reported_to_the_presidium(&self) {
        let chief = self.before("chief").await;
        chief.go("/bills").await;
        chief.press("议案处理意见报告").await;
        chief.sees("大会主席团：").await;
        chief.sees(TITLE).await;
        chief.sees("补助标准由人民政府确定").await;
        chief.close().await;
    }

    async fn is_decided(&self) {
        let chief = self.before("chief").await;
        chief.press("登记主席团决定").await;
        chief.sees("补助标准由人民政府确定").await;
        chief.press("登记决定").await;
        chief.sees("这件议案已转为建议").await;
        chief.close().await;
    }

    async fn stands_in_the_list_with_all_signers(&self) {
        let clerk = Browser::of(&self.house, self.kind, "clerk").await;
        clerk.go("/suggestions?stage=submitted").await;
        clerk.press(TITLE).await;
        clerk.sees("议案转来").await;
        for deputy in ["deputy", "deputy2"] {
            clerk.sees(&self.house.who(deputy).name).await;
        }
        let made = clerk.path().await;
        clerk.close().await;
        let facts = self.house.facts("suggestion.made-of-bill");
        let id = made.trim_start_matches("/suggestions/");
        let fact = facts.iter().find(|fact| fact.pointer("/subject") == Some(&json!(id))).expect("the fact of it");
        assert_eq!(fact.pointer("/fact/signers").and_then(Value::as_array).map(Vec::len), Some(5), "all five stay");
        let yang = self.before("deputy").await;
        yang.sees("补助标准由人民政府确定").await;
        yang.press("查看建议").await;
        yang.sees("待审查").await;
        yang.close().await;
    }
}

fn told(kind: Kind) {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let bill = Bill::drafted(kind).await;
        bill.is_one_signature_short().await;
        bill.is_signed_and_handed_in().await;
        bill.is_numbered_and_reviewed().await;
        bill.is_reported_to_the_presidium().await;
        bill.is_decided().await;
        bill.stands_in_the_list_with_all_signers().await;
    });
}

#[test]
fn a_bill_becomes_a_suggestion_at_a_desk() {
    told(Kind::Desk);
}

#[test]
fn a_bill_becomes_a_suggestion_on_a_phone_without_script() {
    told(Kind::PhoneWithoutScript);
}
