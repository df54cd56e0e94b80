//! Areas and rosters in, rosters out by file, for whole counties, cities or the province at once.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use ::roster::{cli, seed::shipped_areas};
use clap::{Args, Subcommand};
use kernel::AreaCode;
use kit::{
    Fault, Problem,
    sheets::{Kind, Progress},
    words::Lang,
};
use serde::Serialize;

use super::{
    Outcome,
    progress::Bar,
    say,
    tongue::{lang, misused, t, tf},
};
use crate::settings::Where;

/// Rows with something to say of them that are printed; all of them stand in the database until the import is done.
const SHOWN: i64 = 200;

/// Take in the areas with the bodies the law gives them, or a roster from a spreadsheet (.xlsx or .csv)
#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "Examples:\n  lianluo import areas --data /var/lib/lianluo                   # a new installation begins so\n  \
                        lianluo import roster.xlsx --data /var/lib/lianluo             # look first: no row is kept\n  \
                        lianluo import roster.xlsx --area 430121 --commit              # one congress\n  \
                        lianluo import province.csv --commit --leave-out-bad --json    # each row names its congress\n\
                        Exit code 1 when rows cannot be taken."
)]
pub struct Import {
    #[command(subcommand)]
    what: Option<What>,
    /// The file; its columns are those of the template on the import page
    #[arg(required = true)]
    file: Option<PathBuf>,
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

/// What can be taken in besides a roster.
#[derive(Subcommand, Debug)]
enum What {
    Areas(Areas),
}

/// Take in the areas and villages of Hunan, and found the bodies the law gives them; may be run again
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  lianluo import areas --data /var/lib/lianluo                  # the province\n  \
                        lianluo import areas --area 430121 --data /var/lib/lianluo    # bodies of one county and its towns")]
struct Areas {
    /// Found bodies inside this area alone; areas and villages are taken in whole
    #[arg(long, value_name = "CODE")]
    area: Option<AreaCode>,
    /// Print the outcome as JSON
    #[arg(long)]
    json: bool,
}

impl Areas {
    async fn run(self, place: &Where) -> anyhow::Result<Outcome> {
        known(self.area.as_ref())?;
        let site = place.made().await?;
        let bar = Bar::new(t("cli-bar-areas"), 0);
        let made = cli::prepare(&site, self.area.as_ref()).await?;
        bar.done();
        let (areas, villages, bodies) = (made.areas, made.villages, made.bodies);
        if self.json {
            say(serde_json::json!({"areas": areas, "villages": villages, "bodies": bodies}));
        } else {
            let [areas, villages, bodies] = [areas, villages, bodies].map(|count| count.to_string());
            say(tf("cli-areas-new", [("areas", areas), ("villages", villages), ("bodies", bodies)]));
        }
        Ok(Outcome::Done)
    }
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
        match (self.what, self.file) {
            (Some(What::Areas(areas)), _) => areas.run(&self.place).await,
            (None, Some(file)) => Self { what: None, file: None, ..self }.roster(&file).await,
            (None, None) => Err(misused("cli-import-file").into()),
        }
    }

    async fn roster(self, file: &Path) -> anyhow::Result<Outcome> {
        File::open(file).map_err(|error| Fault::place("kit-mend-file-unreadable", file.display(), error))?;
        if !file.is_file() {
            return Err(misused("cli-import-file").into());
        }
        known(self.area.as_ref())?;
        let site = self.place.made().await?;
        cli::prepare(&site, self.area.as_ref()).await?;
        let bar = Bar::new(t("cli-bar-reading"), 0);
        let staged = cli::stage(&site, file, self.area.as_ref(), lang()).await.map_err(words)?;
        let said = cli::said(&site, staged.id, SHOWN, lang()).await?;
        bar.done();
        let mut kept = 0;
        if self.commit && staged.ready && (staged.bad == 0 || self.leave_out_bad) {
            let bar = Bar::new(t("cli-bar-keeping"), u64::try_from(staged.rows - staged.bad)?);
            let done = || Progress::of(&site, staged.id).map(|progress| progress.done());
            kept = bar.watch(cli::commit(&site, staged.id, self.leave_out_bad), done).await.map_err(words)?;
        }
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
            let key = if one.warning { "cli-import-look" } else { "cli-import-bad" };
            let values = [("row", one.row.to_string()), ("column", one.column.clone()), ("said", one.message.clone())];
            say(tf(key, values));
        }
        let values = [("rows", self.rows.to_string()), ("bad", self.bad.to_string()), ("kept", self.kept.to_string())];
        say(tf("cli-import-sum", values));
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
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Where,
}

impl Export {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let ending = self.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if Kind::parse(ending).is_none() {
            return Err(misused("cli-export-ending").into());
        }
        known(Some(&self.area))?;
        let site = self.place.site().await?;
        let bar = Bar::new(t("cli-bar-writing"), 0);
        let rows = cli::export(&site, &self.area, &self.file, Lang::Chinese).await?;
        bar.done();
        let place = self.file.display().to_string();
        if self.json {
            say(serde_json::json!({ "rows": rows, "file": place }));
        } else {
            say(tf("cli-export-done", [("rows", rows.to_string()), ("place", place)]));
        }
        Ok(Outcome::Done)
    }
}

/// Nothing where there is such an area or none is named: a slip in a code would otherwise do nothing, or little, unseen.
fn known(area: Option<&AreaCode>) -> anyhow::Result<()> {
    let Some(code) = area else { return Ok(()) };
    let known = shipped_areas()?.iter().any(|area| area.code == *code);
    if known { Ok(()) } else { Err(misused("cli-no-area").with("code", code).into()) }
}

/// A problem as an error of the command: a refusal keeps its sentence.
fn words(problem: Problem) -> anyhow::Error {
    match problem {
        Problem::Refused(refused) => refused.into(),
        Problem::Fault(fault) => fault.into(),
        other => anyhow::anyhow!("{other:?}"),
    }
}
