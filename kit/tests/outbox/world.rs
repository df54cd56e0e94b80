//! Settings, facts to be told of, and a receiver that hears of them.

use std::sync::{Arc, Mutex, atomic::AtomicI64, atomic::AtomicU64};

use axum::{Router, extract::State, http::HeaderMap, http::StatusCode, routing::post as at};
use kernel::{BodyId, Recorded, Verb};
use kit::{
    Site,
    config::{Config, Mail},
    jobs::Work,
    journal,
    outbox::{self, SEND, SWEEP, Telling, add},
    site::{Chance, Clock},
};
use serde::Serialize;
use tokio::net::TcpListener;

pub const TABLE: &[Work] = &[SEND, SWEEP];

/// The same database under other settings.
pub fn with(site: &Site, mail: Option<String>, private_hooks: bool) -> Site {
    let mail = mail.map(|server| Mail { server, from: "联络 <office@example.cn>".to_owned() });
    let config = Config { mail, private_hooks, ..site.config().clone() };
    let clock = Clock::Standing(AtomicI64::new(site.now().millis()));
    Site::new(site.db().clone(), clock, Chance::Seeded(AtomicU64::new(99)), config).unwrap()
}

#[derive(Serialize)]
struct Filed {
    number: u32,
}

impl Verb for Filed {
    fn verb(&self) -> &'static str {
        "suggestion.filed"
    }
}

pub async fn file(site: &Site, body: BodyId) {
    let mut tx = site.db().begin().await.unwrap();
    let fact = Filed { number: 7 };
    let recorded =
        Recorded { at: site.now(), by: None, acting_for: None, body: Some(body), subject: body.uuid(), fact };
    journal::append(&mut tx, recorded).await.unwrap();
    tx.commit().await.unwrap();
}

pub type Heard = Arc<Mutex<Vec<(HeaderMap, String)>>>;

/// A receiver that answers with these codes in turn, then with 204.
pub async fn receiver(codes: &'static [u16]) -> (String, Heard) {
    let heard = Heard::default();
    let listen = move |State(heard): State<Heard>, headers: HeaderMap, body: String| async move {
        let mut heard = heard.lock().unwrap();
        heard.push((headers, body));
        StatusCode::from_u16(*codes.get(heard.len() - 1).unwrap_or(&204)).unwrap()
    };
    let app = Router::new().route("/hook", at(listen)).with_state(Arc::clone(&heard));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (url, heard)
}

pub async fn tell(site: &Site, body: Option<BodyId>, url: &str, verbs: &str) -> (outbox::HookId, String) {
    let mut tx = site.db().begin().await.unwrap();
    let added = add(&mut tx, site, Telling { body, url, verbs }).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    added
}
