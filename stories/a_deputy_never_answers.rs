//! A reply lies with its deputy, who opens the phone, is reminded on the third, seventh and tenth day, and says nothing. When the time to
//! judge is over that is a state of its own; the office closes it as that: it lowers the response, and is never counted as satisfied.

use reqwest::Method;
use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

const TITLE: &str = "关于疏通村前排水沟的建议";
/// The days after the reply was delivered on 16 March on which the rule book has the deputy reminded, and the last to judge in time.
const REMINDED: [&str; 3] = ["2026-03-19", "2026-03-23", "2026-03-26"];
const OVER: &str = "2026-03-27";

struct Story {
    house: House,
    kind: Kind,
    page: String,
}

impl Story {
    /// Answered and delivered on 16 March.
    async fn begun(kind: Kind) -> Self {
        let house = House::on("2026-03-16");
        let page = house.assigned(TITLE).await;
        let seen = house.asks("clerk", &format!("/api{page}")).await;
        let part = seen.pointer("/parts/0/id").and_then(Value::as_str).expect("a part").to_owned();
        let letter = json!({ "body": "已列入清淤计划，汛期前完成。", "contact": "张某 0736-0000000", "publish": true });
        for (who, method, end, body) in [
            ("unit_clerk", Method::POST, "receipt", Value::Null),
            ("unit_clerk", Method::PUT, "reply", letter),
            ("unit_clerk", Method::POST, "checking", Value::Null),
            ("clerk", Method::POST, "approval", Value::Null),
            ("unit_head", Method::POST, "signature", json!({ "class": "A" })),
            ("unit_clerk", Method::POST, "delivery", Value::Null),
        ] {
            house.tells(who, method, &format!("/api{page}/assignments/{part}/{end}"), body).await;
        }
        Self { house, kind, page }
    }

    /// The four columns and the two shares of all replies of the congress.
    async fn rates(&self) -> Value {
        self.house.asks("clerk", "/api/rates").await.pointer("/all").cloned().expect("the sum")
    }

    /// How many reminders of this matter the deputy got.
    async fn reminders(&self) -> usize {
        let inbox = self.house.asks("deputy", "/api/notices").await;
        let items = inbox.pointer("/notices").and_then(Value::as_array).cloned().expect("notices");
        let of_it = |notice: &&Value| {
            let kind = notice.pointer("/kind").and_then(Value::as_str).unwrap_or_default();
            notice.to_string().contains(TITLE) && kind == "remind-judge"
        };
        items.iter().filter(of_it).count()
    }

    /// The deputy opens the phone, reads the reminder, looks at the reply, and does nothing.
    async fn is_reminded(&mut self) {
        for (nth, day) in REMINDED.into_iter().enumerate() {
            self.house.dawns(day);
            let yang = Browser::of(&self.house, self.kind, "deputy").await;
            for _ in 0..50 {
                if self.reminders().await > nth {
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            }
            assert_eq!(self.reminders().await, nth + 1, "reminded on {day}, once");
            yang.go("/notices").await;
            yang.sees(&format!("《{TITLE}》的答复等您评价，请在 {} 前反馈", REMINDED[2])).await;
            yang.go(&self.page).await;
            assert!(yang.offers("评价答复").await, "there is still time");
            yang.close().await;
        }
    }

    async fn is_a_state_of_its_own(&mut self) {
        let clerk = Browser::of(&self.house, Kind::Desk, "clerk").await;
        clerk.go(&self.page).await;
        clerk.press("办结").await;
        clerk.sees("评价期限未满").await;
        clerk.close().await;
        self.house.dawns(OVER);
        let yang = Browser::of(&self.house, self.kind, "deputy").await;
        yang.go(&self.page).await;
        yang.sees("未反馈").await;
        yang.close().await;
    }

    async fn is_closed_as_unanswered(&self) {
        let before = self.rates().await;
        let clerk = Browser::of(&self.house, Kind::Desk, "clerk").await;
        clerk.go(&self.page).await;
        clerk.sees("未反馈").await;
        clerk.press("办结").await;
        clerk.sees("已办结").await;
        clerk.go("/suggestions/rates").await;
        clerk.sees("未反馈").await;
        clerk.sees("反馈率").await;
        clerk.close().await;
        let seen = self.house.asks("clerk", &format!("/api{}", self.page)).await;
        assert_eq!(seen.pointer("/stage"), Some(&json!("closed")));
        let facts = self.house.facts("suggestion.closed");
        let id = self.page.trim_start_matches("/suggestions/");
        let closed = facts.iter().find(|fact| fact.pointer("/subject") == Some(&json!(id))).expect("the fact of it");
        assert_eq!(closed.pointer("/fact/outcome"), Some(&json!("unanswered")), "silence is not satisfaction");
        let after = self.rates().await;
        let number = |rates: &Value, field: &str| rates.get(field).and_then(Value::as_u64).unwrap_or_default();
        for field in ["satisfied", "basically", "dissatisfied", "unanswered"] {
            assert_eq!(number(&before, field), number(&after, field), "{field}: closing changes no word");
        }
        assert!(number(&after, "unanswered") > 0 && number(&after, "response") < 1000);
    }
}

fn told(kind: Kind) {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let mut story = Story::begun(kind).await;
        story.is_reminded().await;
        story.is_a_state_of_its_own().await;
        story.is_closed_as_unanswered().await;
    });
}

#[test]
fn who_never_answers_is_reminded_three_times_and_never_counted_as_satisfied() {
    told(Kind::Phone);
}

#[test]
fn the_same_on_a_phone_without_script() {
    told(Kind::PhoneWithoutScript);
}
