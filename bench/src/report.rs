//! The figures, as a table for people and as JSON for programs.

use std::fmt;

use serde::Serialize;

use crate::{Wanted, load::Round};

/// A machine on which others take more than this of a processor is noisy: then only processor time is to be compared.
const QUIET: f64 = 0.2;

/// Everything that was measured in one run.
#[derive(Debug, Serialize)]
pub struct Report {
    engine: &'static str,
    suggestions: u64,
    people: u64,
    processors: usize,
    works: Vec<Row>,
    notes: Vec<Note>,
}

#[derive(Debug, Serialize)]
struct Note {
    what: String,
    figure: String,
}

/// Median, least and most of three rounds.
#[derive(Clone, Copy, Debug, Serialize)]
struct Spread {
    median: f64,
    least: f64,
    most: f64,
}

#[derive(Debug, Serialize)]
struct Row {
    work: String,
    visitors: usize,
    cpu_ms: Spread,
    per_second: Spread,
    p50_ms: Spread,
    p99_ms: Spread,
    max_ms: f64,
    others: Spread,
    noisy: bool,
    bytes: u64,
    /// What the bare engine takes for it.
    bare: Option<Bare>,
}

#[derive(Debug, Serialize)]
struct Bare {
    cpu_ms: Spread,
    ratio: f64,
}

impl Spread {
    fn of(rounds: &[Round], take: fn(&Round) -> f64) -> Self {
        let mut values: Vec<f64> = rounds.iter().map(take).collect();
        values.sort_by(f64::total_cmp);
        let at = |place: usize| values.get(place).copied().unwrap_or(0.0);
        Self { median: at(values.len() / 2), least: at(0), most: at(values.len().saturating_sub(1)) }
    }
}

impl Report {
    /// An empty one for this run.
    pub fn begin(wanted: &Wanted) -> Self {
        Self {
            engine: if wanted.postgres.is_some() { "PostgreSQL" } else { "SQLite" },
            suggestions: wanted.suggestions,
            people: wanted.people,
            processors: std::thread::available_parallelism().map_or(1, usize::from),
            works: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Keeps a work, and shows it at once. `bare` are the rounds of the bare engine.
    pub fn work(&mut self, work: &str, visitors: usize, rounds: &[Round], bare: Option<&[Round]>) {
        let cpu_ms = Spread::of(rounds, |round| round.cpu_ms);
        let others = Spread::of(rounds, |round| round.others);
        let bare = bare.map(|bare| {
            let bare = Spread::of(bare, |round| round.cpu_ms);
            Bare { cpu_ms: bare, ratio: cpu_ms.median / bare.median }
        });
        let row = Row {
            work: work.to_owned(),
            visitors,
            cpu_ms,
            per_second: Spread::of(rounds, |round| round.per_second),
            p50_ms: Spread::of(rounds, |round| round.p50),
            p99_ms: Spread::of(rounds, |round| round.p99),
            max_ms: rounds.iter().map(|round| round.max).fold(0.0, f64::max),
            others,
            noisy: others.most > QUIET,
            bytes: rounds.first().map_or(0, |round| round.bytes),
            bare,
        };
        println!("{row}");
        self.works.push(row);
    }

    /// Keeps a single figure, and shows it at once.
    pub fn note(&mut self, what: &str, figure: &str) {
        println!("{what}: {figure}");
        self.notes.push(Note { what: what.to_owned(), figure: figure.to_owned() });
    }

    /// All of it as JSON.
    pub fn json(&self) -> anyhow::Result<String> {
        Ok(serde_json::to_string_pretty(self)?)
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3} ({:.3}–{:.3})", self.median, self.least, self.most)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { work, visitors, cpu_ms, per_second, p50_ms, p99_ms, max_ms, others, .. } = self;
        write!(f, "| {work} | {visitors} | {cpu_ms} | ")?;
        match &self.bare {
            Some(bare) => write!(f, "{:.3} | {:.1} | ", bare.cpu_ms.median, bare.ratio)?,
            None => write!(f, "– | – | ")?,
        }
        write!(
            f,
            "{:.0} | {:.2} / {:.2} / {max_ms:.1} | {} | ",
            per_second.median, p50_ms.median, p99_ms.median, self.bytes
        )?;
        write!(f, "{:.2}{} |", others.median, if self.noisy { " noisy" } else { "" })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { engine, suggestions, processors, .. } = self;
        writeln!(f, "{engine}, {suggestions} suggestions, {processors} processors\n")?;
        writeln!(
            f,
            "| work | at once | CPU ms, median (min–max) | bare CPU ms | ratio | a second | p50 / p99 / max ms | bytes | others |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|---|---|---|")?;
        for row in &self.works {
            writeln!(f, "{row}")?;
        }
        writeln!(f, "\n| what | figure |\n|---|---|")?;
        for Note { what, figure } in &self.notes {
            writeln!(f, "| {what} | {figure} |")?;
        }
        Ok(())
    }
}
