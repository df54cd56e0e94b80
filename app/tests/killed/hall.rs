//! A secret ballot whose programs are killed: the named one while ballots are collected, the booth while credentials are registered and
//! while ballots are cast. What was answered is answered again the same, nobody has two ballots, nobody loses one.

use std::{
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Child, Stdio},
    time::Duration,
};

use ballots_seal::{Curve, Totals, Trustee};
use ballots_verify::Wish;
use kit::{
    Site,
    db::{Db, Sql},
    testing::both,
    web::session::kept,
};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{ground::Ground, phone, phone::Phone};

/// So many deputies.
const PHONES: usize = 24;

fn chance(bytes: &mut [u8]) {
    use ring::rand::{SecureRandom as _, SystemRandom};
    SystemRandom::new().fill(bytes).expect("chance");
}

fn token(n: usize) -> String {
    format!("lianluo_killed_{n:04}_of_the_hall")
}

fn word<'a>(value: &'a Value, at: &str) -> &'a str {
    value.pointer(at).and_then(Value::as_str).unwrap_or_else(|| panic!("{at} is missing: {value}"))
}

/// A program at an address that it keeps when it is started anew.
struct Program<'a> {
    ground: &'a Ground,
    what: &'static str,
    address: SocketAddr,
    child: Child,
}

impl<'a> Program<'a> {
    fn open(ground: &'a Ground, what: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = listener.expect("a free address");
        let child = Self::started(ground, what, address);
        Self { ground, what, address, child }
    }

