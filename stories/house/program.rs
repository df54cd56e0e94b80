//! The real binary on a demonstration town of its own.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde::Deserialize;

use super::town;

/// The program, serving; ended when dropped.
pub struct House {
    program: Child,
    /// The process without names, where there is one.
    booth: Option<Child>,
    /// `http://127.0.0.1:port`.
    pub address: String,
    /// The demonstration's accounts.
    pub accounts: Vec<Who>,
    folder: tempfile::TempDir,
}

#[derive(Deserialize)]
struct Accounts {
    accounts: Vec<Who>,
}

/// One demonstration account.
#[derive(Clone, Debug, Deserialize)]
pub struct Who {
    /// The name to sign in with, which says what kind of user it is: `deputy`, `clerk`, `unit_clerk` …
    pub sign_in: String,
    /// The person's name.
    pub name: String,
    /// The password.
    pub password: String,
    /// The API token.
    pub token: String,
}

impl House {
    /// Opens a demonstration of a town, the same on every run.
    pub fn open() -> Self {
        Self::begun(&[])
    }

    /// The same on a day of one's own, at ten in the morning.
    pub fn on(day: &str) -> Self {
        Self::begun(&["--today", day])
    }

    /// A county with few suggestions: a town has no standing committee.
    pub fn county() -> Self {
        Self::begun(&["--size", "county", "--suggestions", "60"])
    }

