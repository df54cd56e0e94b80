//! A real browser looks at the pages: axe-core, the console, the content security policy, and whether a page is wider than
//! the screen.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Page, WHO, markup};
use crate::house::{Browser, House, Kind};

/// Language and width.
type Way = (&'static str, u32);

const WAYS: [Way; 4] = [("zh-CN", 360), ("en", 1440), ("zh-CN", 1440), ("en", 360)];

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

/// Whether a page is wider than a tablet, once it has come to be shown on one.
const FITS: &str = "const done = arguments[arguments.length - 1], page = document.documentElement; \
    const look = frames => { \
        if (innerWidth !== arguments[0] && frames) { requestAnimationFrame(() => look(frames - 1)); return; } \
        const wrong = innerWidth === arguments[0] ? [] : ['shown ' + innerWidth + ' wide']; \
        if (page.scrollWidth > page.clientWidth) { wrong.push('wider than the screen: ' + page.scrollWidth); } \
        done(wrong); }; \
    look(120);";

/// Sends the first form that needs words with none in it, past the browser's own check; whether there was one.
const SEND: &str = "const typed = 'input[required]:not([type=radio]):not([type=hidden]):not([type=file]), textarea[required]'; \
    for (const form of document.querySelectorAll('main form[method=post]')) { \
        if (!form.querySelector(typed)) { continue; } \
        for (const one of form.elements) { if (one.type !== 'hidden') { one.value = ''; one.checked = false; } } \
        window.sent = true; HTMLFormElement.prototype.submit.call(form); return true; } \
    return false;";

/// Pages whose form keeps what is there, however unfinished; what is handed in is looked at by their own tests.
const DRAFTS: [&str; 4] = ["/suggestions/new", "/suggestions/{id}/edit", "/bills/new", "/bills/{id}/edit"];

/// What a form that was sent was answered with; 0 until the answer is there.
const ANSWERED: &str = "if (window.sent || document.readyState !== 'complete') { return 0; } \
    return performance.getEntriesByType('navigation')[0].responseStatus;";

struct Eyes {
    browser: Browser,
    address: String,
    from: String,
    tokens: BTreeMap<&'static str, String>,
}

impl Eyes {
    /// Each pair has an address of its own, as the proxy that tests are tells it: no two of them share a limit on requests.
    async fn open(house: &House, nth: usize) -> Self {
        let browser = Browser::open(house, Kind::Desk).await;
        let axe = std::fs::read_to_string(markup::tool("axe-core/axe.min.js")).expect("axe-core is installed");
        let tokens = WHO.into_iter().skip(1).map(|who| (who, house.who(who).token)).collect();
        let from = format!("203.0.113.{}", nth + 1);
        let eyes = Self { browser, address: house.address.clone(), from, tokens };
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
    async fn at(&self, page: &Page, (lang, width): Way) -> Vec<String> {
        let mut headers = json!({ "Accept-Language": lang, "X-Forwarded-For": self.from });
        if let (Some(token), Some(map)) = (self.tokens.get(page.who), headers.as_object_mut()) {
            map.insert("Authorization".to_owned(), format!("Bearer {token}").into());
        }
        self.tell("Network.setExtraHTTPHeaders", json!({ "headers": headers })).await;
        self.screen(width).await;
        let said = self.judged(&format!("{}{}", self.address, page.path)).await;
        let told = |width: u32| move |what: String| format!("{}: {} ({lang}, {width}): {what}", page.who, page.path);
        let mut problems: Vec<String> = said.into_iter().map(told(width)).collect();
        if (lang, width) == WAYS[0] && !DRAFTS.contains(&page.route.as_str()) {
            let refused = self.refused().await.into_iter().map(|what| format!("its form sent empty: {what}"));
            problems.extend(refused.map(told(width)));
        }
        if width > TABLET {
            // The desk's page becomes the tablet's where it stands: that costs no second opening.
            self.screen(TABLET).await;
            let said = self.browser.driver.execute_async(FITS, vec![json!(TABLET)]).await.expect("an answer");
            problems.extend(said.convert::<Vec<String>>().expect("sentences").into_iter().map(told(TABLET)));
        }
        problems
    }

    /// What is wrong with the page that answers the page's form sent empty: it must be refused, and the answer be as whole as any page.
    async fn refused(&self) -> Vec<String> {
        let driver = &self.browser.driver;
        let sent = driver.execute(SEND, Vec::new()).await.expect("an answer");
        if !sent.convert::<bool>().expect("yes or no") {
            return Vec::new();
        }
        for _ in 0..200 {
            // While one page goes and the other comes there is none to ask.
            let told = driver.execute(ANSWERED, Vec::new()).await.ok().and_then(|told| told.convert::<u16>().ok());
            match told {
                None | Some(0) => tokio::time::sleep(std::time::Duration::from_millis(25)).await,
                Some(400..=499) => {
                    let said = driver.execute_async(ASK, Vec::new()).await.expect("an answer");
                    let mut said: Vec<String> = said.convert().expect("sentences");
                    let html = driver.source().await.expect("a page");
                    said.extend(
                        ["⟦", "{$"].iter().filter(|mark| html.contains(**mark)).map(|mark| format!("shows {mark}")),
                    );
                    return said;
                }
                Some(status) => return vec![format!("it is answered with {status}")],
            }
        }
        vec!["no answer came".to_owned()]
    }

    async fn screen(&self, width: u32) {
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 700 });
        self.tell("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Looks at so many pages, each its way.
    async fn all(&self, views: &[(&Page, Way)]) -> Vec<String> {
        let mut problems = Vec::new();
        for (page, way) in views {
            problems.extend(self.at(page, *way).await);
        }
        problems
    }
}

/// The width of a tablet.
const TABLET: u32 = 768;

/// A page on which everything is wrong that can be.
const WRONG: &str = "data:text/html,<html><body><img src='x:y'><p style='width:5000px'>x</p><script>throw 1</script>";

/// Every route once as everybody who reaches it, and all four ways as the first of them.
fn views(pages: &[Page]) -> Vec<(&Page, Way)> {
    let (mut routes, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut turn = WAYS.iter().copied().cycle();
    let mut views = Vec::new();
    for page in pages.iter().filter(|page| !page.html.is_empty()) {
        let ways = if routes.insert(&page.route) { 4 } else { usize::from(seen.insert((&page.route, page.who))) };
        seen.insert((&page.route, page.who));
        views.extend(turn.by_ref().take(ways).map(|way| (page, way)));
    }
    views
}

/// Two browsers look at the pages, half of them each, so that two processors have work.
pub async fn look(house: &House, pages: &[Page]) -> Vec<String> {
    let (first, second) = (Eyes::open(house, 1).await, Eyes::open(house, 2).await);
    for eyes in [&first, &second] {
        let seen = eyes.judged(WRONG).await.join(" ");
        for what in ["image-alt", "html-has-lang", "wider than the screen", "error: "] {
            assert!(seen.contains(what), "the browser does not see {what}: {seen}");
        }
    }
    let views = views(pages);
    let (one, other) = views.split_at(views.len().div_ceil(2));
    let (mut problems, more) = tokio::join!(first.all(one), second.all(other));
    problems.extend(more);
    first.browser.close().await;
    second.browser.close().await;
    problems
}
