//! A program that writes through the JSON API, from an address of its own.

use std::{collections::BTreeMap, net::IpAddr, sync::Arc};

use reqwest::{Method, header};
use serde_json::Value;

use crate::ground::{Ground, Server, Tally};

const WHO: [&str; 5] = ["deputy", "deputy2", "clerk", "unit_clerk", "unit_head"];

/// The program did not answer to the end: whether it did what was asked is not known.
#[derive(Debug)]
pub struct Gone;

/// One client; it signs in as whoever a step needs.
pub struct Client {
    /// Which of the clients it is.
    pub writer: u8,
    /// The town's congress.
    pub congress: uuid::Uuid,
    /// The unit that answers.
    pub unit: uuid::Uuid,
    /// What all clients of the round have done.
    pub tally: Arc<Tally>,
    http: reqwest::Client,
    address: String,
    tokens: BTreeMap<&'static str, String>,
}

/// What is asked for.
pub struct Ask<'a> {
    /// By whom.
    pub who: &'a str,
    /// How.
    pub method: Method,
    /// Below the address.
    pub path: String,
    /// The key that makes a create happen once.
    pub key: Option<&'a str>,
    /// The kind and bytes of the body.
    pub body: (&'static str, Vec<u8>),
}

impl Client {
    /// A client of a server that has just been started.
    pub fn new(ground: &Ground, server: &Server, writer: u8, tally: &Arc<Tally>) -> Self {
        // Every client has an address of its own, so that none meets the limit on requests of one address.
        let from = IpAddr::from([127, 0, 0, 2 + writer]);
        let http = reqwest::Client::builder().local_address(from).no_proxy().build().expect("a client");
        let tokens = WHO.into_iter().map(|who| (who, ground.token(who))).collect();
        let (congress, unit, address) = (ground.congress, ground.unit, server.address.clone());
        Self { writer, congress, unit, tally: tally.clone(), http, address, tokens }
    }

    /// Asks, and reads the whole answer: number and JSON.
    pub async fn ask(&self, ask: Ask<'_>) -> Result<(u16, Value), Gone> {
        let token = self.tokens.get(ask.who).expect("somebody known");
        let method = ask.method;
        let mut request = self.http.request(method.clone(), format!("{}{}", self.address, ask.path)).bearer_auth(token);
        if let Some(key) = ask.key {
            request = request.header("idempotency-key", key);
        }
        if method == Method::PUT {
            request = request.header(header::IF_MATCH, "\"0\""); // a reply that is not there yet
        }
        let (kind, bytes) = ask.body;
        let answer = request.header(header::CONTENT_TYPE, kind).body(bytes).send().await.map_err(|_| Gone)?;
        let status = answer.status().as_u16();
        let text = answer.text().await.map_err(|_| Gone)?;
        assert!(status < 500, "{status}: {text}");
        Ok((status, serde_json::from_str(&text).unwrap_or(Value::Null)))
    }

    /// Asks with JSON.
    pub async fn json(&self, who: &str, method: Method, path: String, body: Value) -> Result<(u16, Value), Gone> {
        let body = ("application/json", body.to_string().into_bytes());
        self.ask(Ask { who, method, path, key: None, body }).await
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.tally.nobody_need_wait();
    }
}