    /// A town on a day of its own, with a booth for secret ballots: another process at another address over the same data.
    pub fn with_booth(day: &str) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
        let listen = format!("127.0.0.1:{port}");
        let mut house = Self::begun_beside(&["--today", day], &format!("http://{listen}"));
        let mut booth = Command::new(env!("CARGO_BIN_EXE_lianluo"));
        booth.args(["booth", "--listen", &listen, "--data"]).arg(house.folder.path().join("data"));
        house.booth = Some(booth.stdout(Stdio::null()).spawn().expect("the booth starts"));
        house
    }

    /// The same on a day of one's own, at ten in the morning.
    pub fn county_on(day: &str) -> Self {
        Self::begun(&["--size", "county", "--suggestions", "60", "--today", day])
    }

    fn begun(more: &[&str]) -> Self {
        Self::begun_beside(more, "")
    }

    fn begun_beside(more: &[&str], booth: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut program = started(folder.path(), more, booth);
        let address = address_of(&mut program);
        let text = std::fs::read(folder.path().join("accounts.json"));
        let text = text.expect("the accounts are written before the program serves");
        let file: Accounts = serde_json::from_slice(&text).expect("the accounts are listed");
        Self { program, booth: None, address, accounts: file.accounts, folder }
    }

    /// A later day dawns: the program is ended and started again on it, over the same data. Whoever was signed in signs in anew.
    pub fn dawns(&mut self, day: &str) {
        let ended = self.program.kill().and_then(|()| self.program.wait());
        assert!(ended.is_ok(), "the program could not be ended: {ended:?}");
        self.program = started(self.folder.path(), &["--today", day], "");
        self.address = address_of(&mut self.program);
    }

    /// The facts of a verb in the journal, as its export has them.
    pub fn facts(&self, verb: &str) -> Vec<serde_json::Value> {
        let mut program = Command::new(env!("CARGO_BIN_EXE_lianluo"));
        program.args(["journal", "export", "-", "--data"]).arg(self.folder.path().join("data"));
        let out = program.output().expect("the journal is exported");
        let text = String::from_utf8(out.stdout).expect("lines of text");
        let facts = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        facts.filter(|fact| fact.get("verb").and_then(serde_json::Value::as_str) == Some(verb)).collect()
    }

    /// Opens an account for somebody at a body, as the office of that body's own level would, and gives the code to hand over.
    pub fn account(&self, name: &str, duty: &str, body: &str) -> String {
        let mut program = Command::new(env!("CARGO_BIN_EXE_lianluo"));
        program.args(["account", "add", name, "--duty", duty, "--body", body, "--json", "--data"]);
        let out = program.arg(self.folder.path().join("data")).output().expect("the account is opened");
        let slip: serde_json::Value = serde_json::from_slice(&out.stdout).expect("a slip");
        slip.get("code").and_then(serde_json::Value::as_str).expect("a code").to_owned()
    }

    /// A code for an account that waits to be activated.
    pub fn code(&self, sign_in: &str) -> String {
        let data = self.folder.path().join("data");
        let words = ["account", "activate-code", sign_in, "--json", "--data"].map(Path::new);
        let slip: serde_json::Value =
            serde_json::from_str(&Self::runs(&[&words[..], &[data.as_path()]].concat()).0).expect("a slip");
        slip.get("code").and_then(serde_json::Value::as_str).expect("a code").to_owned()
    }

    /// Runs the program as on a machine of one's own; what it says, and what it says beside that.
    pub fn runs(words: &[&Path]) -> (String, String) {
        let out = Command::new(env!("CARGO_BIN_EXE_lianluo")).args(words).output().expect("the program runs");
        let [said, beside] = [out.stdout, out.stderr].map(|text| String::from_utf8(text).expect("text"));
        assert!(out.status.success(), "{words:?}: {} {said} {beside}", out.status);
        (said, beside)
    }

    /// What the JSON interface answers somebody.
    pub async fn asks(&self, who: &str, path: &str) -> serde_json::Value {
        self.tells(who, reqwest::Method::GET, path, serde_json::Value::Null).await
    }

    /// What it answers somebody who brings something.
    pub async fn tells(
        &self,
        who: &str,
        method: reqwest::Method,
        path: &str,
        body: serde_json::Value,
    ) -> serde_json::Value {
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        // The one thing written over here is a reply that is not there yet.
        let over = method == reqwest::Method::PUT;
        let request = http.request(method, format!("{}{path}", self.address)).bearer_auth(self.who(who).token);
        let request = if over { request.header("if-match", "\"0\"") } else { request };
        let answer = request.json(&body).send().await.expect("an answer");
        let status = answer.status();
        let text = answer.text().await.expect("its text");
        assert!(status.is_success(), "{path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// A suggestion of the deputy's, handed in; its page.
    pub async fn filed(&self, title: &str) -> String {
        self.filed_as(title, "一、现在的情况。二、问题出在哪里。三、请有关方面解决。").await
    }

    /// The same, with these words.
    pub async fn filed_as(&self, title: &str, body: &str) -> String {
        let deputy = self.asks("clerk", "/api/account").await;
        let congress = deputy.pointer("/posts/0/congress").cloned().expect("a congress");
        let sheet = serde_json::json!({ "title": title, "body": body, "source": "visits", "publish": true });
        let new = serde_json::json!({ "congress": congress, "sheet": sheet });
        let made = self.tells("deputy", reqwest::Method::POST, "/api/suggestions", new).await;
        let page = format!("/suggestions/{}", made.pointer("/id").and_then(serde_json::Value::as_str).expect("an id"));
        let path = format!("/api{page}/submission");
        self.tells("deputy", reqwest::Method::POST, &path, serde_json::Value::Null).await;
        page
    }

    /// The same, assigned to the unit of the demonstration's own accounts.
    pub async fn assigned(&self, title: &str) -> String {
        let page = self.filed(title).await;
        let accepted = serde_json::json!({ "category": "other", "number": true });
        self.tells("clerk", reqwest::Method::POST, &format!("/api{page}/acceptance"), accepted).await;
        let unit = self.asks("unit_head", "/api/account").await;
        let plan = serde_json::json!({ "way": "sole", "unit": unit.pointer("/posts/0/body") });
        self.tells("clerk", reqwest::Method::POST, &format!("/api{page}/assignments"), plan).await;
        page
    }

    /// The first account of a kind.
    pub fn who(&self, kind: &str) -> Who {
        let found = self.accounts.iter().find(|who| who.sign_in == kind);
        found.cloned().unwrap_or_else(|| panic!("the demonstration has no {kind}: {:?}", self.accounts))
    }
}

impl Drop for House {
    fn drop(&mut self) {
        for program in [Some(&mut self.program), self.booth.as_mut()].into_iter().flatten() {
            let ended = program.kill().and_then(|()| program.wait());
            assert!(ended.is_ok(), "the program could not be ended: {ended:?}");
        }
    }
}

/// The program over the data of that folder, made where there is none.
fn started(folder: &Path, more: &[&str], booth: &str) -> Child {
    let settings = folder.join("lianluo.toml");
    let with = [Path::new("--config"), settings.as_path()];
    std::fs::write(&settings, format!("booth = \"{booth}\"\n")).expect("the settings are written");
    Command::new(env!("CARGO_BIN_EXE_lianluo"))
        .args(["demo", "--seed", "7", "--listen", "127.0.0.1:0"])
        .args(if more.contains(&"--size") { &[] } else { &["--size", "town"][..] })
        .args(more)
        .arg("--data")
        .arg(folder.join("data"))
        .args(if booth.is_empty() { &[][..] } else { &with[..] })
        .arg("--accounts")
        .arg(folder.join("accounts.json"))
        .env("LIANLUO_CONFIG", town::laid(folder, more))
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("the program starts")
}

/// Reads the program's output up to the line that names its address.
fn address_of(program: &mut Child) -> String {
    let out = program.stdout.take().expect("the program's output");
    let began = Instant::now();
    let mut lines = BufReader::new(out).lines();
    while began.elapsed() < Duration::from_secs(120) {
        let Some(Ok(line)) = lines.next() else { panic!("the program ended before it served") };
        if let Some(at) = line.find("http://") {
            let rest: String = line[at..].chars().take_while(|c| !c.is_whitespace()).collect();
            std::thread::spawn(move || lines.for_each(drop));
            return rest.trim_end_matches('/').to_owned();
        }
    }
    panic!("the program did not serve within two minutes")
}
