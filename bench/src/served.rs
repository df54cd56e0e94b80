//! The program that is measured: its data filled, started, watched, ended.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};
use kit::search::Search;
use serde::Deserialize;

use crate::{
    Wanted,
    engine::Engine,
    meter,
    report::Report,
    visitor::{Answer, Ask, Visitor},
};

/// The world everybody gets who runs this.
const SEED: &str = "2026";

/// Where one database lies, and the program that works on it.
#[derive(Clone, Debug)]
pub struct Place {
    pub program: PathBuf,
    /// Attachments, the index, and SQLite's file where no address is given.
    pub folder: PathBuf,
    pub postgres: Option<String>,
}

/// The demonstration's accounts, as the program writes them.
#[derive(Clone, Debug, Deserialize)]
pub struct Accounts {
    accounts: Vec<Account>,
}

#[derive(Clone, Debug, Deserialize)]
struct Account {
    sign_in: String,
    token: String,
}

impl Accounts {
    /// The token of an account.
    pub fn token(&self, sign_in: &str) -> anyhow::Result<String> {
        let found = self.accounts.iter().find(|account| account.sign_in == sign_in);
        found.map(|account| account.token.clone()).with_context(|| format!("there is no account {sign_in}"))
    }
}

impl Place {
    /// The province of the suite, with as many suggestions as are wanted.
    pub fn of(wanted: &Wanted) -> anyhow::Result<Self> {
        let engine = if wanted.postgres.is_some() { "postgres" } else { "sqlite" };
        let folder = wanted.folder.join(format!("{engine}-{}", wanted.suggestions));
        Self::at(wanted, folder, wanted.postgres.clone())
    }

    /// A place in a folder.
    pub fn at(wanted: &Wanted, folder: PathBuf, postgres: Option<String>) -> anyhow::Result<Self> {
        let program = match &wanted.program {
            Some(program) => program.clone(),
            None => std::env::current_exe()?.with_file_name("lianluo"),
        };
        ensure!(program.exists(), "{} is not there: cargo build --release builds it", program.display());
        std::fs::create_dir_all(&folder)?;
        let settings = format!("files = {folder:?}\ntrusted_proxies = [\"127.0.0.1\"]\n");
        std::fs::write(folder.join("settings.toml"), settings)?;
        Ok(Self { program, folder, postgres })
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        let data = self.postgres.clone().unwrap_or_else(|| self.folder.display().to_string());
        command.args(words).arg("--data").arg(data).arg("--config").arg(self.folder.join("settings.toml"));
        command.env("LIANLUO_LOG", "error");
        command
    }

    /// Fills the database where that was not done before.
    pub fn fill(&self, wanted: &Wanted, report: &mut Report) -> anyhow::Result<()> {
        let count = wanted.suggestions.to_string();
        self.demonstration(&["--size", "province", "--suggestions", &count, "--gathered"], report)
    }

    /// Lets the program fill the database with a demonstration of this size.
    pub fn demonstration(&self, size: &[&str], report: &mut Report) -> anyhow::Result<()> {
        if self.folder.join("demo-accounts.json").exists() {
            return Ok(());
        }
        let mut words = vec!["demo", "--fill-only", "--seed", SEED];
        words.extend(size);
        self.timed("filled", &words, report)
    }

    /// Lets the program examine what it holds, once a server has built the index: the end of the journal's chain, the tables.
    pub fn examine(&self, report: &mut Report) -> anyhow::Result<()> {
        self.timed("examined by `lianluo doctor`", &["doctor"], report)
    }

    /// Runs a command to its end; it must say yes.
    fn timed(&self, what: &str, words: &[&str], report: &mut Report) -> anyhow::Result<()> {
        let (began, before) = (Instant::now(), meter::of_commands()?);
        let status = self.command(words).stdout(Stdio::null()).status()?;
        ensure!(status.success(), "`lianluo {}` ended with {status}", words.join(" "));
        let (wall, cpu) = (began.elapsed().as_secs_f64(), meter::of_commands()? - before);
        let name = self.folder.file_name().unwrap_or_default().display();
        report.note(&format!("{name} {what}"), &format!("{wall:.1} s, {cpu:.1} CPU s"));
        Ok(())
    }

