//! One's own sessions: which devices are signed in.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{
        Form, done, page,
        session::{self, Visit, VisitId},
    },
};

use super::own_account;
use crate::visits;

/// What a browser calls itself by, the most particular first: most call themselves by their neighbours' names too.
const BROWSERS: [(&str, &str); 7] = [
    ("MicroMessenger", "微信 WeChat"),
    ("HuaweiBrowser", "华为浏览器 Huawei"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chromium", "Chromium"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

/// What it says it runs on, likewise.
const SYSTEMS: [(&str, &str); 7] = [
    ("Harmony", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

/// Browser and system, as one would tell them to a colleague; what neither table knows, as it calls itself.
fn device(agent: &str) -> String {
    let of = |names: &[(&'static str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let known: Vec<&str> = [of(&BROWSERS), of(&SYSTEMS)].into_iter().flatten().collect();
    if known.is_empty() { agent.to_owned() } else { known.join(" · ") }
}

#[derive(Template)]
#[template(path = "visits.html")]
struct List<'a> {
    v: &'a View,
    visits: Vec<Visit>,
    present: Option<VisitId>,
}

impl List<'_> {
    fn device(&self, visit: &Visit) -> String {
        device(&visit.device)
    }
}

/// The sessions in force.
///
/// # Errors
/// When nobody is signed in.
pub async fn list(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
) -> Result<Response, Problem> {
    let visits = session::list(site.db(), own_account(&actor)?, site.now()).await?;
    let present = visit.map(|Extension(visit)| visit.id);
    Ok(page(&List { v: &v, visits, present }))
}

/// Ends one session.
///
/// # Errors
/// When nobody is signed in, or there is no such session.
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<VisitId>,
    _f: Form,
) -> Result<Response, Problem> {
    visits::end(&site, &actor, id).await?;
    Ok(done("/account/sessions", "accounts-visit-ended"))
}

/// Ends every session but this.
///
/// # Errors
/// When nobody is signed in.
pub async fn remove_others(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    visit: Option<Extension<Visit>>,
    _f: Form,
) -> Result<Response, Problem> {
    visits::end_others(&site, &actor, visit.map(|Extension(visit)| visit.id)).await?;
    Ok(done("/account/sessions", "accounts-visits-ended"))
}

#[cfg(test)]
mod tests {
    use super::device;

    #[test]
    fn a_device_is_called_by_its_browser_and_system() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0",
                "Edge · Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 9; M) AppleWebKit/537.36 Chrome/78.0 Mobile MicroMessenger/8.0",
                "微信 WeChat · Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Safari/604.1",
                "Safari · iPhone",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"),
            ("lianluo-kiosk/1", "lianluo-kiosk/1"),
            ("", ""),
        ] {
            assert_eq!(device(agent), name);
        }
    }
}
