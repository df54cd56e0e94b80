//! W5: a roster in from CSV and from a workbook through upload, preview and commit, and out to a workbook, while others work.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use kit::db::Val;
use serde::Deserialize;
use serde_json::json;
use tokio_postgres::NoTls;
use uuid::Uuid;

use crate::{
    Wanted,
    engine::Engine,
    load::Round,
    meter::{Memory, Meter},
    report::Report,
    served::{Accounts, Place, Server},
    table,
    visitor::{Ask, Visitor},
};

#[derive(Deserialize)]
struct Made {
    id: Uuid,
}

#[derive(Deserialize)]
struct Preview {
    state: String,
    rows: u64,
    bad: u64,
}

#[derive(Deserialize)]
struct Kept {
    rows: u64,
}

/// A server with a county in it, and the books kept of it.
struct Office {
    place: Place,
    server: Server,
    meter: Meter,
    accounts: Accounts,
    congress: Uuid,
    suggestions: Vec<Uuid>,
    /// So many rows may be refused besides the spoiled ones: who lives in the place already and has the name of a new one.
    namesakes: u64,
}

/// Measures it.
pub async fn measure(wanted: &Wanted, report: &mut Report) -> anyhow::Result<()> {
    let (comma, book) = (wanted.folder.join("roster.csv"), wanted.folder.join("roster.xlsx"));
    table::csv(&comma, wanted.people)?;
    let written = alone(|| table::workbook(&book, wanted.people))?;
    let read = alone(|| table::read(&book).map(|_| ()))?;
    let office = Office::open(wanted, "roster-csv", report).await?;
    office.take_in(wanted, &comma, None, report).await?;
    office.end(report).await?;
    let office = Office::open(wanted, "roster-xlsx", report).await?;
    office.take_in(wanted, &book, Some(&read), report).await?;
    office.send_out(wanted, &written, report).await?;
    office.end(report).await
}

/// Measures it in the site that holds all the suggestions and 145,000 deputies already: once, for the roster stays there.
pub async fn measure_among_others(wanted: &Wanted, place: &Place, report: &mut Report) -> anyhow::Result<()> {
    let book = wanted.folder.join("roster.xlsx");
    let written = alone(|| table::workbook(&book, wanted.people))?;
    let read = alone(|| table::read(&book).map(|_| ()))?;
    let office = Office::within(place.clone(), wanted.people / 1_000).await?;
    office.take_in(wanted, &book, Some(&read), report).await?;
    office.send_out(wanted, &written, report).await?;
    office.end(report).await
}

