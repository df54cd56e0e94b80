//! What a poster leads to on a slow phone: a real browser that was never here before, on a line and with a processor made slow. Bytes are
//! those on the wire, packed, with their heads, as the browser counts them; the paint is the first on which something can be read, and the
//! largest, by which the page is there.

use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{ChromiumLikeCapabilities, prelude::*};

use super::Bench;
use crate::{
    report::Report,
    visitor::{Ask, Visitor},
};

/// A line and a phone.
struct Slow {
    name: &'static str,
    /// Milliseconds there and back.
    latency: u32,
    /// Kilobits a second towards the phone; half as many from it.
    kilobits: u32,
    /// How many times slower than this machine.
    slower: u32,
}

/// What browsers' own makers call a slow mobile line, and an old phone at the edge of a valley.
const LINES: [Slow; 2] = [
    Slow { name: "slow 4G, processor ÷ 4", latency: 150, kilobits: 1_600, slower: 4 },
    Slow { name: "slow 3G, processor ÷ 6", latency: 400, kilobits: 400, slower: 6 },
];
/// Each page is opened so often.
const ROUNDS: usize = 3;

/// One visit, as the browser tells it.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Visit {
    first: f64,
    largest: f64,
    bytes: f64,
    answers: f64,
}

/// What the browser noted: milliseconds from when the address was asked for.
const TOLD: &str = "const done = arguments[0]; let largest = 0; \
    new PerformanceObserver(list => list.getEntries().forEach(it => { largest = it.startTime })) \
    .observe({ type: 'largest-contentful-paint', buffered: true }); \
    setTimeout(() => { \
    const first = performance.getEntriesByName('first-contentful-paint')[0]; \
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]; \
    done({ first: first ? first.startTime : 0, largest, answers: all.length, \
    bytes: all.reduce((sum, it) => sum + it.transferSize, 0) }) }, 500)";

/// A driver that ends with the value.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let _ended = self.0.kill().and_then(|()| self.0.wait());
    }
}

/// Measures it.
pub async fn measure(bench: &Bench<'_>, report: &mut Report) -> anyhow::Result<()> {
    kit::outbox::install_tls();
    let (person, code) = poster(bench).await?;
    let area = super::voices::area(bench).await?;
    let pages = [
        ("poster: the deputy’s card", format!("/c/{code}")),
        ("poster: the form", format!("/opinions/new?to={person}&code={code}")),
        ("find a deputy", format!("/find?area={area}")),
        ("follow an opinion", "/opinions/progress".to_owned()),
    ];
    for line in &LINES {
        for (what, path) in &pages {
            let mut visits = Vec::with_capacity(ROUNDS);
            for _ in 0..ROUNDS {
                visits.push(visit(&format!("http://{}{path}", bench.server.address), line).await?);
            }
            report.note(&format!("{what}, {}", line.name), &figure(&visits));
        }
    }
    Ok(())
}

fn figure(visits: &[Visit]) -> String {
    let middle = |take: fn(&Visit) -> f64| {
        let mut all: Vec<f64> = visits.iter().map(take).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or_default()
    };
    let worst = visits.iter().map(|visit| visit.first).fold(0.0, f64::max);
    format!(
        "first paint {:.2} s (worst {:.2}), largest {:.2} s, {:.0} bytes on the wire in {:.0} answers",
        middle(|it| it.first) / 1e3,
        worst / 1e3,
        middle(|it| it.largest) / 1e3,
        middle(|it| it.bytes),
        middle(|it| it.answers)
    )
}

/// A code of the demonstration's deputy, made as the office makes it.
async fn poster(bench: &Bench<'_>) -> anyhow::Result<(String, String)> {
    let mut visitor = Visitor::connect(bench.server.address).await?;
    let deputy: Value = visitor.ask(&Ask::get(&bench.accounts.token("deputy")?, "/api/account")).await?.json()?;
    let person = deputy.get("person").and_then(Value::as_str).context("the deputy is nobody")?.to_owned();
    let path = format!("/api/people/{person}/codes");
    let made = Ask::post(&bench.accounts.token("chief")?, path, &json!({ "place": "bench" }));
    let codes: Value = visitor.ask(&made).await?.json()?;
    let code = codes.pointer("/0/code").and_then(Value::as_str).context("no code was made")?;
    Ok((person, code.to_owned()))
}

/// Opens a page in a browser that was never here before.
async fn visit(url: &str, line: &Slow) -> anyhow::Result<Visit> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let driver = Command::new("chromedriver")
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("chromedriver is not installed")?;
    let _driver = Driver(driver);
    let browser = connected(port).await?;
    let cdp = browser.cdp();
    let bytes = |kilobits: u32| f64::from(kilobits) * 125.0;
    let network = json!({ "offline": false, "latency": line.latency,
        "downloadThroughput": bytes(line.kilobits), "uploadThroughput": bytes(line.kilobits) / 2.0 });
    for (command, words) in [
        ("Network.enable", json!({})),
        ("Network.emulateNetworkConditions", network),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": line.slower })),
    ] {
        cdp.send_raw(command, words).await?;
    }
    browser.goto(url).await?;
    let told = browser.execute_async(TOLD, Vec::new()).await?;
    let visit: Visit = serde_json::from_value(told.json().clone())?;
    browser.quit().await?;
    ensure!(visit.first > 0.0 && visit.bytes > 0.0, "{url} was not painted: {visit:?}");
    Ok(visit)
}

async fn connected(port: u16) -> anyhow::Result<WebDriver> {
    let mut chrome = DesiredCapabilities::chrome();
    for argument in ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    {
        chrome.add_arg(argument)?;
    }
    let phone = json!({ "deviceMetrics": { "width": 360, "height": 800, "pixelRatio": 2.0, "touch": true } });
    chrome.add_experimental_option("mobileEmulation", phone)?;
    for _ in 0..50 {
        if let Ok(browser) = WebDriver::new(&format!("http://127.0.0.1:{port}"), chrome.clone()).await {
            return Ok(browser);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("the driver did not answer within five seconds")
}
