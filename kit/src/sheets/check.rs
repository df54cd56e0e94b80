//! From lines of a file to rows that stand checked beside their reasons.

use std::ops::ControlFlow;

use super::{
    CellError, Cells, Flaw, Line, Said, SheetSpec, Unreadable,
    export::count_line,
    header::{Header, SEARCHED},
    read::{Next, Stop},
};
use crate::words::Lang;

/// How a row stands: 0 good, 1 good with a warning, 2 bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing to say.
    Good,
    /// Taken, but the person should look.
    Warned,
    /// Not taken.
    Bad,
}

impl Status {
    pub(super) const fn number(self) -> i64 {
        match self {
            Self::Good => 0,
            Self::Warned => 1,
            Self::Bad => 2,
        }
    }

    pub(super) const fn of_number(number: i64) -> Self {
        match number {
            0 => Self::Good,
            1 => Self::Warned,
            _ => Self::Bad,
        }
    }

    pub(super) fn of(said: &[CellError]) -> Self {
        if said.is_empty() {
            Self::Good
        } else if said.iter().all(|said| said.warning) {
            Self::Warned
        } else {
            Self::Bad
        }
    }
}

/// One row checked.
pub(super) struct Checked {
    pub at: u64,
    pub texts: Vec<String>,
    pub said: Vec<CellError>,
}

/// Checks the lines of one file for one spec.
pub(super) struct Checker<'a, S: SheetSpec> {
    spec: &'a S,
    known: &'a mut S::Known,
    header: Option<Header>,
    sheet: usize,
    seen: u64,
    rows: u64,
    said_rows: Option<u64>,
}

impl<'a, S: SheetSpec> Checker<'a, S> {
    pub(super) fn new(spec: &'a S, known: &'a mut S::Known) -> Self {
        Self { spec, known, header: None, sheet: 0, seen: 0, rows: 0, said_rows: None }
    }

    /// Takes one line; hands a row that it makes to `done`, which says whether to go on.
    pub(super) fn take(&mut self, line: &Line, done: impl FnOnce(Checked) -> bool) -> Next {
        if line.sheet != self.sheet {
            (self.sheet, self.seen) = (line.sheet, 0);
        }
        self.seen += 1;
        let Some(header) = &self.header else { return self.seek_header(line) };
        if let Some(count) = last_line(line) {
            self.said_rows = Some(count);
            return ControlFlow::Continue(());
        }
        let texts = header.texts(line);
        if texts.iter().all(String::is_empty) || is_example(self.spec, &texts) {
            return ControlFlow::Continue(());
        }
        self.rows += 1;
        let flaws: Vec<(usize, Flaw)> =
            line.flaws.iter().filter_map(|(place, flaw)| Some((header.column_at(*place)?, *flaw))).collect();
        let mut said = Said::default();
        for (column, flaw) in flaws {
            said.error(self.spec.columns().get(column).map_or("", |column| column.key), flaw.key());
        }
        check_row(self.spec, self.known, line.at, &texts, &mut said);
        let checked = Checked { at: line.at, texts, said: said.0 };
        if done(checked) { ControlFlow::Continue(()) } else { ControlFlow::Break(Stop::Enough) }
    }

    fn seek_header(&mut self, line: &Line) -> Next {
        match Header::find(self.spec.columns(), line) {
            Some(Ok(header)) => {
                self.header = Some(header);
                ControlFlow::Continue(())
            }
            Some(Err(why)) => ControlFlow::Break(Stop::Unfit(why)),
            None if self.seen >= SEARCHED => ControlFlow::Break(Stop::NextSheet),
            None => ControlFlow::Continue(()),
        }
    }

    /// What is to be said of the file as a whole, once it was read to its end.
    pub(super) fn finish(self) -> Result<Vec<CellError>, Unreadable> {
        let Some(header) = self.header else {
            let wanted = self.spec.columns().iter().filter(|column| column.required).map(|column| column.zh);
            return Err(Unreadable::NoHeader { wanted: wanted.collect::<Vec<_>>().join("、") });
        };
        if let Some(said) = self.said_rows.filter(|said| *said != self.rows) {
            return Err(Unreadable::Cut { said, has: self.rows });
        }
        if self.rows == 0 {
            return Err(Unreadable::Empty);
        }
        Ok(header.notes)
    }
}

/// Checks one row as the spec wants it; the row is there exactly when nothing said spoils it.
pub(super) fn check_row<S: SheetSpec>(
    spec: &S,
    known: &mut S::Known,
    at: u64,
    texts: &[String],
    said: &mut Said,
) -> Option<S::Row> {
    for (column, text) in spec.columns().iter().zip(texts) {
        if column.required && text.is_empty() {
            said.error(column.key, "sheets-cell-required");
        }
    }
    if said.spoilt() {
        return None;
    }
    let row = spec.check(known, &Cells::new(at, spec.columns(), texts), said);
    if row.is_none() && !said.spoilt() {
        said.error("", "sheets-row-unfit");
    }
    row.filter(|_| !said.spoilt())
}

/// The template's example row, left in the file: passed over.
fn is_example<S: SheetSpec>(spec: &S, texts: &[String]) -> bool {
    let told = spec.columns().iter().any(|column| !column.example.is_empty());
    told && spec.columns().iter().zip(texts).all(|(column, text)| column.example == text)
}

/// The line with which our own exports end: `共 145000 行`, in either language.
fn last_line(line: &Line) -> Option<u64> {
    let [only] = line.cells() else { return None };
    let digits: String = only.chars().filter(char::is_ascii_digit).collect();
    let count = digits.parse().ok()?;
    Lang::ALL.into_iter().any(|lang| count_line(lang, count) == *only).then_some(count)
}
