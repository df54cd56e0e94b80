//! Secret ballots in a hall, on both engines: named and anonymous requests through the routes, with simulated phones and trustees.

mod kept;
mod phone;
mod way;
mod wrong;

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use ballots::secret::booth::{Booth, routes};
use ballots_rules::paper::{Kind, RoundId};
use ballots_seal::{Curve, Decryption, Totals, Trustee};
use ballots_verify::{Old, Wish};
use kit::{
    Site,
    testing::{Answer, Visitor},
};
use serde_json::{Value, json};

use crate::world::{site::visitor, *};
use phone::Phone;

/// A decision under three trustees, with as many phones as deputies came.
pub struct Hall<'a> {
    pub site: &'a Site,
    pub booth: Booth,
    pub round: RoundId,
    pub phones: Vec<Phone>,
    pub trustees: Vec<Trustee<Curve>>,
}

/// Unoptimised, what the whole way awaits at once is too large for the stack of a test.
pub fn roomy(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(32 << 20).spawn(test).unwrap();
    if let Err(why) = thread.join() {
        std::panic::resume_unwind(why);
    }
}

fn chance(bytes: &mut [u8]) {
    use ring::rand::{SecureRandom as _, SystemRandom};
    SystemRandom::new().fill(bytes).unwrap();
}

pub fn text<'a>(value: &'a Value, at: &str) -> &'a str {
    value.get(at).and_then(Value::as_str).unwrap_or_else(|| panic!("{at} is missing: {value}"))
}

impl<'a> Hall<'a> {
    /// A round of a decision on two matters, with so many phones; held electronically from `least` voters on.
    pub async fn of(site: &'a Site, phones: u8, least: u32) -> Self {
        Self::voting(site, (Kind::Decision, 2, &["甲决议", "乙决议"]), phones, least).await
    }

    pub async fn voting(site: &'a Site, (kind, places, names): (Kind, u32, &[&str]), phones: u8, least: u32) -> Self {
        found(site).await;
        voters(site, phones).await;
        let ballot = drafted(site, kind, places, names).await;
        let members = u32::from(phones).max(4);
        let (wanted, once) = (round_wanted(members, members), kit::web::api::Once::default());
        let round = ballots::desk::round::open(site, &clerk(), ballot, wanted, &once).await.unwrap().id;
        let trustees = (0..3).map(|_| Trustee::draw(&mut chance)).collect();
        let phones = (0..phones).map(|_| Phone::new()).collect();
        let hall = Self { site, booth: Booth::begin(site.clone()), round, phones, trustees };
        let trustees = ["总监票人", "监票人", "技术员"].map(|name| json!({ "name": name, "account": null }));
        permitted(site, kind).await;
        let wanted = json!({ "least": least, "trustees": trustees });
        hall.office("", wanted, StatusCode::CREATED).await;
        hall
    }

    pub fn path(&self, step: &str) -> String {
        format!("/api/ballot-rounds/{}/hall{step}", self.round)
    }

    /// What the office sends, and what it is answered.
    pub async fn office(&self, step: &str, body: Value, wanted: StatusCode) -> Value {
        let answer = visitor(self.site, &clerk()).json(Method::POST, &self.path(step), &[], body).await;
        assert_eq!(answer.status, wanted, "{step}: {}", answer.text);
        answer.json()
    }

    pub async fn told(&self) -> Value {
        visitor(self.site, &clerk()).get(&self.path("")).await.json()
    }

    /// What a phone sends by name.
    pub async fn named(&self, n: usize, step: &str, body: Value) -> Answer {
        let actor = voter(u8::try_from(n).unwrap());
        visitor(self.site, &actor).json(Method::POST, &self.path(step), &[], body).await
    }

    /// What is sent without a name.
    pub async fn unnamed(&self, vote: &str, path: &str, body: Option<String>) -> Answer {
        let mut visitor = Visitor::new(routes(self.booth.clone()));
        let path = format!("/votes/{vote}{path}");
        match body {
            Some(body) => visitor.send(Method::POST, &path, &[("content-type", "text/plain")], body.into_bytes()).await,
            None => visitor.get(&path).await,
        }
    }

    /// Trustees commit, then show their keys.
    pub async fn keys(&self) {
        let public: Vec<_> = self.trustees.iter().map(|one| one.public(&mut chance)).collect();
        for (one, n) in public.iter().zip(1..) {
            let body = json!({ "commitment": one.commitment() });
            self.office(&format!("/trustees/{n}/commitment"), body, StatusCode::OK).await;
        }
        for (one, n) in public.iter().zip(1..) {
            self.office(&format!("/trustees/{n}/key"), json!({ "key": one.json() }), StatusCode::OK).await;
        }
    }

