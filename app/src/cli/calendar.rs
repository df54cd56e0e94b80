use clap::Args;
use kernel::{Day, DayKind, WorkingCalendar};
use kit::Fault;
use serde::Serialize;

use super::{
    Outcome, say,
    tongue::{misused, t, tf},
};
use crate::settings::Where;

/// Show every day of a year: whether it is worked, and why
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  lianluo calendar 2026\n  lianluo calendar 2025 --json\n  \
                        lianluo calendar 2027 --with 2027.csv   # lines: day,off|work,occasion,source\n  \
                        lianluo calendar 2027 --import 2027.csv --data /var/lib/lianluo   # keep it")]
pub struct Calendar {
    /// The year
    #[arg(value_parser = clap::value_parser!(i16).range(1990..=2100))]
    year: i16,
    /// Print one JSON list of 365 or 366 days
    #[arg(long)]
    json: bool,
    /// Lay a file of published days over the calendar shipped
    #[arg(long, value_name = "FILE")]
    with: Option<std::path::PathBuf>,
    /// Keep a file of published days in the database; a running program takes it up within a minute and counts open due days again
    #[arg(long, value_name = "FILE")]
    import: Option<std::path::PathBuf>,
    #[command(flatten)]
    place: Where,
}

#[derive(Serialize)]
struct Line<'a> {
    day: Day,
    weekday: i8,
    working: bool,
    why: &'static str,
    occasion: Option<&'a str>,
    source: Option<&'a str>,
    published: bool,
}

impl Calendar {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let mut calendar = WorkingCalendar::state_council()?;
        if self.place.data.is_some() || self.place.config.is_some() {
            let site = if self.import.is_some() { self.place.made().await? } else { self.place.site().await? };
            if let Some(file) = &self.import {
                let count = kit::calendar::import(&site, &read(file)?).await?;
                eprintln!("{}", tf("cli-calendar-kept", [("count", count.to_string())]));
            }
            calendar = (*site.calendar()).clone();
        } else if self.import.is_some() {
            return Err(misused("cli-calendar-where").into());
        }
        if let Some(file) = &self.with {
            calendar = kit::calendar::read(&calendar, &read(file)?)?;
        }
        let lines = days(self.year).map(|day| line(&calendar, day)).collect::<Vec<_>>();
        if self.json {
            say(serde_json::to_string(&lines)?);
            return Ok(Outcome::Done);
        }
        if !calendar.knows_year(self.year) {
            eprintln!("{}", tf("cli-calendar-unknown", [("year", self.year.to_string())]));
        }
        for line in &lines {
            let word = if line.working { t("cli-calendar-work") } else { t("cli-calendar-off") };
            let why = t(&format!("cli-calendar-why-{}", line.why));
            let occasion = line.occasion.unwrap_or("");
            let source = line.source.unwrap_or("");
            say(format!("{} {} {word} {why} {occasion} {source}", line.day, line.weekday).trim_end());
        }
        let worked = lines.iter().filter(|line| line.working).count();
        eprintln!("{}", tf("cli-calendar-sum", [("worked", worked.to_string()), ("days", lines.len().to_string())]));
        Ok(Outcome::Done)
    }
}

/// A file as text, or why it cannot be.
fn read(file: &std::path::Path) -> Result<String, Fault> {
    std::fs::read_to_string(file).map_err(|error| Fault::place("kit-mend-file-unreadable", file.display(), error))
}

fn days(year: i16) -> impl Iterator<Item = Day> {
    std::iter::successors(Day::new(year, 1, 1), |day| Some(day.plus_days(1)))
        .take_while(move |day| day.parts().0 == year)
}

fn line(calendar: &WorkingCalendar, day: Day) -> Line<'_> {
    let (why, exception) = match calendar.kind(day) {
        DayKind::Workday => ("workday", None),
        DayKind::Weekend => ("weekend", None),
        DayKind::Holiday(exception) => ("holiday", Some(exception)),
        DayKind::MakeUp(exception) => ("make-up", Some(exception)),
    };
    Line {
        day,
        weekday: day.weekday(),
        working: calendar.works(day),
        why,
        occasion: exception.map(|e| e.occasion.as_str()),
        source: exception.map(|e| e.source.as_str()),
        published: calendar.knows_year(day.parts().0),
    }
}
