//! A sample of pages at the sizes the crawl does not see: a tablet, large type, twice the size, paper. Nothing is wider than the screen,
//! and no button or field is cut off.

use serde_json::{Value, json};

use super::{crawl, routes, told};
use crate::house::{Browser, House, Kind};

/// A page of the sample: who reads it, where it is, and the route of the first link there that is followed, if any.
const SAMPLE: [(&str, &str, &str); 14] = [
    ("nobody", "/", ""),
    ("nobody", "/session/new", ""),
    ("nobody", "/deputies", ""),
    ("nobody", "/disclosures", "/disclosures/{id}"),
    ("deputy", "/suggestions", ""),
    ("deputy", "/suggestions/new", ""),
    ("clerk", "/suggestions", "/suggestions/{id}"),
    ("clerk", "/suggestions/overview", ""),
    ("unit_clerk", "/suggestions/work", ""),
    ("clerk", "/bills", "/bills/{id}"),
    ("clerk", "/supervision/evaluations", "/supervision/evaluations/{id}"),
    ("chief", "/supervision/statistics", ""),
    ("clerk", "/roster", ""),
    ("clerk", "/notices", ""),
];

/// Paper of A4 is so wide between its margins, in pixels of CSS.
const PAPER: u32 = 658;

/// How a page is looked at: the width of the window, how large a pixel is, whether type is large, whether it is printed.
struct Way {
    name: &'static str,
    width: u32,
    scale: u32,
    elder: bool,
    print: bool,
}

const fn way(name: &'static str, width: u32) -> Way {
    Way { name, width, scale: 1, elder: false, print: false }
}

const WAYS: [Way; 5] = [
    way("a tablet", 768),
    // Twice the size leaves half the width of a desk.
    Way { scale: 2, ..way("200 %", 720) },
    Way { elder: true, ..way("large type on a phone", 360) },
    Way { elder: true, ..way("large type on a desk", 1440) },
    Way { print: true, ..way("paper", PAPER) },
];

const LOOK: &str = "const page = document.documentElement, wide = page.clientWidth, wrong = []; \
    if (page.scrollWidth > wide) { wrong.push('wider than the screen: ' + page.scrollWidth); } \
    const rolls = one => { for (let p = one.parentElement; p; p = p.parentElement) { \
        if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX) && p.scrollWidth > p.clientWidth) { return true; } } \
        return false; }; \
    for (const one of document.querySelectorAll('a.button, button, summary, select, textarea, input:not([type=hidden])')) { \
        const box = one.getBoundingClientRect(); \
        if (!box.width || !box.height || !one.checkVisibility() || rolls(one)) { continue; } \
        const name = one.tagName + ' ' + (one.name || one.textContent.trim().slice(0, 20)); \
        if (box.left < -1 || box.right > wide + 1) { wrong.push('cut off at the side: ' + name); } \
        const words = one.matches('a.button, button') && one.clientWidth > 0; \
        if (words && one.scrollWidth > one.clientWidth + 1) { wrong.push('its words are cut: ' + name); } } \
    return wrong;";

/// A page on which everything is wrong that is looked for.
const WRONG: &str = "data:text/html,<html><body><p style='width:5000px'>x</p>\
    <button style='position:absolute;left:4000px'>far</button>\
    <button style='width:20px;overflow:hidden;white-space:nowrap'>very many words</button>";

async fn tell(browser: &Browser, command: &str, words: Value) {
    browser.driver.cdp().send_raw(command, words).await.expect("the browser takes it");
}

async fn judged(browser: &Browser, address: &str) -> Vec<String> {
    browser.driver.goto(address).await.expect("the page opens");
    browser.driver.execute(LOOK, Vec::new()).await.expect("an answer").convert().expect("sentences")
}

/// The address of a page of the sample.
async fn found(house: &House, (who, start, wanted): (&str, &str, &str)) -> String {
    if wanted.is_empty() {
        return start.to_owned();
    }
    let all = routes::pages();
    let answer = crawl::client(house, who, 0).get(format!("{}{start}", house.address)).send().await.expect("an answer");
    let links = crawl::links(&answer.text().await.expect("a page"));
    let first = links.into_iter().find(|link| routes::of(&all, link) == Some(wanted));
    first.unwrap_or_else(|| panic!("{who} finds no {wanted} at {start}"))
}

async fn look(browser: &Browser, house: &House, way: &Way, pages: &[(&str, String)]) -> Vec<String> {
    let Way { name, width, scale, elder, print } = way;
    let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": scale, "mobile": *width < 700 && !print });
    tell(browser, "Emulation.setDeviceMetricsOverride", screen).await;
    tell(browser, "Emulation.setEmulatedMedia", json!({ "media": if *print { "print" } else { "" } })).await;
    let mut problems = Vec::new();
    for (who, path) in pages {
        let headers = match *who {
            "nobody" => json!({}),
            who => json!({ "Authorization": format!("Bearer {}", house.who(who).token) }),
        };
        tell(browser, "Network.setExtraHTTPHeaders", json!({ "headers": headers })).await;
        let mark = if path.contains('?') { '&' } else { '?' };
        let said = judged(browser, &format!("{}{path}{mark}elder={}", house.address, u8::from(*elder))).await;
        problems.extend(said.into_iter().map(|what| format!("{who}: {path} ({name}): {what}")));
    }
    problems
}

#[test]
#[ignore = "the stage `pages` of `cargo xtask test` runs it, with what it needs"]
fn every_page_of_a_sample_fits_a_tablet_large_type_twice_the_size_and_paper() {
    kit::outbox::install_tls();
    let house = House::open();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let mut pages = Vec::new();
        for one in SAMPLE {
            pages.push((one.0, found(&house, one).await));
        }
        let (_, matter) =
            pages.iter().find(|(_, path)| path.starts_with("/suggestions/0")).expect("a suggestion").clone();
        pages.push(("clerk", format!("{matter}/sheet")));
        let browser = Browser::open(&house, Kind::Desk).await;
        tell(&browser, "Network.enable", json!({})).await;
        let seen = judged(&browser, WRONG).await.join(" ");
        for what in ["wider than the screen", "cut off at the side: BUTTON far", "its words are cut: BUTTON very"] {
            assert!(seen.contains(what), "the browser does not see {what}: {seen}");
        }
        let mut problems = Vec::new();
        for way in &WAYS {
            problems.extend(look(&browser, &house, way, &pages).await);
        }
        browser.close().await;
        told(&problems);
    });
}
