//! The command line. Each command is one small file; exit codes: 0 done, 1 the answer is no, 2 wrong use or a place that cannot be used (the
//! sentence says what to do), 70 a fault of the program. Every sentence stands in the locale files: `tongue` chooses the language.

mod account;
mod backup;
mod ballot;
mod booth;
mod calendar;
mod demo;
mod doctor;
mod help;
mod jobs;
mod journal;
mod law;
mod migrate;
mod progress;
mod roster;
mod serve;
#[cfg(test)]
mod tests;
mod token;
mod tongue;
mod trustee;
mod webhook;

pub use help::asked;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// 联络 Lianluo: elections and appointments, liaison with deputies, bills and suggestions of people's congresses.
#[derive(Parser, Debug)]
#[command(name = "lianluo", version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    Serve(serve::Serve),
    Demo(demo::Demo),
    Migrate(migrate::Migrate),
    Journal(journal::Journal),
    Calendar(calendar::Calendar),
    Backup(backup::Backup),
    Restore(backup::Restore),
    Doctor(doctor::Doctor),
    Account(account::Account),
    Token(token::Token),
    Webhook(webhook::Webhook),
    Jobs(jobs::Jobs),
    Law(law::Law),
    Ballot(ballot::Ballot),
    Booth(booth::Booth),
    Trustee(trustee::Trustee),
    Import(roster::Import),
    Export(roster::Export),
}

/// What a command came to: done, or an answer that is not a fault.
pub enum Outcome {
    /// Exit code 0.
    Done,
    /// Exit code 1.
    No,
    /// Exit code 2: what was asked cannot be asked so; the message says what can.
    Misused,
}

/// Runs one command and turns its outcome into an exit code.
pub async fn run(cli: Cli) -> ExitCode {
    let outcome = match cli.command {
        Command::Serve(it) => it.run().await,
        Command::Demo(it) => it.run().await,
        Command::Migrate(it) => it.run().await,
        Command::Journal(it) => it.run().await,
        Command::Calendar(it) => it.run().await,
        Command::Backup(it) => it.run().await,
        Command::Restore(it) => it.run().await,
        Command::Doctor(it) => it.run().await,
        Command::Account(it) => it.run().await,
        Command::Token(it) => it.run().await,
        Command::Webhook(it) => it.run().await,
        Command::Jobs(it) => it.run().await,
        Command::Law(it) => it.run(),
        Command::Ballot(it) => it.run(),
        Command::Booth(it) => it.run().await,
        Command::Trustee(it) => it.run(),
        Command::Import(it) => it.run().await,
        Command::Export(it) => it.run().await,
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Ok(Outcome::Misused) => ExitCode::from(2),
        Err(error) => {
            let (sentence, code) = tongue::told(&error, tongue::lang());
            complain(sentence);
            ExitCode::from(code)
        }
    }
}

/// Says on the error stream what is the matter.
pub fn complain(sentence: impl std::fmt::Display) {
    eprintln!("lianluo: {sentence}");
}

/// Prints a line for people or programs; a closed pipe ends the command quietly.
pub fn say(line: impl std::fmt::Display) {
    use std::io::Write;
    if let Err(error) = writeln!(std::io::stdout(), "{line}") {
        std::process::exit(if error.kind() == std::io::ErrorKind::BrokenPipe { 0 } else { 2 });
    }
}

/// What a program reads as one JSON array, printed as it comes: a list may be long.
pub struct Array {
    begun: bool,
}

impl Array {
    /// Nothing is printed yet.
    pub const fn new() -> Self {
        Self { begun: false }
    }

    /// Prints one item.
    pub fn item(&mut self, value: &serde_json::Value) {
        let before = if std::mem::replace(&mut self.begun, true) { "," } else { "[" };
        say(format_args!("{before}{value}"));
    }

    /// Prints the end; an empty list is an empty array.
    pub fn end(self) {
        say(if self.begun { "]" } else { "[]" });
    }
}
