//! A secret ballot in a hall: a thousand phones, then three thousand, collect, register, confirm and vote against the serving program and its
//! booth, each phone with a device key, a blinded credential and a sealed ballot of its own.

#[path = "../../../slices/ballots/tests/hall/phone.rs"]
#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "the phone of the tests, where failing is panicking")]
mod phone;

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use ballots_seal::{Curve, Election, Totals, Trustee};
use ballots_verify::Wish;
use hyper::Method;
use kit::web::session::kept;
use serde_json::{Value, json};
use tokio::{sync::Semaphore, task::JoinSet};

use crate::{
    Wanted,
    engine::Engine,
    report::Report,
    served::{Place, Server},
    visitor::{Ask, Visitor},
};
use phone::Phone;

/// Phones of each run.
const RUNS: [usize; 2] = [1_000, 3_000];
/// So many phones ask at the same moment.
const AT_ONCE: usize = 200;

#[expect(clippy::expect_used, clippy::disallowed_methods, reason = "a bench stands outside of every site")]
fn chance(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives chance");
}

/// Measures it.
pub async fn measure(wanted: &Wanted, report: &mut Report) -> anyhow::Result<()> {
    let folder = wanted.folder.join("hall");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let place = Place::at(wanted, folder, None)?;
    place.demonstration(&["--size", "town"], report)?;
    let clerk = place.accounts()?.token("clerk")?;
    deputies(&place).await?;
    let named = Server::start(&place).await?;
    let booth = Server::booth(&place).await?;
    for phones in RUNS {
        let hall = Hall::begin(&place, (named.address, booth.address), clerk.clone(), phones).await?;
        hall.measured(phones, report).await?;
    }
    named.end()?;
    booth.end()
}

fn token(n: usize) -> String {
    format!("lianluo_bench_{n:06}_of_the_hall")
}

/// Deputies of the town with accounts and tokens, as many as the greatest run has phones.
async fn deputies(place: &Place) -> anyhow::Result<()> {
    let engine = Engine::open(place).await?;
    let one = "from v_post p join account a on a.id = p.account and a.sign_in = 'clerk' \
               join term t on t.congress = p.congress join body b on b.id = p.congress order by t.ordinal desc limit 1";
    let text = |what: &str| format!("select {what} {one}");
    let congress = engine.text(&text("lower(hex(b.id))"), &[]).await?;
    let term = engine.text(&text("lower(hex(t.id))"), &[]).await?;
    let area = engine.text(&text("b.area"), &[]).await?;
    let mut sql = String::from("begin;");
    for n in 0..RUNS.into_iter().max().unwrap_or_default() {
        let id = |family: u8| format!("x'{family:02x}000000000070008000{n:012x}'");
        let (person, mandate, account, hash) = (id(0xb0), id(0xb1), id(0xb2), kept(&token(n)));
        sql.push_str(&format!(
            "insert into person (id, name, pinyin, initials, version) values ({person}, '代表{n}', 'daibiao', 'db', 1); \
             insert into mandate (state, elected, version, id, person, congress, area, term) \
             values ('in_office', '2021-12-20', 1, {mandate}, {person}, x'{congress}', '{area}', x'{term}'); \
             insert into account (id, person, name, sign_in, congress, made, version) \
             values ({account}, {person}, '代表{n}', 'bench{n}', x'{congress}', 1, 1); \
             insert into api_token (id, account, name, hash, made, expires) \
             values ({account}, {account}, 'bench', '{hash}', 1, 9000000000000);"
        ));
    }
    sql.push_str("commit;");
    engine.batch(&sql).await
}

/// One round that is held electronically.
struct Hall {
    named: SocketAddr,
    booth: SocketAddr,
    clerk: String,
    round: String,
    trustees: Vec<Trustee<Curve>>,
}

async fn asked(address: SocketAddr, ask: &Ask) -> anyhow::Result<Value> {
    Visitor::connect(address).await?.ask(ask).await?.json()
}

fn word<'a>(value: &'a Value, at: &str) -> anyhow::Result<&'a str> {
    value.pointer(at).and_then(Value::as_str).with_context(|| format!("{at} is missing: {value}"))
}

/// The standing method permits an electronic vote on decisions: entered where it does not say so yet.
async fn permitted(place: &Place, named: SocketAddr, congress: &str) -> anyhow::Result<()> {
    let chief = place.accounts()?.token("chief")?;
    let path = format!("/api/congresses/{congress}/ballot-methods/congress/decision");
    let stands = asked(named, &Ask::get(&chief, path.clone())).await?;
    if stands.pointer("/editions/0/secret").and_then(Value::as_str).is_none() {
        let method = json!({ "document": "《表决办法》", "secret": "第八条" });
        let version = stands.pointer("/editions/0/edition").and_then(Value::as_i64).or(Some(0));
        asked(named, &Ask { method: Method::PUT, version, ..Ask::post(&chief, path, &method) }).await?;
    }
    Ok(())
}

