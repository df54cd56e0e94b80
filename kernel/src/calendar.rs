//! The State Council's calendar: weekends, holidays and make-up working days (调休).

use std::{collections::BTreeMap, fmt};

use serde::Serialize;

use crate::Day;

const STATE_COUNCIL: &str = include_str!("../data/working-days.csv");

/// A day that a document took out of, or put into, the working week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exception {
    /// Whether people work on that day.
    pub working: bool,
    /// The occasion, in Chinese: 春节.
    pub occasion: String,
    /// The document that says so.
    pub source: String,
}

/// What kind of day it is, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum DayKind<'a> {
    /// Monday to Friday and nothing said against it.
    Workday,
    /// Saturday or Sunday and nothing said against it.
    Weekend,
    /// Off by a document.
    Holiday(&'a Exception),
    /// Worked by a document, to make up for a holiday.
    MakeUp(&'a Exception),
}

/// Which days are worked. Beyond the years somebody has published, weekends only.
#[derive(Clone, Debug, Default)]
pub struct WorkingCalendar {
    exceptions: BTreeMap<Day, Exception>,
}

/// A line of a calendar file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

impl WorkingCalendar {
    /// The calendars the State Council published for 2023 to 2026.
    ///
    /// # Errors
    /// Never with the data shipped; the signature is that of [`WorkingCalendar::extended`].
    pub fn state_council() -> Result<Self, CalendarError> {
        Self::default().extended(STATE_COUNCIL)
    }

    /// This calendar with the lines of a file laid over it: `day,off|work,occasion,source`, first line is the header.
    ///
    /// # Errors
    /// Names the first line that is not of that form.
    pub fn extended(mut self, file: &str) -> Result<Self, CalendarError> {
        for (at, line) in file.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty()) {
            let (day, exception) = read_line(line).map_err(|problem| CalendarError { line: at + 1, problem })?;
            self.exceptions.insert(day, exception);
        }
        Ok(self)
    }

    /// What kind of day it is, and by which document.
    #[must_use]
    pub fn kind(&self, day: Day) -> DayKind<'_> {
        match self.exceptions.get(&day) {
            Some(exception) if exception.working => DayKind::MakeUp(exception),
            Some(exception) => DayKind::Holiday(exception),
            None if day.weekday() >= 6 => DayKind::Weekend,
            None => DayKind::Workday,
        }
    }

    /// Whether people work on that day.
    #[must_use]
    pub fn works(&self, day: Day) -> bool {
        matches!(self.kind(day), DayKind::Workday | DayKind::MakeUp(_))
    }

    /// Whether anybody has published the calendar of that year; otherwise only weekends are known.
    #[must_use]
    pub fn knows_year(&self, year: i16) -> bool {
        // The last days of December may belong to the notice of the year that follows.
        let of_year =
            |late: bool| self.exceptions.keys().any(|day| day.parts().0 == year && (day.parts().1 > 2) == late);
        of_year(false) && of_year(true)
    }

    /// The days that documents moved, in order.
    pub fn exceptions(&self) -> impl Iterator<Item = (Day, &Exception)> {
        self.exceptions.iter().map(|(day, exception)| (*day, exception))
    }
}

fn read_line(line: &str) -> Result<(Day, Exception), String> {
    let fields: Vec<&str> = line.split(',').map(str::trim).collect();
    let [day, kind, occasion, source] = fields.as_slice() else {
        return Err(format!("has {} fields, four are needed: day, off or work, occasion, source", fields.len()));
    };
    let day: Day = day.parse().map_err(|error: crate::DayError| error.to_string())?;
    let working = match *kind {
        "off" => false,
        "work" => true,
        other => return Err(format!("`{other}` is neither `off` nor `work`")),
    };
    if occasion.is_empty() || source.is_empty() {
        return Err("occasion and source must both be named".to_owned());
    }
    Ok((day, Exception { working, occasion: (*occasion).to_owned(), source: (*source).to_owned() }))
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}
impl std::error::Error for CalendarError {}
