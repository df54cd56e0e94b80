//! Rosters in and out by file, for whole counties, cities or the province at once.

use std::path::PathBuf;

use ::roster::cli;
use clap::Args;
use kernel::AreaCode;
use kit::{Problem, words::Lang};
use serde::Serialize;

use super::{Outcome, progress::Bar, say};
use crate::settings::Where;

/// Rows with something to say of them that are printed; all of them stand in the database until the import is done.
const SHOWN: i64 = 200;

/// Take a roster in from a spreadsheet (.xlsx or .csv)
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  lianluo import roster.xlsx --data /var/lib/lianluo             # look first: nothing is kept\n  \
                        lianluo import roster.xlsx --area 430121 --commit              # one congress\n  \
                        lianluo import province.csv --commit --leave-out-bad --json    # each row names its congress\n\
                        Exit code 1 when rows cannot be taken."
)]
pub struct Import {
    /// The file; its columns are those of the template on the import page
    file: PathBuf,
    /// Code of the area whose congress's roster it is; without it each row names its own
    #[arg(long, value_name = "CODE")]
    area: Option<AreaCode>,
    /// Keep the rows; without it the file is only checked
    #[arg(long)]
    commit: bool,
    /// Keep the good rows though there are bad ones
    #[arg(long)]
    leave_out_bad: bool,
    /// Print the outcome as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Where,
}

#[derive(Serialize)]
struct Report {
    rows: i64,
    bad: i64,
    kept: u64,
    notes: Vec<String>,
    said: Vec<RowSaid>,
}

#[derive(Serialize)]
struct RowSaid {
    row: i64,
    column: String,
    message: String,
    warning: bool,
}

impl Import {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let site = self.place.site().await?;
        cli::prepare(&site, self.area.as_ref()).await?;
        let bar = Bar::new("reading", 0);
        let staged = cli::stage(&site, &self.file, self.area.as_ref(), Lang::Chinese).await.map_err(words)?;
        let said = cli::said(&site, staged.id, SHOWN, Lang::Chinese).await?;
        let mut kept = 0;
        if self.commit && staged.ready && (staged.bad == 0 || self.leave_out_bad) {
            bar.note("checked", u64::try_from(staged.rows).unwrap_or(0));
            kept = cli::commit(&site, staged.id, self.leave_out_bad).await.map_err(words)?;
        }
        bar.done();
        let said = said.into_iter().map(|one| RowSaid {
            row: one.row,
            column: one.column,
            message: one.message,
            warning: one.warning,
        });
        let report = Report { rows: staged.rows, bad: staged.bad, kept, notes: staged.notes, said: said.collect() };
        if self.json {
            say(serde_json::to_string_pretty(&report)?);
        } else {
            report.print();
        }
        let whole = report.bad == 0 && staged.ready;
        Ok(if whole || report.kept > 0 { Outcome::Done } else { Outcome::No })
    }
}

impl Report {
    fn print(&self) {
        for note in &self.notes {
            say(note);
        }
        for one in &self.said {
            let mark = if one.warning { "look" } else { "BAD " };
            say(format_args!("{mark}  row {} {}: {}", one.row, one.column, one.message));
        }
        say(format_args!("{} rows read, {} cannot be taken, {} kept", self.rows, self.bad, self.kept));
    }
}

/// Send the deputies in office of an area and inside it out to a spreadsheet
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  lianluo export deputies.xlsx --area 4301 --data /var/lib/lianluo\nContact data never goes out."
)]
pub struct Export {
    /// The file to write: .xlsx or .csv
    file: PathBuf,
    /// Code of the area
    #[arg(long, value_name = "CODE", default_value = "43")]
    area: AreaCode,
    #[command(flatten)]
    place: Where,
}

impl Export {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let site = self.place.site().await?;
        let bar = Bar::new("writing", 0);
        let rows = cli::export(&site, &self.area, &self.file, Lang::Chinese).await?;
        bar.done();
        say(format_args!("{rows} rows written to {}", self.file.display()));
        Ok(Outcome::Done)
    }
}

/// A problem in words for a terminal.
fn words(problem: Problem) -> anyhow::Error {
    match problem {
        Problem::Refused(refused) => anyhow::anyhow!("{}", Lang::Chinese.refusal(&refused)),
        Problem::Fault(fault) => fault.into(),
        other => anyhow::anyhow!("{other:?}"),
    }
}
