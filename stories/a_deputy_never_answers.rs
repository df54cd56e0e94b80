//! A reply lies with its deputy until the time to judge is over. The office closes it as unanswered: that lowers the response, and is
//! never counted as satisfied.

use serde_json::{Value, json};

use crate::house::{Browser, House, Kind};

/// The four columns and the two shares of all replies of the congress.
async fn rates(house: &House) -> Value {
    let rates = house.asks("clerk", "/api/rates").await;
    rates.pointer("/all").cloned().expect("the sum")
}

fn number(rates: &Value, field: &str) -> u64 {
    rates.get(field).and_then(Value::as_u64).unwrap_or_default()
}

/// A matter whose lead deputy said nothing until the window was over.
async fn silent(house: &House) -> String {
    let cases = house.asks("clerk", "/api/rates/cases?outcome=unanswered").await;
    let items = cases.get("items").and_then(Value::as_array).cloned().expect("cases");
    for case in items {
        let page = format!("/suggestions/{}", case.pointer("/suggestion").and_then(Value::as_str).expect("an id"));
        let seen = house.asks("clerk", &format!("/api{page}")).await;
        if seen.pointer("/stage") == Some(&json!("handling")) {
            return page;
        }
    }
    panic!("the demonstration has no reply that lies unanswered");
}

#[test]
fn silence_is_its_own_state_and_is_never_satisfaction() {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let house = House::open();
        let before = rates(&house).await;
        let page = silent(&house).await;
        let clerk = Browser::of(&house, Kind::Desk, "clerk").await;
        clerk.go(&page).await;
        clerk.sees("未反馈").await;
        clerk.press("办结").await;
        clerk.sees("已办结").await;
        clerk.go("/suggestions/rates").await;
        clerk.sees("未反馈").await;
        clerk.sees("反馈率").await;
        clerk.close().await;
        let after = rates(&house).await;
        for field in ["satisfied", "basically", "dissatisfied", "unanswered"] {
            assert_eq!(number(&before, field), number(&after, field), "{field}: closing changes no word");
        }
        assert!(number(&after, "unanswered") > 0 && number(&after, "response") < 1000);
    });
}
