//! The stages, in order: the quick ones first.

use std::{collections::BTreeSet, process::Stdio};

use serde_json::Value;

use super::{Ground, must, told};

/// One stage. To add one, add a line to [`STAGES`]; what it needs on the machine stands in `needs.rs`.
pub struct Stage {
    /// What `--only` and `--skip` call it.
    pub name: &'static str,
    /// What it shows.
    pub what: &'static str,
    /// Whether it wants the throw-away PostgreSQL.
    pub postgres: bool,
    /// Whether it runs with `--full` alone.
    pub slow: bool,
    /// Runs it.
    pub run: fn(&Ground) -> Result<(), String>,
}

/// How all tests are built and run: whatever another stage builds as well is built once. Libraries without tests inside are not built once more
/// for them, and examples are clippy's to look at.
pub const TESTS: [&str; 4] = ["test", "--workspace", "--locked", "--tests"];

/// All stages.
pub const STAGES: [Stage; 9] = [
    quick("fmt", "every file is formatted", |g| must(g.cargo().args(["fmt", "--all", "--check"]))),
    quick("architecture", "the arrow, the tables, the ceilings, crates nobody uses", |_| crate::architecture()),
    quick("words", "the sentences of both languages", |_| crate::words()),
    quick("clippy", "no warning in any target", clippy),
    quick("doc", "the documentation builds without a warning", |g| {
        let mut cargo = g.cargo();
        cargo.env("RUSTDOCFLAGS", "-D warnings");
        must(cargo.args(["doc", "--workspace", "--no-deps", "--document-private-items", "--locked", "--quiet"]))
    }),
    Stage {
        name: "tests",
        what: "every test, those of data on SQLite and PostgreSQL",
        postgres: true,
        slow: false,
        run: |g| {
            let mut cargo = g.cargo();
            let asked = if g.tests.is_empty() { &TESTS[..] } else { &["test", "--locked"] };
            told::tests(cargo.args(asked).arg("--no-fail-fast").args(&g.tests))?;
            if g.tests.is_empty() { examples_of_documents(g) } else { Ok(()) }
        },
    },
    quick("pages", "every page: links, markup, accessibility, what a browser says", super::pages::check),
    quick("api", "the JSON API answers as its document says, to a client of another language", super::api::check),
    slow("deny", "licences, doubled crates and sources, by cargo-deny", |g| {
        super::needs::tool(g, "cargo-deny")?;
        must(g.cargo().args(["deny", "--all-features", "check", "bans", "licenses", "sources"]))
    }),
];

const fn quick(name: &'static str, what: &'static str, run: fn(&Ground) -> Result<(), String>) -> Stage {
    Stage { name, what, postgres: false, slow: false, run }
}

const fn slow(name: &'static str, what: &'static str, run: fn(&Ground) -> Result<(), String>) -> Stage {
    Stage { name, what, postgres: false, slow: true, run }
}

/// The code in documentation comments of libraries, where there is any: to look for it, rustdoc would read every crate once more.
fn examples_of_documents(ground: &Ground) -> Result<(), String> {
    let marks = |line: &str| {
        let line = line.trim_start();
        let words = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")).map(str::trim_start);
        words.is_some_and(|words| words == "```" || words.starts_with("```rust"))
    };
    let house = crate::house::House::read()?;
    let mut sources = house.ending(".rs").filter(|file| !file.path.contains("/examples/"));
    if sources.any(|file| file.text.lines().any(marks)) {
        must(ground.cargo().args(["test", "--workspace", "--locked", "--doc"]))
    } else {
        Ok(())
    }
}

/// Every warning of every crate: turned into errors, the first crate's would hide those of all that use it.
fn clippy(ground: &Ground) -> Result<(), String> {
    let mut cargo = ground.cargo();
    cargo.args(["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--message-format", "json"]);
    let out = cargo.stderr(Stdio::inherit()).output().map_err(|e| format!("cargo clippy: {e}"))?;
    let messages =
        out.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    let told: BTreeSet<String> =
        messages.filter_map(|message| message.pointer("/message/rendered")?.as_str().map(str::to_owned)).collect();
    match told.len() {
        0 if out.status.success() => Ok(()),
        0 => Err(format!("cargo clippy: {}", out.status)),
        warnings => {
            let told: String = told.into_iter().collect();
            eprint!("{told}");
            Err(format!("{warnings} warnings\n{told}"))
        }
    }
}
