//! Yang writes on a phone where the connection comes and goes: what was typed is there again after the page was reloaded or
//! closed, and it is sent once, however often it had to be tried.

use std::time::Duration;

use serde_json::{Value, json};

use crate::house::{Browser, House, Kind, Line, State};

const TITLE: &str = "关于在盘山公路弯道处增设错车道的建议";
const BODY: &str = "一、弯道多，两车相会要倒车。二、山里没有信号，求助困难。三、请在三处弯道增设错车道。";
const FOUND: &str = "上次没有提交的内容还在";
const DRAFTED: &str = "suggestion.drafted";

struct Phone {
    house: House,
    line: Line,
    yang: Browser,
    /// Drafts in the journal before the story.
    before: usize,
}

impl Phone {
    /// Yang has opened the sheet before: from then on the phone has it without a connection.
    async fn open() -> Self {
        let house = House::open();
        let line = Line::to(&house);
        let yang = Browser::through(&line, &house, Kind::Phone, "deputy").await;
        let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true))";
        yang.driver.execute_async(ready, Vec::new()).await.expect("the worker is ready");
        yang.go("/suggestions/new").await;
        let before = house.facts(DRAFTED).len();
        Self { house, line, yang, before }
    }

    /// The connection goes or returns: for the phone, which knows of it, and for the line.
    async fn connection(&self, there: bool) {
        self.line.is(if there { State::Whole } else { State::Cut });
        let network = json!({ "offline": !there, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.tell("Network.enable", json!({})).await;
        self.tell("Network.emulateNetworkConditions", network).await;
    }

    async fn tell(&self, command: &str, words: Value) {
        self.yang.driver.cdp().send_raw(command, words).await.expect("the browser takes it");
    }

    /// Types into a field and waits until the phone says that it has kept it.
    async fn types(&self, name: &str, text: &str) {
        self.yang.fill(name, text).await;
        self.yang.sees("已自动存在本机").await;
        // What is kept is kept a moment after the last key; the page says so from the first on.
        tokio::time::sleep(Duration::from_secs(1)).await;
    }

    /// Closes the tab and opens the sheet in a new one, as the connection then is.
    async fn closes_and_opens_again(&self, there: bool) {
        let driver = &self.yang.driver;
        let tab = driver.new_tab().await.expect("a new tab");
        driver.close_window().await.expect("the old one closes");
        driver.switch_to_window(tab).await.expect("the new one is there");
        self.connection(there).await;
        self.yang.go("/suggestions/new").await;
    }

    async fn goes_on_writing(&self) {
        self.yang.sees(FOUND).await;
        self.yang.press("接着写").await;
    }

    /// What stands in the fields.
    async fn holds(&self, title: &str, body: &str) {
        assert_eq!(
            (self.yang.value("title").await, self.yang.value("body").await),
            (title.to_owned(), body.to_owned())
        );
    }

    /// The house has the draft once, as it was typed, and the phone keeps it no longer.
    async fn arrived_once(self) {
        self.yang.sees("已保存。").await;
        let page = self.yang.path().await;
        let drafted = self.house.facts(DRAFTED).split_off(self.before);
        let [once] = drafted.as_slice() else { panic!("drafted {} times", drafted.len()) };
        let id = once.get("subject").and_then(Value::as_str).expect("what it is about").to_owned();
        assert_eq!(page, format!("/suggestions/{id}"));
        let kept = self.house.asks("deputy", &format!("/api/suggestions/{id}")).await;
        assert_eq!(kept.pointer("/sheet/title").and_then(Value::as_str), Some(TITLE), "{kept}");
        assert_eq!(kept.pointer("/sheet/body").and_then(Value::as_str), Some(BODY), "{kept}");
        self.yang.go("/suggestions/new").await;
        self.holds("", "").await;
        assert!(!self.yang.text().await.contains(FOUND), "a draft that has arrived is offered again");
        self.yang.close().await;
    }
}

fn told<Told: Future<Output = ()>>(story: impl FnOnce(Phone) -> Told) {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async { story(Phone::open().await).await });
}

#[test]
fn a_draft_outlives_a_tunnel_a_reload_and_a_closed_page_and_is_sent_when_the_connection_returns() {
    told(async |phone| {
        phone.types("title", TITLE).await;
        phone.connection(false).await;
        phone.types("body", "一、弯道多，").await;
        phone.yang.go("/suggestions/new").await;
        phone.goes_on_writing().await;
        phone.holds(TITLE, "一、弯道多，").await;
        phone.types("body", BODY).await;
        phone.closes_and_opens_again(false).await;
        phone.goes_on_writing().await;
        phone.holds(TITLE, BODY).await;
        phone.yang.press_only("存草稿").await;
        phone.yang.sees("现在没有网络").await;
        assert_eq!(phone.house.facts(DRAFTED).len(), phone.before);
        phone.connection(true).await;
        phone.arrived_once().await;
    });
}

#[test]
fn a_draft_whose_sending_failed_is_still_there_after_another_page_was_read() {
    told(async |phone| {
        phone.types("title", TITLE).await;
        phone.types("body", BODY).await;
        phone.line.is(State::Cut);
        phone.yang.press_only("存草稿").await;
        phone.line.is(State::Whole);
        phone.yang.go("/suggestions").await;
        phone.closes_and_opens_again(true).await;
        phone.goes_on_writing().await;
        phone.holds(TITLE, BODY).await;
        phone.yang.press_only("存草稿").await;
        phone.arrived_once().await;
    });
}

#[test]
fn a_draft_whose_answer_was_lost_is_kept_once_when_it_is_sent_again() {
    told(async |phone| {
        phone.types("title", TITLE).await;
        phone.types("body", BODY).await;
        phone.line.is(State::Deaf);
        phone.yang.press_only("存草稿").await;
        assert_eq!(phone.house.facts(DRAFTED).len(), phone.before + 1, "the house has not heard of it");
        phone.line.is(State::Whole);
        phone.closes_and_opens_again(true).await;
        phone.goes_on_writing().await;
        phone.holds(TITLE, BODY).await;
        phone.yang.press_only("存草稿").await;
        phone.arrived_once().await;
    });
}
