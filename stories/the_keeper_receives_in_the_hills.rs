//! A reception is written down on a telephone where there is no network, in two places at once: each arrives once when the network returns.

use serde_json::{Value, json};

use crate::house::{Browser, House, Kind, Line, State};

const SAID: &str = "通组公路会车难，请求增设会车道。";
const RECORDED: &str = "station.recorded";

/// The connection goes or returns: for the telephone, which knows of it, and for the line.
async fn connection(phone: &Browser, line: &Line, there: bool) {
    line.is(if there { State::Whole } else { State::Cut });
    let network = json!({ "offline": !there, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    for (command, words) in [("Network.enable", json!({})), ("Network.emulateNetworkConditions", network)] {
        phone.driver.cdp().send_raw(command, words).await.expect("the browser takes it");
    }
}

/// The form, open and kept by the telephone.
async fn opened(phone: &Browser, at: &str) {
    let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true))";
    phone.driver.execute_async(ready, Vec::new()).await.expect("the worker is ready");
    phone.go(at).await;
}

async fn written(phone: &Browser, deputy: &str, said: &str) {
    phone.tick("deputies", deputy).await;
    phone.fill("visitors", "1").await;
    phone.fill("said", said).await;
    phone.sees("已自动存在本机").await;
    phone.press_only("登记").await;
    phone.sees("现在没有网络").await;
}

async fn told() {
    let house = House::open();
    let stations = house.asks("keeper", "/api/stations?whose=own").await;
    let station = stations.pointer("/items/0/id").and_then(Value::as_str).expect("a station").to_owned();
    let homes = house.asks("keeper", &format!("/api/stations/{station}/homes")).await;
    let deputy = homes.pointer("/0/person").and_then(Value::as_str).expect("a deputy").to_owned();
    let at = format!("/stations/{station}/receptions/new");
    let before = house.facts(RECORDED).len();
    let lines = [Line::to(&house), Line::to(&house)];
    for (n, line) in lines.iter().enumerate() {
        let phone = Browser::through(line, &house, Kind::Phone, "keeper").await;
        opened(&phone, &at).await;
        connection(&phone, line, false).await;
        phone.go(&at).await;
        written(&phone, &deputy, &format!("{SAID}{n}")).await;
        assert_eq!(house.facts(RECORDED).len(), before + n, "nothing goes without a network");
        connection(&phone, line, true).await;
        phone.sees("已登记，列入台账").await;
        phone.sees(SAID).await;
        phone.close().await;
    }
    assert_eq!(house.facts(RECORDED).len(), before + 2);
}

#[test]
fn receptions_written_without_a_network_arrive_once_each() {
    kit::outbox::install_tls();
    tokio::runtime::Runtime::new().expect("a runtime").block_on(told());
}
