//! Follows every link from every first page.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    net::IpAddr,
};

use reqwest::{StatusCode, header};

use super::{Page, WHO, prepared::Door, routes};
use crate::house::House;

/// So many addresses of one route are opened in one person's name.
const OF_A_ROUTE: usize = 8;
/// So many of them are kept to be looked at.
const KEPT: usize = 2;

/// What a crawl has found.
#[derive(Default)]
pub struct Walk {
    /// The pages.
    pub pages: Vec<Page>,
    /// What is wrong with them.
    pub problems: Vec<String>,
    assets: BTreeSet<String>,
}

/// Goes everywhere in everybody's name.
pub async fn everywhere(house: &House, routes: &[String], doors: &[Door]) -> Walk {
    let mut walk = Walk::default();
    for (nth, who) in WHO.into_iter().enumerate() {
        let own = doors.iter().filter(|(whose, _)| *whose == who).map(|(_, path)| path.clone());
        let first = std::iter::once("/".to_owned()).chain(own).collect();
        walk.as_one(client(house, who, u8::try_from(nth).expect("few")), (house, routes), who, first).await;
    }
    walk
}

/// A person's client, with an address of its own, so that none meets the limit on requests of one address.
pub(super) fn client(house: &House, who: &str, nth: u8) -> reqwest::Client {
    let mut headers = header::HeaderMap::new();
    if who != WHO[0] {
        let token = format!("Bearer {}", house.who(who).token);
        headers.insert(header::AUTHORIZATION, token.parse().expect("a token"));
    }
    let builder = reqwest::Client::builder().local_address(IpAddr::from([127, 0, 1, nth + 1])).no_proxy();
    builder.default_headers(headers).redirect(reqwest::redirect::Policy::none()).build().expect("a client")
}

impl Walk {
    async fn as_one(
        &mut self,
        client: reqwest::Client,
        (house, routes): (&House, &[String]),
        who: &'static str,
        first: Vec<String>,
    ) {
        let mut waiting: VecDeque<_> = first.into_iter().map(|path| (path, "the test".to_owned())).collect();
        let (mut seen, mut opened) = (BTreeSet::new(), BTreeMap::<String, usize>::new());
        while let Some((path, from)) = waiting.pop_front() {
            let path = path.split('#').next().unwrap_or_default().to_owned();
            if path.is_empty() || path.contains("lang=") || path.contains("elder=") || !seen.insert(path.clone()) {
                continue;
            }
            if path.starts_with("/assets/") && !self.assets.insert(path.clone()) {
                continue;
            }
            let route = match routes::of(routes, &path) {
                Some(route) => route.to_owned(),
                None if path.starts_with("/assets/") => "/assets".to_owned(),
                None => {
                    self.problems.push(format!("{who}: {from} leads to {path}, where nothing is"));
                    continue;
                }
            };
            let count = opened.entry(route.clone()).or_default();
            *count += 1;
            if *count > OF_A_ROUTE {
                continue;
            }
            let kept = *count <= KEPT;
            let answer = client.get(format!("{}{path}", house.address)).send().await.expect("an answer");
            let (status, kind) = (answer.status(), kind_of(&answer));
            let to = answer.headers().get(header::LOCATION).and_then(|place| place.to_str().ok()).map(str::to_owned);
            if status == StatusCode::SEE_OTHER {
                waiting.extend(to.map(|to| (to, path.clone())));
                self.pages.push(Page { route, path, who, html: String::new() });
            } else if status != StatusCode::OK {
                self.problems.push(format!("{who}: {from} leads to {path}, which answers {status}"));
            } else if kind.starts_with("text/html") {
                let html = answer.text().await.expect("a page");
                self.problems.extend(head(&html).into_iter().map(|what| format!("{who}: {path}: {what}")));
                waiting.extend(links(&html).into_iter().map(|link| (link, path.clone())));
                if kept {
                    self.pages.push(Page { route, path, who, html });
                }
            } else {
                // A file: that it comes is all that is asked of it here.
                self.pages.push(Page { route, path, who, html: String::new() });
            }
        }
    }
}

fn kind_of(answer: &reqwest::Response) -> String {
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.unwrap_or_default().to_owned()
}

/// What every page must have: a language, a title, one first heading.
fn head(html: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
    if title.split('·').next().unwrap_or_default().trim().is_empty() {
        wrong.push("no title".to_owned());
    }
    if !html.contains("<html lang=\"zh-CN\"") && !html.contains("<html lang=\"en\"") {
        wrong.push("no language".to_owned());
    }
    if let Some(key) = bare_key(html) {
        wrong.push(format!("a key where a sentence should be: {key}"));
    }
    match html.matches("<h1").count() {
        1 => {}
        other => wrong.push(format!("{other} first headings")),
    }
    wrong
}

/// A key of the locale files that stands between two tags: its sentence is missing.
fn bare_key(html: &str) -> Option<&str> {
    const NOUNS: [&str; 8] = ["kit-", "app-", "roster-", "accounts-", "suggestions-", "bills-", "notices-", "law-"];
    let between = html.split('>').skip(1).filter_map(|rest| rest.split('<').next()).map(str::trim);
    let is_key = |text: &&str| {
        let plain = text.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase() || byte.is_ascii_digit());
        plain && NOUNS.iter().any(|noun| text.starts_with(noun))
    };
    between.into_iter().find(is_key)
}

/// The addresses inside the house that a page names.
pub(super) fn links(html: &str) -> Vec<String> {
    let of = |mark: &'static str| html.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
    let all = of(" href=\"").chain(of(" src=\""));
    all.filter(|link| link.starts_with('/') && !link.starts_with("//")).map(|link| link.replace("&amp;", "&")).collect()
}
