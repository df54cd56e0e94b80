//! What every page is told about the visitor.

use std::{
    borrow::Cow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use kernel::Refused;

use super::Problem;
use crate::{Fault, blobs::MOST_FILE, sheets::Limits, words::Lang};

/// A way that the visitor may go, in the order of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// Where to.
    pub href: &'static str,
    /// What it says, in the visitor's language.
    pub label: String,
    /// Whether the present page lies there.
    pub current: bool,
    /// How many things wait there for the visitor; 0 is not shown, 100 stands for more than 99.
    pub waiting: i64,
}

/// A business of the house and the ways that lie in it, as the menu groups them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavGroup {
    /// What it is called; empty for ways that stand alone.
    pub label: String,
    /// The ways in it that are open to the visitor; never empty.
    pub items: Vec<NavItem>,
}

impl NavGroup {
    /// Whether the present page lies in it.
    #[must_use]
    pub fn current(&self) -> bool {
        self.items.iter().any(|item| item.current)
    }

    /// Where its name leads: its first way.
    #[must_use]
    pub fn href(&self) -> &'static str {
        self.items.first().map_or("/", |item| item.href)
    }
}

/// The visitor's side of a page: language, size of type, name, menu.
#[derive(Clone, Debug)]
pub struct View(Arc<Facing>);

/// The fields of a [`View`].
#[derive(Clone, Debug, Default)]
pub struct Facing {
    /// The language.
    pub language: Lang,
    /// `zh-CN` or `en`.
    pub lang: &'static str,
    /// Whether the elder mode (长辈版) is on.
    pub elder: bool,
    /// The token every form must carry.
    pub csrf: String,
    /// Whether a form with that token was shown: only then the browser is to carry what the token is bound to.
    pub bound: Arc<AtomicBool>,
    /// A key of this page's own: a form that makes something carries it, so that pressing twice makes one.
    pub once: String,
    /// The path and query of this page.
    pub path: String,
    /// The name of whoever is signed in.
    pub name: Option<String>,
    /// The deputy in whose name things are done now (代录).
    pub acting_for: Option<String>,
    /// The menu.
    pub nav: Vec<NavGroup>,
    /// A word about what was just done.
    pub flash: Option<String>,
    /// Why what was asked for was not done, above the thing as it stands now.
    pub warning: Option<String>,
    /// The name of the installation.
    pub title: String,
}

impl std::ops::Deref for View {
    type Target = Facing;
    fn deref(&self) -> &Facing {
        &self.0
    }
}

impl View {
    /// Makes the view of one request.
    #[must_use]
    pub fn new(facing: Facing) -> Self {
        Self(Arc::new(facing))
    }

    /// The same with the reason above it why what was asked for was not done.
    #[must_use]
    pub fn warning_of(&self, why: &Refused) -> Self {
        let warning = Some(self.language.refusal(why).into_owned());
        Self::new(Facing { warning, ..(*self.0).clone() })
    }

    /// The sentence of a key.
    #[must_use]
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.language.t(key)
    }

    /// The sentence of a key with its values.
    #[must_use]
    pub fn tf<'a>(&self, key: &str, values: impl AsRef<[(&'a str, String)]>) -> Cow<'static, str> {
        self.language.tf(key, values)
    }

    /// The sentence below a field. `{ $most }` in it is how many MB a file may have, `{ $sheet }` how many a table that is imported.
    #[must_use]
    pub fn hint(&self, key: &str) -> Cow<'static, str> {
        let megabytes = |bytes: u64| (bytes >> 20).to_string();
        self.tf(key, [("most", megabytes(MOST_FILE)), ("sheet", megabytes(Limits::USUAL.bytes))])
    }

    /// The hidden field every form carries.
    #[must_use]
    pub fn csrf_field(&self) -> String {
        self.bound.store(true, Ordering::Relaxed);
        format!("<input type=\"hidden\" name=\"csrf\" value=\"{}\">", self.csrf)
    }

    /// The hidden field of every form that makes something new: pressed twice it makes one.
    #[must_use]
    pub fn once_field(&self) -> String {
        format!("<input type=\"hidden\" name=\"once\" value=\"{}\">", self.once)
    }

    /// The address of an asset, changed when its bytes change.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        super::assets::address(name)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for View {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let view = parts.extensions.get::<Self>().cloned();
        view.ok_or_else(|| Problem::Fault(Fault::new("a page was asked for outside the layer that makes views")))
    }
}

