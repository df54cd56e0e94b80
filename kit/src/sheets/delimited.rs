//! CSV and its kin: separated by commas, tabs or semicolons.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek},
    ops::ControlFlow,
};

use super::{
    Limits, Line, Unreadable, encoding,
    excel::hand_over,
    read::{Next, Stop},
    values,
};

pub(super) fn read(mut file: File, limits: &Limits, take: &mut dyn FnMut(&Line) -> Next) -> Result<(), Unreadable> {
    let encoding = encoding::of(&mut file)?;
    let shape = shape(encoding::Decoded::new(file.try_clone()?, encoding))?;
    file.rewind()?;
    let text = encoding::Decoded::new(file, encoding);
    let mut records = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(shape.separator)
        .terminator(shape.end)
        .from_reader(text);
    let (mut record, mut line, mut rows) = (csv::StringRecord::new(), Line::default(), 0);
    while records.read_record(&mut record).map_err(explain)? {
        line.begin(record.position().map_or(0, csv::Position::line));
        fill(&mut line, &record, limits)?;
        match hand_over(&line, limits, &mut rows, take)? {
            ControlFlow::Continue(()) => {}
            ControlFlow::Break(Stop::Unfit(why)) => return Err(why),
            ControlFlow::Break(Stop::Enough | Stop::NextSheet) => return Ok(()),
        }
    }
    if rows == 0 { Err(Unreadable::Empty) } else { Ok(()) }
}

fn fill(line: &mut Line, record: &csv::StringRecord, limits: &Limits) -> Result<(), Unreadable> {
    for (column, raw) in record.iter().enumerate() {
        if column >= limits.columns {
            if raw.trim().is_empty() {
                continue;
            }
            return Err(Unreadable::Columns { most: limits.columns });
        }
        line.fill(column, limits.cell, |text| values::tidy(unguard(raw), text));
    }
    Ok(())
}

/// Takes off what was put before a text so that no spreadsheet computes it: `'=…` (ours) and `="…"` (theirs).
fn unguard(raw: &str) -> &str {
    let raw = raw.trim_end_matches('\r');
    let inner = raw.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let plain = raw.strip_prefix('\'').filter(|rest| rest.starts_with(super::export::DANGEROUS));
    inner.or(plain).unwrap_or(raw)
}

/// How the file divides cells and rows.
struct Shape {
    separator: u8,
    end: csv::Terminator,
}

/// The separator used most, outside quotes, in the first line that has any.
fn shape(text: impl Read) -> io::Result<Shape> {
    let mut lines = BufReader::new(text.take(64 << 10));
    let (mut line, mut quoted, mut counts) = (Vec::new(), false, [(b';', 0), (b'\t', 0), (b',', 0)]);
    let mut feeds = false;
    while lines.read_until(b'\n', &mut line)? > 0 && counts.iter().all(|(_, count)| *count == 0) {
        feeds |= line.ends_with(b"\n");
        for byte in line.drain(..) {
            quoted ^= byte == b'"';
            if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| !quoted && *mark == byte) {
                *count += 1;
            }
        }
    }
    // Of equals the last wins: the comma.
    let separator = counts.iter().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| *mark);
    // Where lines end in a line feed, only that counts: the carriage return before it is trimmed off, and lines are numbered right.
    let end = if feeds { csv::Terminator::Any(b'\n') } else { csv::Terminator::CRLF };
    Ok(Shape { separator, end })
}

fn explain(error: csv::Error) -> Unreadable {
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => Unreadable::Encoding,
        _ => Unreadable::Damaged { what: error.to_string() },
    }
}
