//! A real browser looks at the pages: axe-core, the console, the content security policy, and whether a page is wider than
//! the screen.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Page, WHO, markup};
use crate::house::{Browser, House, Kind};

/// Language and width.
const WAYS: [(&str, u32); 4] = [("zh-CN", 360), ("en", 1440), ("zh-CN", 1440), ("en", 360)];

/// Runs before anything of the page does, and writes down what goes wrong.
const LISTEN: &str = "window.wrong = []; \
    addEventListener('securitypolicyviolation', e => wrong.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI)); \
    addEventListener('error', e => wrong.push('error: ' + (e.message || (e.target && (e.target.src || e.target.href)))), true); \
    addEventListener('unhandledrejection', e => wrong.push('rejected: ' + e.reason)); \
    for (const kind of ['error', 'warn']) { \
        const old = console[kind]; console[kind] = (...all) => { wrong.push(kind + ': ' + all.join(' ')); old(...all); }; }";

const ASK: &str = "const done = arguments[arguments.length - 1]; \
    const only = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']; \
    const page = document.documentElement; \
    if (page.scrollWidth > page.clientWidth) { wrong.push('wider than the screen: ' + page.scrollWidth); } \
    axe.run(document, { runOnly: only, resultTypes: ['violations'] }).then(found => { \
        for (const one of found.violations) { for (const node of one.nodes) { \
            wrong.push(one.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')); } } \
        done(wrong); }, problem => done(['axe: ' + problem]));";

struct Eyes {
    browser: Browser,
    address: String,
    tokens: BTreeMap<&'static str, String>,
}

impl Eyes {
    async fn open(house: &House) -> Self {
        let browser = Browser::open(house, Kind::Desk).await;
        let axe = std::fs::read_to_string(markup::tool("axe-core/axe.min.js")).expect("axe-core is installed");
        let tokens = WHO.into_iter().skip(1).map(|who| (who, house.who(who).token)).collect();
        let eyes = Self { browser, address: house.address.clone(), tokens };
        eyes.tell("Network.enable", json!({})).await;
        for source in [LISTEN, &axe] {
            eyes.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
        }
        eyes
    }

    async fn tell(&self, command: &str, words: Value) {
        self.browser.driver.cdp().send_raw(command, words).await.expect("the browser takes it");
    }

    async fn judged(&self, address: &str) -> Vec<String> {
        let driver = &self.browser.driver;
        driver.goto(address).await.expect("the page opens");
        let said = driver.execute_async(ASK, Vec::new()).await.expect("an answer");
        said.convert().expect("sentences")
    }

    /// What is wrong with one page, seen one way.
    async fn at(&self, page: &Page, (lang, width): (&str, u32)) -> Vec<String> {
        let mut headers = json!({ "Accept-Language": lang });
        if let (Some(token), Some(map)) = (self.tokens.get(page.who), headers.as_object_mut()) {
            map.insert("Authorization".to_owned(), format!("Bearer {token}").into());
        }
        self.tell("Network.setExtraHTTPHeaders", json!({ "headers": headers })).await;
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 700 });
        self.tell("Emulation.setDeviceMetricsOverride", screen).await;
        let said = self.judged(&format!("{}{}", self.address, page.path)).await;
        said.into_iter().map(|what| format!("{}: {} ({lang}, {width}): {what}", page.who, page.path)).collect()
    }
}

/// A page on which everything is wrong that can be.
const WRONG: &str = "data:text/html,<html><body><img src='x:y'><p style='width:5000px'>x</p><script>throw 1</script>";

/// Looks at every route once as everybody who reaches it, and all four ways as the first of them.
pub async fn look(house: &House, pages: &[Page]) -> Vec<String> {
    let eyes = Eyes::open(house).await;
    let seen = eyes.judged(WRONG).await.join(" ");
    for what in ["image-alt", "html-has-lang", "wider than the screen", "error: "] {
        assert!(seen.contains(what), "the browser does not see {what}: {seen}");
    }
    let mut problems = Vec::new();
    let (mut routes, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut turn = WAYS.iter().copied().cycle();
    for page in pages.iter().filter(|page| !page.html.is_empty()) {
        let ways = if routes.insert(&page.route) { 4 } else { usize::from(seen.insert((&page.route, page.who))) };
        seen.insert((&page.route, page.who));
        for way in turn.by_ref().take(ways) {
            problems.extend(eyes.at(page, way).await);
        }
    }
    eyes.browser.close().await;
    problems
}
