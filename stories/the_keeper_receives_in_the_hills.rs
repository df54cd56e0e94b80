//! Receptions are written down in two places at once where there is no network, several in each: each arrives once when the network
//! returns, even where the house's answer was lost.

use std::time::Duration;

use serde_json::{Value, json};

use crate::house::{Browser, House, Kind, Line, State};

const SAID: &str = "通组公路会车难，请求增设会车道。";
const RECORDED: &str = "station.recorded";

/// What the telephone knows of the network.
async fn knows(phone: &Browser, there: bool) {
    let network = json!({ "offline": !there, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    for (command, words) in [("Network.enable", json!({})), ("Network.emulateNetworkConditions", network)] {
        phone.driver.cdp().send_raw(command, words).await.expect("the browser takes it");
    }
}

/// The connection goes or returns: for the telephone, which knows of it, and for the line.
async fn connection(phone: &Browser, line: &Line, there: bool) {
    line.is(if there { State::Whole } else { State::Cut });
    knows(phone, there).await;
}

/// The form, open and kept by the telephone.
async fn opened(phone: &Browser, at: &str) {
    let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true))";
    phone.driver.execute_async(ready, Vec::new()).await.expect("the worker is ready");
    phone.go(at).await;
}

/// One after the other; what is written waits on the telephone.
async fn written(phone: &Browser, deputy: &str, said: &[String]) {
    for (n, said) in (1..).zip(said) {
        phone.tick("deputies", deputy).await;
        phone.fill("visitors", "1").await;
        phone.fill("said", said).await;
        phone.sees("已自动存在本机").await;
        phone.press_only("登记").await;
        phone.sees(&format!("本机已存 {n} 条登记")).await;
        assert_eq!(phone.value("said").await, "", "the form is ready for the next");
    }
}

/// Waits until the house has that many.
async fn heard(house: &House, count: usize) {
    for _ in 0..100 {
        if house.facts(RECORDED).len() >= count {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(house.facts(RECORDED).len(), count);
}

/// Every word was kept once.
async fn once_each(house: &House, station: &str, all: &[String]) {
    let ledger = house.asks("keeper", &format!("/api/stations/{station}/events")).await;
    let lines = ledger.get("items").and_then(Value::as_array).expect("the ledger");
    for said in all {
        let kept = lines.iter().filter(|line| line.get("said").and_then(Value::as_str) == Some(said)).count();
        assert_eq!(kept, 1, "{said}");
    }
}

async fn told() {
    let house = House::open();
    let stations = house.asks("keeper", "/api/stations?whose=own").await;
    let station = stations.pointer("/items/0/id").and_then(Value::as_str).expect("a station").to_owned();
    let homes = house.asks("keeper", &format!("/api/stations/{station}/homes")).await;
    let deputy = homes.pointer("/0/person").and_then(Value::as_str).expect("a deputy").to_owned();
    let at = format!("/stations/{station}/receptions/new");
    let before = house.facts(RECORDED).len();
    let said: Vec<Vec<String>> = (0..2).map(|n| (0..2).map(|m| format!("{SAID}{n}{m}")).collect()).collect();
    let lines = [Line::to(&house), Line::to(&house)];
    let mut phones = Vec::new();
    for line in &lines {
        phones.push(Browser::through(line, &house, Kind::Phone, "keeper").await);
    }
    for ((phone, line), said) in phones.iter().zip(&lines).zip(&said) {
        opened(phone, &at).await;
        connection(phone, line, false).await;
        phone.go(&at).await;
        written(phone, &deputy, said).await;
    }
    assert_eq!(house.facts(RECORDED).len(), before, "nothing goes without a network");
    let ([first, second], [line, other]) = (phones.as_slice(), &lines) else { panic!("two telephones") };
    connection(first, line, true).await;
    connection(second, other, true).await;
    for phone in [first, second] {
        phone.sees("已上传 2 条登记").await;
    }
    heard(&house, before + 4).await;
    once_each(&house, &station, &said.concat()).await;
    // The house takes it and its answer is lost: what is sent again is the same.
    let lost = vec![format!("{SAID}答复丢了")];
    connection(first, line, false).await;
    first.go(&at).await;
    written(first, &deputy, &lost).await;
    line.is(State::Whole);
    let deaf = "window.fetch = (old => (...all) => old(...all).then(got => { if (all[1].method) { throw new Error('lost'); } return got; }))(window.fetch)";
    first.driver.execute(deaf, Vec::new()).await.expect("the answer is lost on the way");
    knows(first, true).await;
    heard(&house, before + 5).await;
    first.sees("本机已存 1 条登记").await;
    first.go(&at).await;
    first.sees("已上传 1 条登记").await;
    heard(&house, before + 5).await;
    once_each(&house, &station, &lost).await;
    for phone in phones {
        phone.close().await;
    }
}

#[test]
fn receptions_written_without_a_network_arrive_once_each() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told());
}
