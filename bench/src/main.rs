//! The works W1 to W7 of the fixed suite, driven over HTTP against the program that serves, each beside the bare engine in
//! the same run. Not a part of the tests: it asserts what is answered, never how fast.

#![expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a bench counts in fractions and prints what it measured"
)]

mod bare;
mod engine;
mod load;
mod meter;
mod report;
mod served;
mod table;
mod visitor;
mod works;

use std::path::PathBuf;

use anyhow::Context;
use clap::{Parser, ValueEnum};

use report::Report;

/// Measure the works W1 to W7 of the fixed suite, each beside the bare engine
#[derive(Parser, Clone, Debug)]
#[command(after_help = "Example:\n  cargo build --release && cargo run --release -p bench\n  \
    cargo run --release -p bench -- --suggestions 1000000 --only list,search --json figures.json\n  \
    cargo run --release -p bench -- --postgres postgres://postgres@127.0.0.1/bench\n\n\
    The database is filled when it is empty and kept for the next run. Nothing but 127.0.0.1 is asked.")]
pub struct Wanted {
    /// The program to measure [default: `lianluo` beside this program]
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Where databases, indexes and workbooks are kept between runs; needs 15 GB for a million on SQLite
    #[arg(long, value_name = "DIR", default_value = "target/bench-data")]
    folder: PathBuf,
    /// Measure on this empty or earlier filled PostgreSQL database instead of SQLite
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
    /// Suggestions, all of them in the province's congress, beside 145,000 deputies
    #[arg(long, value_name = "N", default_value_t = 200_000)]
    suggestions: u64,
    /// Rows of the roster that goes in and out
    #[arg(long, value_name = "N", default_value_t = 145_000)]
    people: u64,
    /// Which works
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Work::List, Work::Detail, Work::Create, Work::Search, Work::Statistics, Work::Roster])]
    only: Vec<Work>,
    /// Seconds of each of the three rounds
    #[arg(long, value_name = "N", default_value_t = 4)]
    seconds: u32,
    /// How many times faster than the clock the hour of the peak goes by
    #[arg(long, value_name = "N", default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..=120))]
    pace: u32,
    /// Write the figures to this file as JSON too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Only answer every request with so many bytes: what a bare axum does; the bench starts itself this way
    #[arg(long, hide = true, value_name = "BYTES")]
    answer: Option<usize>,
}

/// One work of the suite.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Work {
    /// W1: stage and category, newest first, page 1 to 10, with the exact total
    List,
    /// W2: one suggestion with its history, as JSON and as a page
    Detail,
    /// W3: a new draft, kept on disk before it is answered
    Create,
    /// W4: a phrase in title and text, with the exact total and the newest 25
    Search,
    /// W6: suggestions that wait are handed over, one by one and 500 in one action; uses them up
    Handover,
    /// W7: the sums of the handling, of one congress and of all below it
    Statistics,
    /// W5: a roster in from CSV and XLSX, and out to XLSX
    Roster,
    /// W5 in the site that holds the suggestions; once for each filling, for the roster stays there
    RosterAmongOthers,
    /// Rosters of a year for 145,000 deputies in 4,400 stations, by the rules alone; nothing is filled or served
    DutyRoster,
    /// How often the hint for a unit names the unit that replied
    Hints,
    /// Secret ballots: sealed, let in, verified, added up to 145,000 and opened; needs no server
    Ballots,
    /// A secret ballot of a thousand and of three thousand phones, against the serving program and its booth, on SQLite
    Hall,
    /// A year of 200,000 opinions of constituents: the office's list, one opinion, and what a poster leads to
    Voices,
    /// What a poster leads to on a slow phone, in a real browser: bytes on the wire, first paint; needs chromedriver
    Phone,
    /// Two thousand people at once in a session; what is alike, the hint and the task list timed
    Session,
    /// An hour's peak: 2,400 suggestions handed in, 20,000 replies delivered; uses up the replies that are owed
    Peak,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let wanted = Wanted::parse();
    if let Some(bytes) = wanted.answer {
        return bare::answer(bytes).await;
    }
    let mut report = Report::begin(&wanted);
    if wanted.only.contains(&Work::DutyRoster) {
        works::duty::measure(&mut report)?;
    }
    if wanted.only.contains(&Work::Ballots) {
        works::ballots::measure(&mut report)?;
    }
    if wanted.only.contains(&Work::Hall) {
        works::hall::measure(&wanted, &mut report).await?;
    }
    if wanted.only.iter().any(|work| !matches!(work, Work::Ballots | Work::Hall | Work::DutyRoster)) {
        over_a_site(&wanted, &mut report).await?;
    }
    if let Some(file) = &wanted.json {
        std::fs::write(file, report.json()?).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    println!("\n{report}");
    Ok(())
}

/// The works that are asked of the program that serves.
async fn over_a_site(wanted: &Wanted, report: &mut Report) -> anyhow::Result<()> {
    let site = served::Place::of(wanted)?;
    site.fill(wanted, report)?;
    if wanted.only.iter().any(|work| {
        !matches!(work, Work::Roster | Work::RosterAmongOthers | Work::Ballots | Work::Hall | Work::DutyRoster)
    }) {
        works::over_suggestions(wanted, &site, report).await?;
    }
    if wanted.only.contains(&Work::RosterAmongOthers) {
        works::roster::measure_among_others(wanted, &site, report).await?;
    }
    if wanted.only.contains(&Work::Roster) {
        works::roster::measure(wanted, report).await?;
    }
    Ok(())
}
