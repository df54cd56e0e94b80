//! Finds the row of titles and which column is which, in any order, under any of a column's names.

use super::{CellError, Column, Line, Unreadable};

/// How far down the row of titles may stand: forms often open with a caption and a line about the unit.
pub(super) const SEARCHED: u64 = 15;

/// Columns that our own files carry for people and that are passed over when such a file comes back.
const OURS: [&str; 6] = ["行号", "row", "问题", "problems", "序号", "no."];

/// Which column of the file each wanted column is.
#[derive(Clone, Debug)]
pub(super) struct Header {
    /// For each column wanted, where it stands in the file.
    places: Vec<Option<usize>>,
    /// What the person should know of the columns: some ignored, some not there.
    pub notes: Vec<CellError>,
}

impl Header {
    /// Reads a row as titles: nothing when it is no row of titles, that is, names fewer than half of what must be there.
    pub(super) fn find(columns: &[Column], line: &Line) -> Option<Result<Self, Unreadable>> {
        let titles: Vec<String> = line.cells().iter().map(|title| plain(title)).collect();
        let names: Vec<Vec<String>> = columns.iter().map(names).collect();
        let places_of = |names: &[String]| -> Vec<usize> {
            let fits = |(place, title): (usize, &String)| names.contains(title).then_some(place);
            titles.iter().enumerate().filter_map(fits).collect()
        };
        let found: Vec<Vec<usize>> = names.iter().map(|names| places_of(names)).collect();
        let wanted = columns.iter().filter(|column| column.required).count().max(1);
        let there = columns.iter().zip(&found).filter(|(column, places)| column.required && !places.is_empty()).count();
        let any = found.iter().filter(|places| !places.is_empty()).count();
        if any == 0 || there * 2 < wanted {
            return None;
        }
        Some(Self::settle(columns, line, &titles, &names, &found))
    }

    fn settle(
        columns: &[Column],
        line: &Line,
        titles: &[String],
        names: &[Vec<String>],
        found: &[Vec<usize>],
    ) -> Result<Self, Unreadable> {
        if let Some((column, places)) = columns.iter().zip(found).find(|(_, places)| places.len() > 1) {
            let places: Vec<String> = places.iter().map(|place| letters(*place)).collect();
            return Err(Unreadable::Twice { title: column.zh.to_owned(), places: places.join(", ") });
        }
        let without = |required: bool| -> Vec<&str> {
            let missing =
                columns.iter().zip(found).filter(|(column, places)| places.is_empty() && column.required == required);
            missing.map(|(column, _)| column.zh).collect()
        };
        let missing = without(true);
        if !missing.is_empty() {
            return Err(Unreadable::Missing { titles: missing.join("、") });
        }
        let known = |title: &String| names.iter().flatten().any(|name| name == title) || OURS.contains(&title.as_str());
        let unknown: Vec<&str> = (titles.iter().zip(line.cells()))
            .filter_map(|(title, raw)| (!title.is_empty() && !known(title)).then_some(raw.as_str()))
            .collect();
        let absent = without(false);
        let note = |key: &str, titles: &[&str]| CellError::warning("", key).with("titles", titles.join("、"));
        let mut notes = Vec::new();
        notes.extend((!unknown.is_empty()).then(|| note("sheets-note-unknown-columns", &unknown)));
        notes.extend((!absent.is_empty()).then(|| note("sheets-note-absent-columns", &absent)));
        Ok(Self { places: found.iter().map(|places| places.first().copied()).collect(), notes })
    }

    /// The row's texts in the order of the columns wanted.
    pub(super) fn texts(&self, line: &Line) -> Vec<String> {
        self.places.iter().map(|place| place.map_or_else(String::new, |place| line.get(place).to_owned())).collect()
    }

    /// Which wanted column stands at a place of the file.
    pub(super) fn column_at(&self, place: usize) -> Option<usize> {
        self.places.iter().position(|own| *own == Some(place))
    }
}

fn names(column: &Column) -> Vec<String> {
    [column.key, column.zh, column.en].iter().chain(column.also).map(|name| plain(name)).collect()
}

/// A title without what differs between people: blanks, width, case, a star, a remark in brackets.
fn plain(title: &str) -> String {
    let mut text = String::with_capacity(title.len());
    for c in title.chars() {
        let c = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            other => other,
        };
        if c == '(' {
            break;
        }
        if !c.is_whitespace() && !matches!(c, '*' | ':' | '_' | '-') {
            text.extend(c.to_lowercase());
        }
    }
    text
}

/// The name of a column as spreadsheets have it: A, B … Z, AA.
#[must_use]
pub(super) fn letters(place: usize) -> String {
    let mut rest = place + 1;
    let mut name = Vec::new();
    while rest > 0 {
        rest -= 1;
        name.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    name.iter().rev().collect()
}
