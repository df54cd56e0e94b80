//! The stages, in order: the quick ones first.

use std::{collections::BTreeSet, process::Stdio};

use serde_json::Value;

use super::{Ground, must};

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
            cargo.args(["test", "--locked", "--no-fail-fast"]);
            must(if g.tests.is_empty() { cargo.arg("--workspace") } else { cargo.args(&g.tests) })
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

/// Every warning of every crate: turned into errors, the first crate's would hide those of all that use it.
fn clippy(ground: &Ground) -> Result<(), String> {
    let mut cargo = ground.cargo();
    cargo.args(["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--message-format", "json"]);
    let out = cargo.stderr(Stdio::inherit()).output().map_err(|e| format!("cargo clippy: {e}"))?;
    let messages =
        out.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    let told: BTreeSet<String> =
        messages.filter_map(|message| message.pointer("/message/rendered")?.as_str().map(str::to_owned)).collect();
    match told.iter().map(|text| eprint!("{text}")).count() {
        0 if out.status.success() => Ok(()),
        0 => Err(format!("cargo clippy: {}", out.status)),
        warnings => Err(format!("{warnings} warnings")),
    }
}
