//! A real browser: on a desk or a phone, with script or without.

use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tempfile::TempDir;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, PageLoadStrategy, prelude::*};

use super::{House, Line, Who};

/// What the visitor holds in their hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 1440 × 900.
    Desk,
    /// 360 × 800, touch.
    Phone,
    /// A phone whose browser runs no script.
    PhoneWithoutScript,
    /// A desk where nobody touches a mouse: everything is reached with the tab key and pressed with enter.
    Keyboard,
    /// The same on a screen as wide as a phone.
    PhoneKeyboard,
}

/// A browser with its driver; both end when [`Browser::close`] is called or the value is dropped.
pub struct Browser {
    /// The driver, for what the verbs here do not say.
    pub driver: WebDriver,
    address: String,
    kind: Kind,
    _ends: Ends,
}

/// A driver, the folder of all that it and its browser put aside, and the end of the three.
struct Ends {
    driver: Child,
    folder: TempDir,
}

impl Drop for Ends {
    /// A test that fails asks no browser to quit: whatever was started with this folder in its command line is ended.
    fn drop(&mut self) {
        let _ = self.driver.kill().and_then(|()| self.driver.wait());
        let _ = Command::new("pkill").args(["-KILL", "-f"]).arg(self.folder.path()).status();
    }
}

impl Browser {
    /// Opens a browser at the first page of the house.
    pub async fn open(house: &House, kind: Kind) -> Self {
        Self::at(&house.address, kind).await
    }

    /// Opens a browser at the first page of an address.
    async fn at(address: &str, kind: Kind) -> Self {
        let port = free_port();
        let folder = tempfile::tempdir().expect("a folder");
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .env("TMPDIR", folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed: `cargo xtask test` sees to it");
        let ends = Ends { driver, folder };
        let capabilities = capabilities(kind).expect("capabilities");
        let driver = connect(port, &capabilities).await;
        driver.set_implicit_wait_timeout(Duration::from_secs(5)).await.expect("a timeout");
        let browser = Self { driver, address: address.to_owned(), kind, _ends: ends };
        browser.go("/").await;
        browser
    }

    /// Opens a page of the house.
    pub async fn go(&self, path: &str) {
        let old = self.driver.find(By::Tag("html")).await.ok();
        self.driver.goto(format!("{}{path}", self.address)).await.expect("the page opens");
        if let Some(old) = old {
            self.turned(&old).await;
        }
    }

    /// Opens a browser and signs in with name and password through the page.
    pub async fn of(house: &House, kind: Kind, who: &str) -> Self {
        let (browser, who) = (Self::open(house, kind).await, house.who(who));
        browser.sign_in(&who).await;
        browser
    }

    /// The same, through a line that may break.
    pub async fn through(line: &Line, house: &House, kind: Kind, who: &str) -> Self {
        let (browser, who) = (Self::at(&line.address, kind).await, house.who(who));
        browser.sign_in(&who).await;
        browser
    }

    async fn sign_in(&self, who: &Who) {
        self.go("/session/new").await;
        self.fill("name", &who.sign_in).await;
        self.fill("password", &who.password).await;
        self.press("登录").await;
        self.go("/suggestions").await;
    }

    /// Whether a button or link of these words is there.
    pub async fn offers(&self, words: &str) -> bool {
        let path = format!("//main//button[contains(., '{words}')] | //main//a[contains(., '{words}')]");
        !self.driver.find_all(By::XPath(path)).await.expect("the page can be searched").is_empty()
    }

    /// Types into the field of that name, instead of what stood there.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.find(By::Css(format!("main [name='{name}']"))).await;
        field.clear().await.expect("the field can be emptied");
        field.send_keys(text).await.expect("the field takes text");
    }

    /// Gives the field of that name a day. How its parts are typed follows the language of the machine: the script is told.
    pub async fn fill_day(&self, name: &str, day: &str) {
        let field = self.find(By::Css(format!("main input[type=date][name='{name}']"))).await;
        let set =
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
        let words = vec![field.to_json().expect("the field is named"), day.into()];
        self.driver.execute(set, words).await.expect("the field takes a day");
    }

    /// Chooses the option whose words contain this.
    pub async fn choose(&self, name: &str, words: &str) {
        let path = format!("//main//select[@name='{name}']/option[contains(., '{words}')]");
        let option = self.find(By::XPath(path)).await;
        if matches!(self.kind, Kind::Keyboard | Kind::PhoneKeyboard) {
            return self.walk_to(name, &option).await;
        }
        option.click().await.expect("the option can be chosen");
    }

    /// Walks down a list with the arrow key until it shows an option.
    async fn walk_to(&self, name: &str, option: &WebElement) {
        let list = self.find(By::Css(format!("main select[name='{name}']"))).await;
        for _ in 0..100 {
            if option.is_selected().await.expect("an option of the page") {
                return;
            }
            list.send_keys(Key::Down).await.expect("the arrow key is heard");
        }
        panic!("the arrow key does not reach {}", option.text().await.unwrap_or_default());
    }