    /// The accounts that were made with the demonstration.
    pub fn accounts(&self) -> anyhow::Result<Accounts> {
        Ok(serde_json::from_slice(&std::fs::read(self.folder.join("demo-accounts.json"))?)?)
    }

    /// A token for whoever signs in with this name.
    pub fn token(&self, sign_in: &str) -> anyhow::Result<String> {
        #[derive(Deserialize)]
        struct Issued {
            token: String,
        }
        let said = self.command(&["token", "issue", sign_in, "--name", "bench", "--days", "1", "--json"]).output()?;
        let issued: Issued = serde_json::from_slice(&said.stdout).with_context(|| format!("{sign_in} got no token"))?;
        Ok(issued.token)
    }

    /// The folder of the search index.
    pub fn index(&self) -> PathBuf {
        self.folder.join("search")
    }

    /// Bytes in MB of the database and of the index.
    pub fn sizes(&self) -> (u64, u64) {
        let file = |name: &str| std::fs::metadata(self.folder.join(name)).map_or(0, |meta| meta.len());
        ((file("lianluo.sqlite") + file("lianluo.sqlite-wal")) >> 20, bytes(&self.index()) >> 20)
    }
}

fn bytes(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let size = |entry: std::fs::DirEntry| match entry.metadata() {
        Ok(meta) if meta.is_dir() => bytes(&entry.path()),
        Ok(meta) => meta.len(),
        Err(_) => 0,
    };
    entries.flatten().map(size).sum()
}

/// A server at work.
pub struct Server {
    child: Child,
    pub process: u32,
    pub address: SocketAddr,
    /// From the start of the process to its first answer.
    pub first_answer: Duration,
}

impl Server {
    /// Starts it and waits for its first answer.
    pub async fn start(place: &Place) -> anyhow::Result<Self> {
        Self::of(place, "serve").await
    }

    /// Starts the booth of secret ballots and waits for its first answer.
    pub async fn booth(place: &Place) -> anyhow::Result<Self> {
        Self::of(place, "booth").await
    }

    async fn of(place: &Place, what: &str) -> anyhow::Result<Self> {
        let address = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let began = Instant::now();
        let child = place.command(&[what, "--listen", &address.to_string()]).spawn()?;
        let mut server = Self { process: child.id(), child, address, first_answer: Duration::ZERO };
        while began.elapsed() < Duration::from_secs(60) {
            if let Ok(mut visitor) = Visitor::connect(address).await
                && visitor
                    .ask(&Ask::get("", "/about"))
                    .await
                    .is_ok_and(|answer| answer.status.is_success() || what == "booth")
            {
                server.first_answer = began.elapsed();
                return Ok(server);
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        bail!("the server did not answer within a minute")
    }

    /// Asks once, on a connection of its own.
    pub async fn ask(&self, ask: &Ask) -> anyhow::Result<Answer> {
        Visitor::connect(self.address).await?.ask(ask).await
    }

    /// Waits until everything can be found, and answers how long that took.
    pub async fn indexed(&self, place: &Place) -> anyhow::Result<Duration> {
        let began = Instant::now();
        while Search::watermark_in(&place.index()).is_none() {
            ensure!(began.elapsed() < Duration::from_secs(1_800), "the index is not built after half an hour");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        Ok(began.elapsed())
    }

    /// Waits until every follower of the journal has taken in every fact; answers how long that took.
    pub async fn followed(&self, engine: &Engine) -> anyhow::Result<Duration> {
        const LEFT: &str =
            "select h.seq - (select coalesce(min(f.seq), 0) from follower f) from journal_head h where h.one = 1";
        let began = Instant::now();
        while engine.number(LEFT, &[]).await? > 0 {
            ensure!(began.elapsed() < Duration::from_secs(3_600), "the followers are not done after an hour");
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        Ok(began.elapsed())
    }

    /// Asks it to end, and waits until it has.
    pub fn end(mut self) -> anyhow::Result<()> {
        Command::new("kill").arg(self.process.to_string()).status()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    /// A bench that fails leaves no server behind; one that was ended is gone already.
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|ended| ended.is_none()) && self.child.kill().is_ok() {
            drop(self.child.wait());
        }
    }
}
