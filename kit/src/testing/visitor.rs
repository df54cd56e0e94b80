//! Somebody with a browser without script: keeps cookies, fills the forms it was shown, follows where it is sent.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use tower::ServiceExt;

/// A visitor of a router, without any network between them.
#[derive(Clone)]
pub struct Visitor {
    app: Router,
    cookies: BTreeMap<String, String>,
    csrf: String,
    token: Option<String>,
    old: bool,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The number.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The text of page, JSON or file, as far as it is text.
    pub text: String,
}

impl Answer {
    /// Where the answer sends the visitor.
    ///
    /// # Panics
    /// When it sends nobody anywhere.
    #[must_use]
    #[expect(clippy::expect_used, reason = "tests only")]
    pub fn location(&self) -> &str {
        let place = self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok());
        place.expect("the answer sends the visitor on")
    }

    /// The JSON of the answer.
    ///
    /// # Panics
    /// When it is none.
    #[must_use]
    #[expect(clippy::expect_used, reason = "tests only")]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).expect("the answer is JSON")
    }
}

#[expect(clippy::expect_used, reason = "tests only")]
impl Visitor {
    /// A visitor whom the site has never seen.
    #[must_use]
    pub fn new(app: Router) -> Self {
        Self { app, cookies: BTreeMap::new(), csrf: String::new(), token: None, old: false }
    }

    /// A program with a token.
    #[must_use]
    pub fn with_token(app: Router, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..Self::new(app) }
    }

    /// The same with a browser too old to say where a request comes from.
    #[must_use]
    pub fn old(self) -> Self {
        Self { old: true, ..self }
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Vec::new()).await
    }

    /// Sends a form with the token the last page held.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf.clone();
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &csrf).extend_pairs(fields);
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        self.send(Method::POST, path, &kind, form.finish().into_bytes()).await
    }

    /// Sends a form and opens the page it leads to.
    ///
    /// # Panics
    /// When the form is not taken: the panic shows the page that came instead.
    pub async fn fill(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path} was not taken:\n{}", answer.text);
        self.get(answer.location()).await
    }

    /// Sends JSON by any method, with further headers.
    pub async fn json(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: serde_json::Value,
    ) -> Answer {
        let mut all = vec![("content-type", "application/json")];
        all.extend_from_slice(headers);
        self.send(method, path, &all, body.to_string().into_bytes()).await
    }

    /// Sends a form with one file, and the token the last page held.
    pub async fn upload(&mut self, path: &str, file: (&str, &str, &[u8])) -> Answer {
        self.upload_with(path, &[], file).await
    }

    /// The same, with other fields of the form before the file.
    pub async fn upload_with(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        (field, name, bytes): (&str, &str, &[u8]),
    ) -> Answer {
        const EDGE: &str = "edge-of-a-part";
        let part = |name: &str, value: &str| {
            format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let csrf = part("csrf", &self.csrf);
        let csrf = fields.iter().fold(csrf, |all, (name, value)| all + &part(name, value));
        let file = format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
        let end = format!("\r\n--{EDGE}--\r\n");
        let body = [csrf.as_bytes(), file.as_bytes(), bytes, end.as_bytes()].concat();
        let kind = format!("multipart/form-data; boundary={EDGE}");
        self.send(Method::POST, path, &[("content-type", &kind)], body).await
    }

    /// Sends anything.
    ///
    /// # Panics
    /// When the request cannot be made or the router fails.
    pub async fn send(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let says = |header: &(&str, &str)| matches!(header.0, "origin" | "sec-fetch-site");
        if !self.old && self.token.is_none() && !headers.iter().any(says) {
            request = request.header("sec-fetch-site", "same-origin");
        }
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if !self.cookies.is_empty() {
            let list: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, list.join("; "));
        }
        let request = request.body(Body::from(body)).expect("a request");
        let response = self.app.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        self.keep(&parts.headers);
        let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a whole answer");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some(token) = csrf_of(&text) {
            self.csrf = token.to_owned();
        }
        Answer { status: parts.status, headers: parts.headers, text }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for value in headers.get_all(header::SET_COOKIE) {
            let text = value.to_str().unwrap_or("");
            let Some((name, rest)) = text.split_once('=') else { continue };
            let value = rest.split(';').next().unwrap_or("");
            if text.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

fn csrf_of(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("name=\"csrf\" value=\"")?;
    rest.split_once('"').map(|(token, _)| token)
}
