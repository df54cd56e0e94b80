//! The real binary on a demonstration town of its own.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde::Deserialize;

/// The program, serving; ended when dropped.
pub struct House {
    program: Child,
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
        let folder = tempfile::tempdir().expect("a folder");
        let accounts = folder.path().join("accounts.json");
        let mut program = Command::new(env!("CARGO_BIN_EXE_lianluo"))
            .args(["demo", "--size", "town", "--seed", "7", "--listen", "127.0.0.1:0"])
            .arg("--data")
            .arg(folder.path().join("data"))
            .arg("--accounts")
            .arg(&accounts)
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program starts");
        let address = address_of(&mut program);
        let text = std::fs::read(&accounts).expect("the accounts are written before the program serves");
        let file: Accounts = serde_json::from_slice(&text).expect("the accounts are listed");
        Self { program, address, accounts: file.accounts, folder }
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

    /// What the JSON interface answers somebody.
    pub async fn asks(&self, who: &str, path: &str) -> serde_json::Value {
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        let request = http.get(format!("{}{path}", self.address)).bearer_auth(self.who(who).token);
        let text = request.send().await.expect("an answer").text().await.expect("its text");
        serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{path}: {problem}: {text}"))
    }

    /// The first account of a kind.
    pub fn who(&self, kind: &str) -> Who {
        let found = self.accounts.iter().find(|who| who.sign_in == kind);
        found.cloned().unwrap_or_else(|| panic!("the demonstration has no {kind}: {:?}", self.accounts))
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let ended = self.program.kill().and_then(|()| self.program.wait());
        assert!(ended.is_ok(), "the program could not be ended: {ended:?}");
    }
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