    /// Signs in for the first time, with the code that was handed over.
    pub async fn activate(&self, code: &str) {
        self.go("/activation").await;
        self.fill("code", code).await;
        self.press("下一步").await;
        for field in ["password", "again"] {
            self.fill(field, "春风又绿江南岸，明月何时照我还").await;
        }
        self.press("设置密码并登录").await;
    }

    /// Ticks the box or the round button of that name and value.
    pub async fn tick(&self, name: &str, value: &str) {
        let path = format!("//main//input[@name='{name}' and @value='{value}']");
        self.mark(&self.find(By::XPath(path)).await).await;
    }

    /// Ticks the choice that says this.
    pub async fn tick_words(&self, words: &str) {
        self.mark(&self.find(By::XPath(format!("//main//label[contains(., '{words}')]//input"))).await).await;
    }

    async fn mark(&self, input: &WebElement) {
        input.send_keys(" ").await.expect("the space bar marks it");
    }

    /// Presses the button or follows the link that says this.
    pub async fn press(&self, words: &str) {
        let path = format!("//main//button[contains(., '{words}')] | //main//a[contains(., '{words}')]");
        self.press_at(path).await;
    }

    /// Presses the button that says this and no more.
    pub async fn press_only(&self, words: &str) {
        self.press_at(format!("//main//button[normalize-space(.)='{words}']")).await;
    }

    async fn press_at(&self, path: String) {
        let button = self.find(By::XPath(path)).await;
        match self.kind {
            Kind::Keyboard | Kind::PhoneKeyboard => self.enter(&button).await,
            // The driver's own click waits for a page by asking its script, and would wait for ever where there is none.
            Kind::PhoneWithoutScript => button.send_keys(Key::Enter).await.expect("the enter key is heard"),
            Kind::Desk | Kind::Phone => self.touch(&button).await,
        }
        self.turned(&button).await;
    }

    /// Presses the button that says this, and says yes to the question a script asks first.
    pub async fn press_and_agree(&self, words: &str) {
        self.press(words).await;
        if self.kind != Kind::PhoneWithoutScript {
            self.press_at("//dialog[@open]//button[@value='yes']".to_owned()).await;
        }
    }

    /// Waits until the page that held this is gone, or two seconds where it stays: a search, a draft.
    async fn turned(&self, old: &WebElement) {
        for _ in 0..20 {
            if old.tag_name().await.is_err() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Reaches an element with the tab key alone, and presses enter on it.
    async fn enter(&self, wanted: &WebElement) {
        let body = self.find(By::Tag("body")).await;
        body.send_keys(Key::Tab).await.expect("the tab key is heard");
        for _ in 0..300 {
            let active = self.driver.active_element().await.expect("something has the focus");
            if active.element_id() == wanted.element_id() {
                return active.send_keys(Key::Enter).await.expect("the enter key is heard");
            }
            active.send_keys(Key::Tab).await.expect("the tab key is heard");
        }
        panic!("the tab key does not reach {}", wanted.text().await.unwrap_or_default());
    }

    async fn touch(&self, element: &WebElement) {
        element.scroll_into_view().await.expect("it can be seen");
        element.click().await.expect("it can be pressed");
    }

    async fn find(&self, by: By) -> WebElement {
        match self.driver.find(by.clone()).await {
            Ok(found) => found,
            Err(_) => panic!("{by:?} is not on the page:\n{}", self.text().await),
        }
    }

    /// All that can be read on the page.
    pub async fn text(&self) -> String {
        match self.driver.find(By::Tag("main")).await {
            Ok(main) => main.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// What stands in the field of that name.
    pub async fn value(&self, name: &str) -> String {
        let field = self.find(By::Css(format!("main [name='{name}']"))).await;
        field.prop("value").await.expect("the field can be read").unwrap_or_default()
    }

    /// Fails unless the page says this within ten seconds.
    pub async fn sees(&self, words: &str) {
        for _ in 0..100 {
            if self.text().await.contains(words) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the page does not say `{words}`:\n{}", self.text().await);
    }

    /// The path of the page that is open.
    pub async fn path(&self) -> String {
        let url = self.driver.current_url().await.expect("an address");
        url.path().to_owned()
    }

    /// Ends browser and driver.
    pub async fn close(self) {
        self.driver.clone().quit().await.expect("the browser ends");
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
    // The same engine without windows starts in a third of the time; only the whole browser has the setting «no script».
    if !matches!(kind, Kind::PhoneWithoutScript) {
        chrome.set_binary("/usr/bin/chromium-headless-shell")?;
    }
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
    if matches!(kind, Kind::Phone | Kind::PhoneWithoutScript | Kind::PhoneKeyboard) {
        let phone =
            serde_json::json!({ "deviceMetrics": { "width": 360, "height": 800, "pixelRatio": 2.0, "touch": true } });
        chrome.add_experimental_option("mobileEmulation", phone)?;
    }
    let script = if matches!(kind, Kind::PhoneWithoutScript) { 2 } else { 1 };
    if script == 2 {
        // The driver waits for a page by asking its script; without script it must not wait. We wait ourselves.
        chrome.set_page_load_strategy(PageLoadStrategy::None)?;
    }
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