    fn started(ground: &Ground, what: &str, address: SocketAddr) -> Child {
        let mut command = ground.program(&[what, "--listen", &address.to_string()]);
        let mut child = command.env("LIANLUO_LOG", "error").stderr(Stdio::null()).spawn().expect("it starts");
        for _ in 0..600 {
            if TcpStream::connect(address).is_ok() {
                return child;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let ended = child.kill().and_then(|()| child.wait());
        panic!("{what} does not answer: {ended:?}");
    }

    /// `kill -9`, and started anew.
    fn killed(&mut self) {
        let ended = self.child.kill().and_then(|()| self.child.wait());
        assert!(ended.is_ok(), "{ended:?}");
        self.child = Self::started(self.ground, self.what, self.address);
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        drop(self.child.kill().and_then(|()| self.child.wait()));
    }
}

/// Asks until something is answered.
async fn asked(address: SocketAddr, token: &str, path: &str, body: Option<String>) -> (u16, Value) {
    let http = reqwest::Client::builder().no_proxy().build().expect("a client");
    for _ in 0..600 {
        let url = format!("http://{address}{path}");
        let request = match &body {
            Some(body) => http.post(&url).header("content-type", "application/json").body(body.clone()),
            None => http.get(&url),
        };
        let request = if token.is_empty() { request } else { request.bearer_auth(token) };
        if let Ok(answer) = request.send().await {
            let status = answer.status().as_u16();
            if let Ok(text) = answer.text().await
                && status != 503
            {
                return (status, serde_json::from_str(&text).unwrap_or(Value::String(text)));
            }
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{path} is never answered");
}

/// Deputies with accounts and tokens of their own.
async fn deputies(db: &Db, congress: Uuid) {
    let congress = kernel::BodyId::from_uuid(congress);
    let mut tx = db.begin().await.expect("a transaction");
    let sql = Sql::new(
        "select t.id, b.area from term t join body b on b.id = t.congress where b.id = {} order by t.ordinal desc",
    );
    let (term, area): (Uuid, String) = tx.one(sql.bind(congress)).await.expect("a term").expect("a term");
    for n in 0..PHONES {
        let id = |family: u8| {
            let mut bytes = [family; 16];
            (bytes[6], bytes[8], bytes[15]) = (0x70, 0x80, u8::try_from(n).expect("few"));
            Uuid::from_bytes(bytes)
        };
        let (person, account) = (id(0xb0), id(0xb2));
        let all = [
            Sql::new("insert into person (id, name, pinyin, initials, version) values ({}, {}, 'daibiao', 'db', 1)")
                .bind(person)
                .bind(format!("代表{n}")),
            Sql::new("insert into mandate (state, elected, version, id, person, congress, area, term) values ('in_office', '2021-12-20', 1, {}, {}, {}, {}, {})")
                .bind(id(0xb1))
                .bind(person)
                .bind(congress)
                .bind(&area)
                .bind(term),
            Sql::new("insert into account (id, person, name, sign_in, congress, made, version) values ({}, {}, {}, {}, {}, 1, 1)")
                .bind(account)
                .bind(person)
                .bind(format!("代表{n}"))
                .bind(format!("killed{n}"))
                .bind(congress),
            Sql::new("insert into api_token (id, account, name, hash, made, expires) values ({}, {}, 'killed', {}, 1, 9000000000000)")
                .bind(id(0xb3))
                .bind(account)
                .bind(kept(&token(n))),
        ];
        for sql in all {
            tx.run(sql).await.expect("a row");
        }
    }
    tx.commit().await.expect("the rows");
}

/// The round, and what its office sends.
struct Hall<'a> {
    ground: &'a Ground,
    named: SocketAddr,
    path: String,
    trustees: Vec<Trustee<Curve>>,
}

impl Hall<'_> {
    async fn office(&self, step: &str, body: Value) -> Value {
        let path = format!("{}{step}", self.path);
        let (status, value) = asked(self.named, &self.ground.token("clerk"), &path, Some(body.to_string())).await;
        assert!(status < 300, "{step}: {status} {value}");
        value
    }

    async fn told(&self) -> Value {
        asked(self.named, &self.ground.token("clerk"), &self.path, None).await.1
    }

    async fn begin(ground: &Ground, named: SocketAddr) -> Hall<'_> {
        let clerk = ground.token("clerk");
        let send = async |path: String, body: Value| {
            let (status, value) = asked(named, &clerk, &path, Some(body.to_string())).await;
            assert_eq!(status, 201, "{path}: {value}");
            word(&value, "/id").to_owned()
        };
        let spec = json!({ "assembly": "congress", "kind": "decision", "names": [{ "name": "决议" }], "method": "《表决办法》" });
        let matter = json!({ "title": "决议", "meeting": "第三次会议", "day": "2026-11-16", "spec": spec });
        let ballot = send(format!("/api/congresses/{}/ballots", ground.congress), matter).await;
        let mut accounts = Vec::new();
        for who in ["clerk", "deputy2", "leader"] {
            let (_, account) = asked(named, &ground.token(who), "/api/account", None).await;
            accounts.push(word(&account, "/account").to_owned());
        }
        let round = json!({ "members": PHONES, "present": PHONES, "counters": accounts[..2], "chief": accounts[2] });
        let round = send(format!("/api/ballots/{ballot}/rounds"), round).await;
        let trustees: Vec<_> = (0..3).map(|_| Trustee::draw(&mut chance)).collect();
        let hall = Hall { ground, named, path: format!("/api/ballot-rounds/{round}/hall"), trustees };
        let names = ["一", "二", "三"].map(|name| json!({ "name": name }));
        hall.office("", json!({ "trustees": names })).await;
        let public: Vec<_> = hall.trustees.iter().map(|one| one.public(&mut chance)).collect();
        for (one, n) in public.iter().zip(1..) {
            hall.office(&format!("/trustees/{n}/commitment"), json!({ "commitment": one.commitment() })).await;
        }
        for (one, n) in public.iter().zip(1..) {
            hall.office(&format!("/trustees/{n}/key"), json!({ "key": one.json() })).await;
        }
        hall
    }

    /// Opens the totals; what the archive came to.
    async fn opened(&self, booth: SocketAddr, vote: &str) -> Value {
        let url = format!("http://{booth}/votes/{vote}/archive");
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        let archive = http.get(url).send().await.expect("an answer").bytes().await.expect("an archive");
        let wish = Wish { unfinished: true, unchanged: true, ..Wish::default() };
        let report = ballots_verify::verify(&archive[..], &wish).expect("an archive");
        assert!(report.is_good() && report.voted == PHONES as u64, "{report:?}");
        let totals = Totals::<Curve>::read(&report.tally, report.voted).expect("totals");
        for (one, n) in self.trustees.iter().zip(1..) {
            let part = one.decrypt(&report.election, &totals, &mut chance).json;
            self.office(&format!("/trustees/{n}/decryption"), json!({ "decryption": part })).await;
        }
        self.told().await
    }
}

/// Sends one thing for each phone, all at once, and kills the program while they are answered; the answers in their order.
async fn all_while_killed(program: &mut Program<'_>, sent: Vec<(String, String, String)>, kill: bool) -> Vec<Value> {
    let mut tasks = JoinSet::new();
    for (n, (token, path, body)) in sent.into_iter().enumerate() {
        let address = program.address;
        tasks.spawn(async move {
            tokio::time::sleep(Duration::from_millis(15 * n as u64)).await;
            let (status, value) = asked(address, &token, &path, Some(body)).await;
            assert_eq!(status, 200, "{path}: {value}");
            (n, value)
        });
    }
    if kill {
        tokio::time::sleep(Duration::from_millis(15 * PHONES as u64 / 2)).await;
        program.killed();
    }
    let mut all = tasks.join_all().await;
    all.sort_by_key(|(n, _)| *n);
    all.into_iter().map(|(_, value)| value).collect()
}

async fn voted(site: &Site) {
    let ground = Ground::lay(site).await;
    deputies(&ground.look(), ground.congress).await;
    let mut named = Program::open(&ground, "serve");
    let mut booth = Program::open(&ground, "booth");
    let hall = Hall::begin(&ground, named.address).await;
    let mut phones: Vec<Phone> = (0..PHONES).map(|_| Phone::new()).collect();
    for (n, phone) in phones.iter().enumerate() {
        let body = json!({ "key": phone.key() }).to_string();
        let (status, brought) = asked(named.address, &token(n), &format!("{}/device", hall.path), Some(body)).await;
        assert_eq!(status, 200, "{brought}");
        let body = json!({ "number": brought["number"], "key_hash": phone.key_hash(), "present": true });
        hall.office("/presence", body).await;
    }
    let told = hall.office("/roll", json!({})).await;
    let vote = word(&told, "/vote").to_owned();
    let mut sent = Vec::new();
    for (n, phone) in phones.iter_mut().enumerate() {
        phone.blind(&vote, word(&told, "/rsa_key"));
        let signature = phone.sign(&format!("{vote}|collect|{}", phone.blinded));
        let body = json!({ "blinded": phone.blinded, "signature": signature }).to_string();
        sent.push((token(n), format!("{}/collect", hall.path), body));
    }
    let first = all_while_killed(&mut named, sent.clone(), true).await;
    assert_eq!(first, all_while_killed(&mut named, sent, false).await, "asked again, the same is answered");
    for (phone, answer) in phones.iter_mut().zip(&first) {
        phone.finish(&vote, word(answer, "/signed"));
    }
    let register = |phone: &Phone| {
        let body = json!({ "credential": phone.credential(), "token": phone.token }).to_string();
        (String::new(), format!("/votes/{vote}/register"), body)
    };
    let sent: Vec<_> = phones.iter().map(register).collect();
    all_while_killed(&mut booth, sent.clone(), true).await;
    // Phones see another `run` and register again.
    all_while_killed(&mut booth, sent, false).await;
    hall.office("/freeze", json!({})).await;
    let mut told = hall.told().await;
    for _ in 0..200 {
        if word(&told, "/stage") == "confirm" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        told = hall.told().await;
    }
    assert_eq!((&told["listed"], &told["issued"]), (&json!(PHONES), &json!(PHONES)));
    let setup = word(&told, "/setup").to_owned();
    let confirm = |(n, phone): (usize, &Phone)| {
        let body = json!({ "setup": setup, "signature": phone.sign(&format!("{vote}|confirm|{setup}")) }).to_string();
        (token(n), format!("{}/confirm", hall.path), body)
    };
    all_while_killed(&mut named, phones.iter().enumerate().map(confirm).collect(), true).await;
    let told = hall.office("/opening", json!({})).await;
    let http = reqwest::Client::builder().no_proxy().build().expect("a client");
    let url = format!("http://{}/votes/{vote}/election", booth.address);
    let election = phone::election(&http.get(url).send().await.expect("an answer").text().await.expect("a text"));
    let mut sent = Vec::new();
    for (n, phone) in phones.iter_mut().enumerate() {
        phone.seal(&election, &[n % 3]);
        sent.push((String::new(), format!("/votes/{vote}/ballots"), phone.ballot.clone()));
    }
    let first = all_while_killed(&mut booth, sent.clone(), true).await;
    let again = all_while_killed(&mut booth, sent, false).await;
    for ((phone, one), other) in phones.iter().zip(&first).zip(&again) {
        assert!(phone.is_receipt(&vote, word(&told, "/board_key"), one), "{one}");
        assert_eq!((&one["receipt"], &one["height"]), (&other["receipt"], &other["height"]));
    }
    hall.office("/close", json!({})).await;
    let told = hall.opened(booth.address, &vote).await;
    assert_eq!((word(&told, "/stage"), &told["cast"]), ("done", &json!(PHONES)));
    drop((named, booth));
    ground.journal_holds();
    let breaches = ballots::checks::audit(&ground.look()).await.expect("an audit");
    assert!(breaches.is_empty(), "{breaches:?}");
}

#[test]
fn a_secret_ballot_loses_nothing_when_its_programs_are_killed() {
    kit::outbox::install_tls();
    both(async |site| voted(&site).await);
}
