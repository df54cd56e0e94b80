//! A real browser: on a desk or a phone, with script or without.

use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::Duration,
};

use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, prelude::*};

use super::{House, Who};

/// What the visitor holds in their hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 1440 × 900.
    Desk,
    /// 360 × 800, touch.
    Phone,
    /// A phone whose browser runs no script.
    PhoneWithoutScript,
    /// A desk whose browser runs no script.
    DeskWithoutScript,
}

/// A browser with its driver; both end when [`Browser::close`] is called or the value is dropped.
pub struct Browser {
    /// The driver, for what the verbs here do not say.
    pub driver: WebDriver,
    address: String,
    process: Child,
}

impl Browser {
    /// Opens a browser at the first page of the house.
    pub async fn open(house: &House, kind: Kind) -> Self {
        let port = free_port();
        let process = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed: `cargo xtask test` sees to it");
        let capabilities = capabilities(kind).expect("capabilities");
        let driver = connect(port, &capabilities).await;
        driver.set_implicit_wait_timeout(Duration::from_secs(5)).await.expect("a timeout");
        let browser = Self { driver, address: house.address.clone(), process };
        browser.go("/").await;
        browser
    }

    /// Opens a page of the house.
    pub async fn go(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.address)).await.expect("the page opens");
    }

    /// Signs in with name and password through the page.
    pub async fn sign_in(&self, who: &Who) {
        self.go("/session/new").await;
        self.fill("name", &who.sign_in).await;
        self.fill("password", &who.password).await;
        self.press("登录").await;
    }

    /// Types into the field of that name, instead of what stood there.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.driver.find(By::Name(name)).await.expect("the field is there");
        field.clear().await.expect("the field can be emptied");
        field.send_keys(text).await.expect("the field takes text");
    }

    /// Presses the button or follows the link that says this.
    pub async fn press(&self, words: &str) {
        let path = format!("//main//button[contains(., '{words}')] | //main//a[contains(., '{words}')]");
        let found = self.driver.find(By::XPath(path)).await;
        let button = match found {
            Ok(button) => button,
            Err(_) => panic!("nothing says `{words}` on:\n{}", self.text().await),
        };
        button.scroll_into_view().await.expect("it can be seen");
        button.click().await.expect("it can be pressed");
    }

    /// All that can be read on the page.
    pub async fn text(&self) -> String {
        self.driver.find(By::Tag("main")).await.expect("a page").text().await.expect("its text")
    }

    /// Fails unless the page says this.
    pub async fn sees(&self, words: &str) {
        let text = self.text().await;
        assert!(text.contains(words), "the page does not say `{words}`:\n{text}");
    }

    /// Ends browser and driver.
    pub async fn close(mut self) {
        self.driver.clone().quit().await.expect("the browser ends");
        let ended = self.process.kill().and_then(|()| self.process.wait());
        assert!(ended.is_ok(), "the driver could not be ended");
    }
}

async fn connect(port: u16, capabilities: &ChromeCapabilities) -> WebDriver {
    let url = format!("http://127.0.0.1:{port}");
    for _ in 0..50 {
        if let Ok(driver) = WebDriver::new(&url, capabilities.clone()).await {
            return driver;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the driver did not answer within five seconds")
}

fn capabilities(kind: Kind) -> WebDriverResult<ChromeCapabilities> {
    let mut chrome = DesiredCapabilities::chrome();
    for argument in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=zh-CN",
        "--window-size=1440,900",
    ] {
        chrome.add_arg(argument)?;
    }
    if matches!(kind, Kind::Phone | Kind::PhoneWithoutScript) {
        let phone =
            serde_json::json!({ "deviceMetrics": { "width": 360, "height": 800, "pixelRatio": 2.0, "touch": true } });
        chrome.add_experimental_option("mobileEmulation", phone)?;
    }
    let script = if matches!(kind, Kind::PhoneWithoutScript | Kind::DeskWithoutScript) { 2 } else { 1 };
    let prefs = serde_json::json!({
        "profile.managed_default_content_settings.javascript": script,
        "intl.accept_languages": "zh-CN,zh"
    });
    chrome.add_experimental_option("prefs", prefs)?;
    Ok(chrome)
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its number").port()
}
