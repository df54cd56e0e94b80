//! 放假安排: the days of a published calendar as people have them: pasted from a table, or as a file of lines.

use kernel::Day;

/// One day that a notice takes out of, or puts into, the working week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub day: Day,
    /// Whether people work on it (调休上班).
    pub working: bool,
    /// The occasion: 春节.
    pub occasion: String,
    /// The document that says so.
    pub source: String,
}

/// Why a day cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A line is not day, off or work, occasion, document. Lines count from 1.
    Line(usize),
    /// There are no days, or more than [`MOST_DAYS`].
    Count,
}

/// Most days of one import: a year and its borders.
pub const MOST_DAYS: usize = 400;

impl Published {
    /// One day from its four words.
    #[must_use]
    pub fn read([day, kind, occasion, source]: [&str; 4]) -> Option<Self> {
        let day: Day = day.trim().parse().ok().filter(|day: &Day| (1990..=2100).contains(&day.parts().0))?;
        let working = match kind.trim() {
            "off" | "休" | "放假" => false,
            "work" | "班" | "上班" => true,
            _ => return None,
        };
        let (occasion, source) = (plain(occasion, 40)?, plain(source, 100)?);
        Some(Self { day, working, occasion, source })
    }

    /// The days of a text: one a line, four words apart by commas or, as spreadsheets give them, tabs. A first line of headings is
    /// passed over.
    ///
    /// # Errors
    /// Names the first line that cannot be read, or says that there are none or too many.
    pub fn lines(text: &str) -> Result<Vec<Self>, Unfit> {
        let mut all = Vec::new();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let by = if line.contains('\t') { '\t' } else { ',' };
            let mut words = line.split(by);
            let four = [words.next(), words.next(), words.next(), words.next()].map(Option::unwrap_or_default);
            match Self::read(four).filter(|_| words.next().is_none()) {
                Some(day) => all.push(day),
                None if at == 0 && four[0].trim().parse::<Day>().is_err() => {}
                None => return Err(Unfit::Line(at + 1)),
            }
        }
        Self::bounded(all)
    }

    /// As many days as one import takes.
    ///
    /// # Errors
    /// When there are none, or too many.
    pub fn bounded(all: Vec<Self>) -> Result<Vec<Self>, Unfit> {
        if (1..=MOST_DAYS).contains(&all.len()) { Ok(all) } else { Err(Unfit::Count) }
    }

    /// The days as a calendar file has them.
    #[must_use]
    pub fn file(all: &[Self]) -> String {
        let kind = |day: &Self| if day.working { "work" } else { "off" };
        let line = |it: &Self| format!("{},{},{},{}\n", it.day, kind(it), it.occasion, it.source);
        format!("day,kind,occasion,source\n{}", all.iter().map(line).collect::<String>())
    }
}

/// Words that fit in one line of a calendar file.
fn plain(words: &str, most: usize) -> Option<String> {
    let words = words.trim().replace(',', "，");
    let fits = (1..=most).contains(&words.chars().count()) && !words.chars().any(char::is_control);
    fits.then_some(words)
}
