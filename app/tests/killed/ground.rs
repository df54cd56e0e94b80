//! A demonstration town of its own, the program that serves it, and a look at the data when nobody serves.

use std::{
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
};

use kit::{
    Site,
    db::{Db, Engine, Place, Sql},
};
use serde_json::Value;
use tokio::sync::Notify;
use uuid::Uuid;

/// The data of one run and who works on it.
pub struct Ground {
    folder: PathBuf,
    data: String,
    accounts: Value,
    /// The town's congress.
    pub congress: Uuid,
    /// The unit whose clerk and head answer.
    pub unit: Uuid,
}

impl Ground {
    /// Lays out a town in a place of the test's own: a new folder, or the test's PostgreSQL.
    pub async fn lay(site: &Site) -> Self {
        let folder = site.config().files().join("ground");
        std::fs::create_dir_all(&folder).expect("a folder");
        let data = match site.db().engine() {
            Engine::Sqlite => folder.join("data").to_string_lossy().into_owned(),
            Engine::Postgres => site.config().data.clone(),
        };
        let mut ground = Self { folder, data, accounts: Value::Null, congress: Uuid::nil(), unit: Uuid::nil() };
        ground.settings();
        let accounts = ground.folder.join("accounts.json");
        let file = accounts.to_string_lossy();
        ground.runs(&["demo", "--size", "town", "--seed", "7", "--fill-only", "--accounts", &file]);
        let text = std::fs::read(&accounts).expect("the accounts are written");
        ground.accounts = serde_json::from_slice(&text).expect("the accounts are listed");
        let db = ground.look();
        ground.congress = post(&db, "clerk").await.1;
        ground.unit = post(&db, "unit_head").await.0;
        ground
    }

    fn settings(&self) {
        let files = self.folder.join("files");
        let text = format!("data = {:?}\nfiles = {files:?}\n", self.data);
        std::fs::write(self.folder.join("settings.toml"), text).expect("the settings are written");
    }

    /// A command of the program on this data.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lianluo"));
        command.args(arguments).arg("--config").arg(self.folder.join("settings.toml")).env("LIANLUO_LOG", "info");
        command
    }

    /// Runs a command to its end; what it printed. Fails the test when it does.
    pub fn runs(&self, arguments: &[&str]) -> String {
        let out = self.program(arguments).output().expect("the program starts");
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&out.stderr));
        said
    }

    /// Runs a command that brings its own place; how it ended.
    pub fn elsewhere(&self, arguments: &[&str]) -> ExitStatus {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lianluo"));
        let out = command.args(arguments).current_dir(&self.folder).output().expect("the program starts");
        out.status
    }

    /// The data, opened anew.
    pub fn look(&self) -> Db {
        Db::open(&Place::parse(&self.data)).expect("the database opens")
    }

    /// A file of this run.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The token of a demonstration account.
    pub fn token(&self, sign_in: &str) -> String {
        let accounts = self.accounts.pointer("/accounts").and_then(Value::as_array).expect("accounts");
        let found = accounts.iter().find(|account| account.get("sign_in").is_some_and(|name| name == sign_in));
        let token = found.and_then(|account| account.get("token")).and_then(Value::as_str);
        token.unwrap_or_else(|| panic!("there is no {sign_in}")).to_owned()
    }

    /// The journal is one chain, says the program that needs nothing but an export.
    pub fn journal_holds(&self) {
        let file = self.file("journal.jsonl");
        let file = file.to_string_lossy();
        self.runs(&["journal", "export", &file]);
        let verify = Command::new(env!("CARGO_BIN_EXE_lianluo")).args(["journal", "verify", &file]).output();
        assert!(verify.is_ok_and(|out| out.status.success()), "the journal does not hold");
    }

    /// The program's own examination finds nothing to mend.
    pub fn doctor_is_content(&self) {
        let out = self.program(&["doctor", "--json"]).output().expect("the program starts");
        let findings: Vec<Value> = serde_json::from_slice(&out.stdout).expect("findings");
        let bad: Vec<_> = findings.iter().filter(|finding| finding.get("good") != Some(&Value::Bool(true))).collect();
        assert!(bad.is_empty() && findings.len() > 8, "{bad:?}");
    }
}

async fn post(db: &Db, duty: &str) -> (Uuid, Uuid) {
    let sql =
        Sql::new("select p.body, p.congress from v_post p join account a on a.id = p.account where a.sign_in = {}");
    let row: Option<(kernel::BodyId, kernel::BodyId)> = db.one(sql.bind(duty)).await.expect("posts");
    let (body, congress) = row.unwrap_or_else(|| panic!("{duty} has no post"));
    (body.uuid(), congress.uuid())
}

/// The program, serving.
pub struct Server {
    program: Option<Child>,
    /// `http://127.0.0.1:port`.
    pub address: String,
}

impl Server {
    /// Starts it and waits until it says where it listens.
    pub fn open(ground: &Ground) -> Self {
        let mut command = ground.program(&["serve", "--listen", "127.0.0.1:0"]);
        let mut program =
            command.env("LIANLUO_LOG_JSON", "1").stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut lines = BufReader::new(program.stderr.take().expect("its log")).lines().map_while(Result::ok);
        let address = lines.by_ref().find_map(|line| {
            let line: Value = serde_json::from_str(&line).ok()?;
            Some(line.pointer("/fields/address")?.as_str()?.to_owned())
        });
        // What it logs later is read on, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let address = address.unwrap_or_else(|| panic!("the program ended before it served"));
        Self { program: Some(program), address: format!("http://{address}") }
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        if let Some(mut program) = self.program.take() {
            let ended = program.kill().and_then(|()| program.wait());
            assert!(ended.is_ok(), "the program could not be ended: {ended:?}");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// How much was answered with yes in a round, and how many commits of rosters were begun.
#[derive(Default)]
pub struct Tally {
    answered: AtomicU64,
    begun: AtomicU64,
    over: AtomicBool,
    news: Notify,
}

impl Tally {
    /// One more answer.
    pub fn one_more(&self) {
        self.answered.fetch_add(1, Ordering::SeqCst);
        self.news.notify_one();
    }

    /// A commit is about to be sent.
    pub fn commit_begins(&self) {
        self.begun.fetch_add(1, Ordering::SeqCst);
        self.news.notify_one();
    }

    /// A client has ended, because the program is gone or the test has failed.
    pub fn nobody_need_wait(&self) {
        self.over.store(true, Ordering::SeqCst);
        self.news.notify_one();
    }

    /// Waits for so many answers.
    pub async fn answered(&self, count: u64) {
        self.reaches(&self.answered, count).await;
    }

    /// Waits for so many commits to be begun.
    pub async fn commits_begun(&self, count: u64) {
        self.reaches(&self.begun, count).await;
    }

    async fn reaches(&self, counter: &AtomicU64, count: u64) {
        while counter.load(Ordering::SeqCst) < count && !self.over.load(Ordering::SeqCst) {
            self.news.notified().await;
        }
    }
}
