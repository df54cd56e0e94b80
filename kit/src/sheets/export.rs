//! Tables on their way out: XLSX or CSV, complete or not at all, and saying how many rows they have.

use std::io::{BufWriter, Write as _};

use kernel::{Day, Moment};
use tempfile::NamedTempFile;

use super::{
    book::{Book, SHEET_ROWS},
    ready::{Kind, Ready},
};
use crate::{Fault, words::Lang};

/// First characters that make a spreadsheet compute a text.
pub(super) const DANGEROUS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// One cell going out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text; digits that are no number (phones, codes) are text too.
    Text(String),
    /// A whole number.
    Int(i64),
    /// A day, `YYYY-MM-DD`.
    Day(Day),
    /// An instant, `YYYY-MM-DD HH:MM` in Beijing.
    Moment(Moment),
}

macro_rules! into_cell {
    ($($from:ty => |$x:ident| $to:expr),+ $(,)?) => {$(
        impl From<$from> for Cell {
            fn from($x: $from) -> Self {
                $to
            }
        }
    )+};
}
into_cell! {
    String => |x| Self::Text(x),
    &String => |x| Self::Text(x.clone()),
    &str => |x| Self::Text(x.to_owned()),
    i64 => |x| Self::Int(x),
    i32 => |x| Self::Int(x.into()),
    u32 => |x| Self::Int(x.into()),
    Day => |x| Self::Day(x),
    Moment => |x| Self::Moment(x),
}
impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A table being written. Hand over its rows with [`Export::row`], end it with [`Export::finish`].
///
/// It lies in a file on the way: a fault in the middle gives no file at all, never a shorter one.
pub struct Export {
    lang: Lang,
    titles: Vec<String>,
    rows: u64,
    to: To,
}

enum To {
    Xlsx(Box<Book>),
    Csv(Box<csv::Writer<BufWriter<NamedTempFile>>>),
}

impl Export {
    /// Begins a table with these titles.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn begin(kind: Kind, lang: Lang, titles: impl IntoIterator<Item = impl Into<String>>) -> Result<Self, Fault> {
        Self::begin_with(kind, lang, titles, SHEET_ROWS)
    }

    /// As [`Export::begin`], with smaller sheets, so that a test reaches the second one.
    pub(super) fn begin_with(
        kind: Kind,
        lang: Lang,
        titles: impl IntoIterator<Item = impl Into<String>>,
        most: u32,
    ) -> Result<Self, Fault> {
        let titles: Vec<String> = titles.into_iter().map(Into::into).collect();
        let to = match kind {
            Kind::Csv => {
                let mut file = BufWriter::new(NamedTempFile::new()?);
                file.write_all("\u{feff}".as_bytes())?;
                let mut writer =
                    csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(file);
                writer.write_record(titles.iter().map(|title| guarded(title))).map_err(csv_fault)?;
                To::Csv(Box::new(writer))
            }
            Kind::Xlsx => {
                let mut book = Book::new(most, lang);
                book.sheet(&titles)?;
                To::Xlsx(Box::new(book))
            }
        };
        Ok(Self { lang, titles, rows: 0, to })
    }

    /// Writes one row, its cells in the order of the titles.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), Fault> {
        self.rows += 1;
        match &mut self.to {
            To::Csv(writer) => writer.write_record(cells.iter().map(plain)).map_err(csv_fault),
            To::Xlsx(book) => book.row(&self.titles, cells),
        }
    }

    /// Ends the table with the number of its rows: the last line of CSV, the last sheet of a workbook.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn finish(self) -> Result<Ready, Fault> {
        let Self { lang, rows, to, .. } = self;
        let (kind, file) = match to {
            To::Csv(mut writer) => {
                writer.write_record([count_line(lang, rows)]).map_err(csv_fault)?;
                let file = writer.into_inner().map_err(|error| Fault::new(error.error()))?;
                (Kind::Csv, file.into_inner().map_err(|error| Fault::new(error.error()))?)
            }
            To::Xlsx(book) => (Kind::Xlsx, book.finish(rows)?),
        };
        Ok(Ready { kind, file, rows })
    }
}

/// What the last line of an export says; read back, it tells whether a file is whole.
pub(super) fn count_line(lang: Lang, rows: u64) -> String {
    lang.tf("sheets-export-rows", &[("count", rows.to_string())]).into_owned()
}

/// A text as CSV holds it: one that a spreadsheet would compute gets an apostrophe before it.
fn guarded(text: &str) -> String {
    if text.starts_with(DANGEROUS) { format!("'{text}") } else { text.to_owned() }
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Int(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Moment(at) => at.to_string(),
    }
}

fn csv_fault(error: csv::Error) -> Fault {
    Fault::caused("a CSV file could not be written", error)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::sheets::{Limits, Stop, read};

    #[test]
    fn what_one_sheet_cannot_hold_goes_on_to_the_next() {
        let mut export = Export::begin_with(Kind::Xlsx, Lang::Chinese, ["n"], 4).unwrap();
        (0..8).for_each(|n| export.row(&[Cell::Int(n)]).unwrap());
        let ready = export.finish().unwrap();
        let mut seen = Vec::new();
        read(ready.path(), &Limits::USUAL, &mut |line| {
            seen.push((line.sheet, line.get(0).to_owned()));
            if line.at == 4 || line.get(0) == "7" {
                ControlFlow::Break(Stop::NextSheet)
            } else {
                ControlFlow::Continue(())
            }
        })
        .unwrap();
        let texts: Vec<&str> = seen.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["n", "0", "1", "2", "n", "3", "4", "5", "n", "6", "7", "共 8 行", "分 3 张工作表"]);
    }

    #[test]
    fn a_text_longer_than_a_cell_is_marked_and_said() {
        let long = "长".repeat(40_000);
        let mut export = Export::begin(Kind::Xlsx, Lang::Chinese, ["n"]).unwrap();
        export.row(&[Cell::Text(long)]).unwrap();
        let ready = export.finish().unwrap();
        let mut seen = Vec::new();
        read(ready.path(), &Limits { cell: 1 << 20, ..Limits::USUAL }, &mut |line| {
            seen.push(line.get(0).to_owned());
            if line.at == 2 { ControlFlow::Break(Stop::NextSheet) } else { ControlFlow::Continue(()) }
        })
        .unwrap();
        assert!(seen[1].ends_with("…（CSV）"));
        assert!(seen[3].starts_with("有 1 个单元格文字过长"), "{}", seen[3]);
    }
}