/// Renders a template as a page.
pub fn page(template: &impl Template) -> Response {
    page_with(StatusCode::OK, template)
}

/// Renders a template as a page with another number than 200.
pub fn page_with(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => {
            let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
            (status, kind, html).into_response()
        }
        Err(error) => Problem::Fault(Fault::caused("a page could not be rendered", error)).into_response(),
    }
}

/// Sends the visitor on after something was done; the next page says `flash` (a key of the locale files).
pub fn done(to: &str, flash: &'static str) -> Response {
    let cookie = format!("flash={flash}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
    (StatusCode::SEE_OTHER, [(header::LOCATION, encoded(to)), (header::SET_COOKIE, cookie)]).into_response()
}

/// Sends the visitor on without a word.
pub fn go(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, encoded(to))]).into_response()
}

/// An address as a header may hold it: whatever is not printable ASCII stands there as `%E4…`.
fn encoded(to: &str) -> String {
    use std::fmt::Write as _;
    to.bytes().fold(String::with_capacity(to.len()), |mut text, byte| {
        if byte.is_ascii_graphic() {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

/// What the visitor's browser asks for: language, size of type, where the page is, what was just done.
#[must_use]
pub fn facing(parts: &Parts) -> Facing {
    let language = asked(parts, "lang").or_else(|| cookie(parts, "lang")).and_then(|tag| Lang::parse(&tag));
    let language = language.or_else(|| preferred(parts)).unwrap_or_default();
    let elder = asked(parts, "elder").or_else(|| cookie(parts, "elder")).is_some_and(|v| v == "1");
    let seed = parts.extensions.get::<super::session::Seed>();
    let visit = parts.extensions.get::<super::session::VisitKey>().map_or("", |key| &key.0);
    let flash = cookie(parts, "flash").filter(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
    Facing {
        language,
        lang: language.tag(),
        elder,
        csrf: super::csrf::token(seed.map_or("", |seed| &seed.value), visit),
        bound: seed.map(|seed| seed.bound.clone()).unwrap_or_default(),
        path: parts.uri.path_and_query().map_or("/", |p| p.as_str()).to_owned(),
        flash: flash.map(|key| language.t(&key).into_owned()),
        ..Facing::default()
    }
}

/// Keeps the language and size of type that the visitor chose with `?lang=` or `?elder=`, and drops a word already said.
pub fn remember(parts: &Parts, response: &mut Response) {
    let mut set = |text: String| {
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    };
    if let Some(language) = asked(parts, "lang").and_then(|tag| Lang::parse(&tag)) {
        set(format!("lang={}; Path=/; SameSite=Lax; Max-Age=31536000", language.tag()));
    }
    if let Some(elder) = asked(parts, "elder") {
        set(format!("elder={}; Path=/; SameSite=Lax; Max-Age=31536000", u8::from(elder == "1")));
    }
    if cookie(parts, "flash").is_some() && parts.method == axum::http::Method::GET {
        set("flash=; Path=/; Max-Age=0".to_owned());
    }
}

fn asked(parts: &Parts, name: &str) -> Option<String> {
    let query = parts.uri.query()?;
    form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

fn cookie(parts: &Parts, name: &str) -> Option<String> {
    let jar = axum_extra::extract::CookieJar::from_headers(&parts.headers);
    jar.get(name).map(|cookie| cookie.value().to_owned())
}

fn preferred(parts: &Parts) -> Option<Lang> {
    let list = parts.headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    list.split(',').find_map(Lang::parse)
}