    /// Every phone is brought and compared; the roll is fixed.
    pub async fn roll(&self) -> Value {
        for (phone, n) in self.phones.iter().zip(0..) {
            let brought = self.named(n, "/device", json!({ "key": phone.key() })).await;
            assert_eq!(brought.status, StatusCode::OK, "{}", brought.text);
            let brought = brought.json();
            assert_eq!(text(&brought, "key_hash"), phone.key_hash());
            let body = json!({ "number": brought["number"], "key_hash": phone.key_hash(), "present": true });
            self.office("/presence", body, StatusCode::OK).await;
        }
        self.office("/roll", json!({}), StatusCode::OK).await
    }

    pub async fn collect(&mut self, n: usize, told: &Value) -> Answer {
        let (vote, key) = (text(told, "vote"), text(told, "rsa_key"));
        self.phones[n].blind(vote, key);
        let blinded = self.phones[n].blinded.clone();
        let signature = self.phones[n].sign(&format!("{vote}|collect|{blinded}"));
        let answer = self.named(n, "/collect", json!({ "blinded": blinded, "signature": signature })).await;
        if answer.status == StatusCode::OK {
            self.phones[n].finish(vote, text(&answer.json(), "signed"));
        }
        answer
    }

    pub async fn register(&self, n: usize, vote: &str) -> Answer {
        let phone = &self.phones[n];
        let body = json!({ "credential": phone.credential(), "token": phone.token });
        self.unnamed(vote, "/register", Some(body.to_string())).await
    }

    /// Everybody collects and registers; the list is frozen.
    pub async fn listed(&mut self) -> Value {
        self.keys().await;
        let told = self.roll().await;
        for n in 0..self.phones.len() {
            let answer = self.collect(n, &told).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
            let answer = self.register(n, text(&told, "vote")).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        }
        self.freeze().await
    }

    pub async fn freeze(&self) -> Value {
        self.office("/freeze", json!({}), StatusCode::OK).await;
        self.booth.look().await.unwrap();
        self.told().await
    }

    pub async fn confirm(&self, n: usize, told: &Value) -> Answer {
        let (vote, setup) = (text(told, "vote"), text(told, "setup"));
        let signature = self.phones[n].sign(&format!("{vote}|confirm|{setup}"));
        self.named(n, "/confirm", json!({ "setup": setup, "signature": signature })).await
    }

    /// Everybody confirms; voting is open.
    pub async fn open(&mut self) -> Value {
        let told = self.listed().await;
        for n in 0..self.phones.len() {
            let answer = self.confirm(n, &told).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        }
        self.office("/opening", json!({}), StatusCode::OK).await
    }

    /// One phone seals and casts.
    pub async fn cast(&mut self, n: usize, told: &Value, chosen: &[usize]) -> Answer {
        let vote = text(told, "vote");
        let election = phone::election(&self.unnamed(vote, "/election", None).await.text);
        self.phones[n].seal(&election, chosen);
        self.unnamed(vote, "/ballots", Some(self.phones[n].ballot.clone())).await
    }

    /// A trustee downloads the archive, verifies it, adds it up and opens its part.
    pub async fn decryption(&self, n: usize, vote: &str) -> Decryption<Curve> {
        let archive = visitor(self.site, &voter(0)).get(&published(vote, &format!("{vote}.bel"))).await.text;
        let wish = Wish { unfinished: true, unchanged: true, old: Old::Beside, ..Wish::default() };
        let report = ballots_verify::verify(archive.as_bytes(), &wish).unwrap();
        assert!(report.is_good(), "{report:?}");
        let totals = Totals::<Curve>::read(&report.tally, report.voted).unwrap();
        self.trustees[n].decrypt(&report.election, &totals, &mut chance)
    }

    /// Voting ends and all trustees open the totals.
    pub async fn close(&self, vote: &str) -> Value {
        let mut told = self.office("/close", json!({}), StatusCode::OK).await;
        for n in 0..self.trustees.len() {
            let part = self.decryption(n, vote).await;
            let path = format!("/trustees/{}/decryption", n + 1);
            told = self.office(&path, json!({ "decryption": part.json }), StatusCode::OK).await;
        }
        told
    }

    /// The published folder as `lianluo ballot verify` would find it.
    pub async fn folder(&self, vote: &str) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        for name in ballots::secret::published::FILES.iter().map(|one| (*one).to_owned()).chain([format!("{vote}.bel")])
        {
            let answer = visitor(self.site, &accounts_rules::Actor::nobody()).get(&published(vote, &name)).await;
            assert_eq!(answer.status, StatusCode::OK, "{name}");
            files.insert(name, answer.text);
        }
        files
    }
}

pub fn published(vote: &str, file: &str) -> String {
    format!("/ballots/published/{vote}/{file}")
}