/// What is sent without a name.
fn unnamed(path: String, body: String) -> Ask {
    Ask { media: "text/plain", body: body.into(), ..Ask::post("", path, &Value::Null) }
}

impl Hall {
    async fn begin(
        place: &Place,
        (named, booth): (SocketAddr, SocketAddr),
        clerk: String,
        phones: usize,
    ) -> anyhow::Result<Self> {
        let account = asked(named, &Ask::get(&clerk, "/api/account")).await?;
        let congress = word(&account, "/posts/0/congress")?;
        permitted(place, named, congress).await?;
        let spec = json!({ "assembly": "congress", "kind": "decision", "names": [{ "name": "决议" }], "method": "《表决办法》" });
        let matter = json!({ "title": "决议", "meeting": "第三次会议", "day": "2026-11-16", "spec": spec });
        let made = asked(named, &Ask::post(&clerk, format!("/api/congresses/{congress}/ballots"), &matter)).await?;
        let mut accounts = Vec::new();
        for who in ["clerk", "deputy2", "leader"] {
            let account = asked(named, &Ask::get(&place.accounts()?.token(who)?, "/api/account")).await?;
            accounts.push(word(&account, "/account")?.to_owned());
        }
        let [one, other, chief] = accounts.try_into().ok().context("three tellers")?;
        let round = json!({ "members": phones, "present": phones, "counters": [one, other], "chief": chief });
        let path = format!("/api/ballots/{}/rounds", word(&made, "/id")?);
        let made = asked(named, &Ask::post(&clerk, path, &round)).await?;
        let round = word(&made, "/id")?.to_owned();
        let trustees = (0..3).map(|_| Trustee::draw(&mut chance)).collect();
        let hall = Self { named, booth, clerk, round, trustees };
        hall.prepared().await?;
        Ok(hall)
    }

    fn path(&self, step: &str) -> String {
        format!("/api/ballot-rounds/{}/hall{step}", self.round)
    }

    async fn office(&self, step: &str, body: Value) -> anyhow::Result<Value> {
        asked(self.named, &Ask::post(&self.clerk, self.path(step), &body)).await
    }

    async fn told(&self) -> anyhow::Result<Value> {
        asked(self.named, &Ask::get(&self.clerk, self.path(""))).await
    }

    /// Trustees commit and show their keys.
    async fn prepared(&self) -> anyhow::Result<()> {
        let names = ["总监票人", "监票人", "技术员"].map(|name| json!({ "name": name }));
        let wanted = json!({ "trustees": names });
        self.office("", wanted).await?;
        let public: Vec<_> = self.trustees.iter().map(|one| one.public(&mut chance)).collect();
        for (one, n) in public.iter().zip(1..) {
            self.office(&format!("/trustees/{n}/commitment"), json!({ "commitment": one.commitment() })).await?;
        }
        for (one, n) in public.iter().zip(1..) {
            self.office(&format!("/trustees/{n}/key"), json!({ "key": one.json() })).await?;
        }
        Ok(())
    }

    /// Every phone does the same at once; answers them in their order with how long each took.
    async fn all<F>(
        &self,
        phones: Vec<Phone>,
        act: fn(Step, Phone) -> F,
        told: &Value,
    ) -> anyhow::Result<(Vec<Phone>, Vec<Duration>)>
    where
        F: Future<Output = anyhow::Result<Phone>> + Send + 'static,
    {
        let turns = Arc::new(Semaphore::new(AT_ONCE));
        let told = Arc::new(told.clone());
        let mut tasks = JoinSet::new();
        for (n, phone) in phones.into_iter().enumerate() {
            let step = Step { n, named: self.named, booth: self.booth, path: self.path(""), told: Arc::clone(&told) };
            let turns = Arc::clone(&turns);
            tasks.spawn(async move {
                let _turn = turns.acquire_owned().await?;
                let began = Instant::now();
                let phone = act(step, phone).await?;
                Ok::<_, anyhow::Error>((n, phone, began.elapsed()))
            });
        }
        let mut done = Vec::new();
        while let Some(one) = tasks.join_next().await {
            done.push(one??);
        }
        done.sort_by_key(|(n, ..)| *n);
        let mut took: Vec<Duration> = done.iter().map(|(_, _, took)| *took).collect();
        took.sort_unstable();
        Ok((done.into_iter().map(|(_, phone, _)| phone).collect(), took))
    }

