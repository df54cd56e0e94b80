//! Whoever asks: one kept connection, one request at a time.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicU32, Ordering},
};

use anyhow::{Context, bail};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{Method, Request, StatusCode, client::conn::http1::SendRequest, header};
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;

/// One connection to the server.
pub struct Visitor(SendRequest<Full<Bytes>>);

/// What is asked.
#[derive(Clone, Debug)]
pub struct Ask {
    pub method: Method,
    pub path: String,
    /// Behind `Authorization: Bearer`; empty for a passer-by.
    pub token: String,
    pub body: Bytes,
    pub media: &'static str,
    /// The version seen, for a change.
    pub version: Option<i64>,
}

impl Ask {
    /// Asks for what is there.
    pub fn get(token: &str, path: impl Into<String>) -> Self {
        Self::with(Method::GET, token, path, Bytes::new())
    }

    /// Sends JSON.
    pub fn post(token: &str, path: impl Into<String>, body: &serde_json::Value) -> Self {
        Self::with(Method::POST, token, path, body.to_string().into())
    }

    /// Sends a file.
    pub fn send(token: &str, path: impl Into<String>, file: Bytes) -> Self {
        Self { media: "application/octet-stream", ..Self::with(Method::POST, token, path, file) }
    }

    fn with(method: Method, token: &str, path: impl Into<String>, body: Bytes) -> Self {
        let token = token.to_owned();
        Self { method, path: path.into(), token, body, media: "application/json", version: None }
    }
}

/// What was answered.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub body: Bytes,
}

impl Answer {
    /// The body as JSON, of an answer that says yes.
    pub fn json<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        self.good()?;
        serde_json::from_slice(&self.body).with_context(|| format!("not as expected: {}", self.text()))
    }

    /// That the answer says yes.
    pub fn good(&self) -> anyhow::Result<()> {
        if self.status.is_success() { Ok(()) } else { bail!("answered {}: {}", self.status, self.text()) }
    }

    /// The beginning of the body.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.body.get(..self.body.len().min(400)).unwrap_or_default()).into_owned()
    }
}

/// Requests are sent in the name of 4,096 addresses in turn, as a trusted proxy names them: the limit of 1,200 a minute is
/// one address's, and is worked through as for many people.
fn somebody() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let nth = NEXT.fetch_add(1, Ordering::Relaxed) % 4_096;
    format!("10.9.{}.{}", nth / 256, nth % 256)
}

impl Visitor {
    /// Connects.
    pub async fn connect(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self(sender))
    }

    /// Asks, and waits for the whole answer.
    pub async fn ask(&mut self, ask: &Ask) -> anyhow::Result<Answer> {
        let mut request = Request::builder()
            .method(&ask.method)
            .uri(&ask.path)
            .header(header::HOST, "127.0.0.1")
            .header("x-forwarded-for", somebody());
        if !ask.token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", ask.token));
        }
        if !ask.body.is_empty() {
            request = request.header(header::CONTENT_TYPE, ask.media);
        }
        if let Some(version) = ask.version {
            request = request.header(header::IF_MATCH, format!("\"{version}\""));
        }
        self.0.ready().await?;
        let answer = self.0.send_request(request.body(Full::new(ask.body.clone()))?).await?;
        let status = answer.status();
        Ok(Answer { status, body: answer.into_body().collect().await?.to_bytes() })
    }
}