/// What a library does alone, in this process.
fn alone(work: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<Round> {
    let meter = Meter::of(std::process::id());
    let (before, began) = (meter.read()?, Instant::now());
    work()?;
    Ok(Round::of(vec![began.elapsed().as_secs_f64() * 1e3], meter.since(before)?, 0))
}

/// A new, empty place for the county.
async fn place(wanted: &Wanted, name: &str) -> anyhow::Result<Place> {
    let engine = if wanted.postgres.is_some() { "postgres" } else { "sqlite" };
    let folder = wanted.folder.join(format!("{engine}-{name}"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let postgres = match &wanted.postgres {
        None => None,
        Some(url) => {
            let (server, _) = url.rsplit_once('/').context("the address names no database")?;
            let database = format!("bench_{}", name.replace('-', "_"));
            let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
            tokio::spawn(connection);
            client.execute(&format!("drop database if exists {database} with (force)"), &[]).await?;
            client.execute(&format!("create database {database}"), &[]).await?;
            Some(format!("{server}/{database}"))
        }
    };
    Place::at(wanted, folder, postgres)
}

impl Office {
    async fn open(wanted: &Wanted, name: &str, report: &mut Report) -> anyhow::Result<Self> {
        let place = place(wanted, name).await?;
        place.demonstration(&["--size", "county"], report)?;
        Self::within(place, 0).await
    }

    /// The office of the congress with the most suggestions of a filled place.
    async fn within(place: Place, namesakes: u64) -> anyhow::Result<Self> {
        let engine = Engine::open(&place).await?;
        let server = Server::start(&place).await?;
        server.indexed(&place).await?;
        server.followed(&engine).await?;
        let biggest = "select congress from suggestion_count group by congress order by sum(n) desc limit 1";
        let congress = engine.ids(biggest, &[]).await?.first().copied().context("no congress")?;
        let filed = "select id from suggestion where congress = $1 and filed is not null limit 10000";
        let suggestions = engine.ids(filed, &[Val::from(congress)]).await?;
        let meter = Meter { process: server.process, postmaster: engine.postmaster().await? };
        let accounts = place.accounts()?;
        Ok(Self { place, server, meter, accounts, congress, suggestions, namesakes })
    }

    /// Ends the server and lets the program examine what the roster left behind.
    async fn end(self, report: &mut Report) -> anyhow::Result<()> {
        self.server.followed(&Engine::open(&self.place).await?).await?;
        self.server.end()?;
        self.place.examine(report)
    }

    /// Uploads, reads the preview, commits: once, with others at work.
    async fn take_in(
        &self,
        wanted: &Wanted,
        file: &Path,
        read: Option<&Round>,
        report: &mut Report,
    ) -> anyhow::Result<()> {
        let token = self.accounts.token("clerk")?;
        let name = file.extension().unwrap_or_default().to_string_lossy().to_uppercase();
        let bytes = std::fs::read(file)?;
        let size = bytes.len() as u64;
        let upload = Ask::send(&token, format!("/api/congresses/{}/imports?file=roster", self.congress), bytes.into());
        Memory::forget_most(self.server.process)?;
        let before = Memory::of(self.server.process)?;
        let (walls, done) = self
            .beside(async {
                let start = self.meter.read()?;
                let made: Made = self.server.ask(&upload).await?.json()?;
                let staged = self.meter.since(start)?;
                let path = format!("/api/imports/roster/{}", made.id);
                let seen: Preview = self.server.ask(&Ask::get(&token, &path)).await?.json()?;
                let bad = table::spoiled(wanted.people)..=table::spoiled(wanted.people) + self.namesakes;
                ensure!(
                    seen.state == "staged" && seen.rows == wanted.people && bad.contains(&seen.bad),
                    "{} bad",
                    seen.bad
                );
                let half = self.meter.read()?;
                let commit = Ask::post(&token, format!("{path}/commit"), &json!({ "leave_out_bad": true }));
                let kept: Kept = self.server.ask(&commit).await?.json()?;
                ensure!(kept.rows == wanted.people - seen.bad, "{} rows were kept", kept.rows);
                Ok((staged, self.meter.since(half)?, self.meter.since(start)?))
            })
            .await?;
        let (staged, committed, whole) = done;
        let parts = [("uploaded and checked", staged), ("committed", committed)];
        for (part, spent) in parts {
            let round = Round {
                per_second: wanted.people as f64 / spent.seconds,
                ..Round::of(vec![spent.seconds * 1e3], spent, size)
            };
            report.work(&format!("W5 {name} {part}"), 1, &[round], None);
        }
        let round = Round {
            per_second: wanted.people as f64 / whole.seconds,
            ..Round::of(vec![whole.seconds * 1e3], whole, size)
        };
        report.work(&format!("W5 {name} in, {} rows", wanted.people), 1, &[round], read.map(std::slice::from_ref));
        self.meanwhile(&format!("W5 {name} in"), before, walls, report)
    }

    /// The whole roster as a workbook.
    async fn send_out(&self, wanted: &Wanted, written: &Round, report: &mut Report) -> anyhow::Result<()> {
        let token = self.accounts.token("clerk")?;
        let ask = Ask::get(&token, format!("/congresses/{}/deputies/xlsx", self.congress));
        Memory::forget_most(self.server.process)?;
        let before = Memory::of(self.server.process)?;
        let (walls, (answer, spent)) = self
            .beside(async {
                let start = self.meter.read()?;
                let answer = self.server.ask(&ask).await?;
                answer.good()?;
                Ok((answer, self.meter.since(start)?))
            })
            .await?;
        let path: PathBuf = wanted.folder.join("exported.xlsx");
        std::fs::write(&path, &answer.body)?;
        let rows = table::read(&path)?;
        ensure!(rows >= wanted.people - table::spoiled(wanted.people) - self.namesakes, "{rows} rows went out");
        let round = Round::of(vec![spent.seconds * 1e3], spent, answer.body.len() as u64);
        let round = Round { per_second: rows as f64 / spent.seconds, ..round };
        report.work(&format!("W5 XLSX out, {rows} rows"), 1, &[round], Some(std::slice::from_ref(written)));
        self.meanwhile("W5 XLSX out", before, walls, report)
    }

    /// Does the work while somebody looks at suggestions fifty times a second; answers how long that one waited.
    async fn beside<T>(&self, work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<(Vec<f64>, T)> {
        let over = AtomicBool::new(false);
        let looking = async {
            let (token, mut walls) = (self.accounts.token("clerk")?, Vec::new());
            let mut visitor = Visitor::connect(self.server.address).await?;
            let mut turn = tokio::time::interval(Duration::from_millis(20));
            while !over.load(Ordering::Relaxed) {
                turn.tick().await;
                let id = super::any("beside", walls.len() as u64, &self.suggestions).context("no suggestion")?;
                let began = Instant::now();
                visitor.ask(&Ask::get(&token, format!("/api/suggestions/{id}"))).await?.good()?;
                walls.push(began.elapsed().as_secs_f64() * 1e3);
            }
            anyhow::Ok(walls)
        };
        let working = async {
            let done = work.await;
            over.store(true, Ordering::Relaxed);
            done
        };
        let (walls, done) = tokio::try_join!(looking, working)?;
        Ok((walls, done))
    }

    fn meanwhile(&self, what: &str, before: Memory, mut walls: Vec<f64>, report: &mut Report) -> anyhow::Result<()> {
        walls.sort_by(f64::total_cmp);
        let at = |share: usize| walls.get(walls.len() * share / 100).copied().unwrap_or(0.0);
        let most = walls.last().copied().unwrap_or(0.0);
        let figure = format!("p50 {:.1}, p99 {:.1}, max {most:.1} ms of {}", at(50), at(99), walls.len());
        report.note(&format!("{what}: W2 beside it"), &figure);
        let after = Memory::of(self.server.process)?;
        let figure = format!("most {} MB, before {}, after {}", after.most, before.resident, after.resident);
        report.note(&format!("{what}: memory of the server"), &figure);
        Ok(())
    }
}