    async fn measured(&self, count: usize, report: &mut Report) -> anyhow::Result<()> {
        let phones: Vec<Phone> = (0..count).map(|_| Phone::new()).collect();
        let (phones, _) = self.all(phones, brought, &self.told().await?).await?;
        for (phone, n) in phones.iter().zip(1..) {
            self.office("/presence", json!({ "number": n, "key_hash": phone.key_hash(), "present": true })).await?;
        }
        let told = self.office("/roll", json!({})).await?;
        let whole = Instant::now();
        let (phones, took) = self.all(phones, collected, &told).await?;
        note(report, count, "collect by name, register without", whole, &took);
        let began = Instant::now();
        self.office("/freeze", json!({})).await?;
        let told = loop {
            let told = self.told().await?;
            if word(&told, "/stage")? == "confirm" {
                break told;
            }
            ensure!(began.elapsed() < Duration::from_secs(60), "the list is not frozen");
            tokio::time::sleep(Duration::from_millis(50)).await;
        };
        note(report, count, "list frozen, five seconds for the last phones among them", began, &[]);
        let began = Instant::now();
        let (phones, took) = self.all(phones, confirmed, &told).await?;
        note(report, count, "confirm", began, &took);
        let told = self.office("/opening", json!({})).await?;
        // Sealing is the phones' own work, and on machines of their own.
        let path = format!("/votes/{}/election", word(&told, "/vote")?);
        let answer = Visitor::connect(self.booth).await?.ask(&Ask::get("", path)).await?;
        let election = phone::election(std::str::from_utf8(&answer.body)?);
        let phones = sealed(phones, &election);
        let began = Instant::now();
        let (_, took) = self.all(phones, cast, &told).await?;
        note(report, count, "cast, each answered with a receipt", began, &took);
        note(report, count, "collect to the last receipt", whole, &[]);
        self.opened(count, report).await
    }

    async fn opened(&self, count: usize, report: &mut Report) -> anyhow::Result<()> {
        let began = Instant::now();
        let told = self.office("/close", json!({})).await?;
        let path = format!("/votes/{}/archive", word(&told, "/vote")?);
        let archive = Visitor::connect(self.booth).await?.ask(&Ask::get("", path)).await?.body;
        let found = ballots_verify::verify(&archive[..], &Wish { unfinished: true, ..Wish::default() });
        let found = found.ok().filter(ballots_verify::Report::is_good).context("the archive does not hold")?;
        let totals = Totals::<Curve>::read(&found.tally, found.voted).context("totals")?;
        for (one, n) in self.trustees.iter().zip(1..) {
            let part = one.decrypt(&found.election, &totals, &mut chance).json;
            self.office(&format!("/trustees/{n}/decryption"), json!({ "decryption": part })).await?;
        }
        ensure!(word(&self.told().await?, "/stage")? == "done", "there is no result");
        note(report, count, "closed, verified by one trustee, opened by three", began, &[]);
        Ok(())
    }
}

/// A step of one phone.
struct Step {
    n: usize,
    named: SocketAddr,
    booth: SocketAddr,
    path: String,
    told: Arc<Value>,
}

impl Step {
    async fn named(&self, step: &str, body: &Value) -> anyhow::Result<Value> {
        asked(self.named, &Ask::post(&token(self.n), format!("{}{step}", self.path), body)).await
    }
}

async fn brought(step: Step, phone: Phone) -> anyhow::Result<Phone> {
    step.named("/device", &json!({ "key": phone.key() })).await?;
    Ok(phone)
}

async fn collected(step: Step, mut phone: Phone) -> anyhow::Result<Phone> {
    let vote = word(&step.told, "/vote")?.to_owned();
    phone.blind(&vote, word(&step.told, "/rsa_key")?);
    let signature = phone.sign(&format!("{vote}|collect|{}", phone.blinded));
    let answer = step.named("/collect", &json!({ "blinded": phone.blinded, "signature": signature })).await?;
    phone.finish(&vote, word(&answer, "/signed")?);
    let body = json!({ "credential": phone.credential(), "token": phone.token });
    asked(step.booth, &unnamed(format!("/votes/{vote}/register"), body.to_string())).await?;
    Ok(phone)
}

async fn confirmed(step: Step, phone: Phone) -> anyhow::Result<Phone> {
    let (vote, setup) = (word(&step.told, "/vote")?, word(&step.told, "/setup")?);
    let signature = phone.sign(&format!("{vote}|confirm|{setup}"));
    step.named("/confirm", &json!({ "setup": setup, "signature": signature })).await?;
    Ok(phone)
}

async fn cast(step: Step, phone: Phone) -> anyhow::Result<Phone> {
    let vote = word(&step.told, "/vote")?;
    let answer = asked(step.booth, &unnamed(format!("/votes/{vote}/ballots"), phone.ballot.clone())).await?;
    ensure!(phone.is_receipt(vote, word(&step.told, "/board_key")?, &answer), "no receipt: {answer}");
    Ok(phone)
}

fn sealed(mut phones: Vec<Phone>, election: &Election<Curve>) -> Vec<Phone> {
    for (phone, n) in phones.iter_mut().zip(0..) {
        phone.seal(election, &[n % 3]);
    }
    phones
}

/// Wall time of all, and of one phone among a hundred.
fn note(report: &mut Report, count: usize, what: &str, began: Instant, took: &[Duration]) {
    let all = began.elapsed().as_secs_f64();
    let most = took.get(took.len() * 99 / 100).map(|one| format!(", p99 of one {:.0} ms", one.as_secs_f64() * 1000.0));
    report.note(&format!("hall, {count} phones: {what}"), &format!("{all:.1} s{}", most.unwrap_or_default()));
}
