//! The stages, in order: the quick ones first.

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
pub const STAGES: [Stage; 8] = [
    quick("fmt", "every file is formatted", |g| must(g.cargo().args(["fmt", "--all", "--check"]))),
    quick("architecture", "the arrow, the tables, the ceilings, crates nobody uses", |_| crate::architecture()),
    quick("words", "the sentences of both languages", |_| crate::words()),
    quick("clippy", "no warning in any target", |g| {
        must(g.cargo().args(["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"]))
    }),
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
    slow("api", "the JSON API answers as its document says, to a client of another language", super::api::check),
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
