//! What a spreadsheet program stores, as the text a person sees.

use calamine::{CellErrorType, DataRef, ExcelDateTime};

/// Why the text of a cell cannot be trusted though it could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A number of more than 15 digits: the program kept only the first 15, so an identity number has lost its end.
    DigitsLost,
    /// A formula that came to an error: `#N/A`, `#REF!`.
    FormulaError,
    /// A date the calendar does not have: Excel's 1900-02-29, or a serial number out of range.
    NoSuchDate,
    /// More characters than a cell may hold; the rest was not read.
    TooLong,
    /// A control character that no keyboard types.
    Control,
}

impl Flaw {
    /// The key of the sentence in the locale files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::DigitsLost => "sheets-cell-digits-lost",
            Self::FormulaError => "sheets-cell-formula-error",
            Self::NoSuchDate => "sheets-cell-no-such-date",
            Self::TooLong => "sheets-cell-too-long",
            Self::Control => "sheets-cell-control",
        }
    }
}

/// The greatest number a spreadsheet keeps exactly when it is typed: 15 digits.
const EXACT: f64 = 1e15;

/// Writes the value into `text` (emptied first): days as `YYYY-MM-DD`, whole numbers without `.0`, the rest with at most
/// 15 significant digits as Excel shows them.
pub(super) fn write(value: &DataRef<'_>, text: &mut String) -> Option<Flaw> {
    use std::fmt::Write as _;
    text.clear();
    match value {
        DataRef::Empty => None,
        DataRef::String(string) => tidy(string, text),
        DataRef::SharedString(string) => tidy(string, text),
        DataRef::Int(int) => {
            let _ = write!(text, "{int}");
            None
        }
        DataRef::Float(float) => number(*float, text),
        DataRef::Bool(true) => tidy("TRUE", text),
        DataRef::Bool(false) => tidy("FALSE", text),
        DataRef::DateTime(at) if at.is_duration() => number(at.as_f64(), text),
        DataRef::DateTime(at) => moment(at, text),
        DataRef::DateTimeIso(iso) => tidy(iso.strip_suffix("T00:00:00").unwrap_or(iso), text),
        DataRef::DurationIso(iso) => tidy(iso, text),
        DataRef::Error(error) => {
            text.push_str(error_name(error));
            Some(Flaw::FormulaError)
        }
    }
}

/// Trims, unifies line breaks, and names control characters.
pub(super) fn tidy(raw: &str, text: &mut String) -> Option<Flaw> {
    text.clear();
    let raw = raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
    if !raw.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        text.push_str(raw);
        return None;
    }
    let plain = raw.replace("\r\n", "\n").replace('\r', "\n");
    let mut flaw = None;
    text.extend(plain.chars().map(|c| {
        let hidden = c.is_control() && c != '\n' && c != '\t';
        flaw = flaw.or(hidden.then_some(Flaw::Control));
        if hidden { char::REPLACEMENT_CHARACTER } else { c }
    }));
    flaw
}

fn number(float: f64, text: &mut String) -> Option<Flaw> {
    use std::fmt::Write as _;
    if float.trunc() == float && float.abs() < EXACT {
        let _ = write!(text, "{float:.0}");
        if text == "-0" {
            text.replace_range(.., "0");
        }
        return None;
    }
    // Excel shows 15 significant digits of the 17 a binary number needs; so do we: 0.1 + 0.2 is 0.3.
    let rounded: f64 = format!("{float:.14e}").parse().unwrap_or(float);
    let _ = write!(text, "{rounded}");
    (!float.is_finite() || float.abs() >= EXACT).then_some(Flaw::DigitsLost)
}

fn moment(at: &ExcelDateTime, text: &mut String) -> Option<Flaw> {
    use std::fmt::Write as _;
    let serial = at.as_f64();
    if !(0.0..2_958_466.0).contains(&serial) {
        let _ = write!(text, "{serial}");
        return Some(Flaw::NoSuchDate);
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let clock_only = serial < 1.0 && serial > 0.0;
    if !clock_only {
        let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    }
    if clock_only || (hour, minute, second) != (0, 0, 0) {
        let gap = if clock_only { "" } else { " " };
        let _ = write!(text, "{gap}{hour:02}:{minute:02}");
        if second != 0 {
            let _ = write!(text, ":{second:02}");
        }
    }
    let real = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
    let real = real.and_then(|((year, month), day)| kernel::Day::new(year, month, day));
    (real.is_none() && !clock_only).then_some(Flaw::NoSuchDate)
}

fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        _ => "#ERROR",
    }
}

/// A day as people write it in a cell: `2026-03-10`, `2026/3/10`, `2026.3.10`, `2026年3月10日`, `20260310`.
///
/// Nothing where the calendar has no such day or a part is missing.
#[must_use]
pub fn day(text: &str) -> Option<kernel::Day> {
    let text = text.strip_suffix("00:00:00").or_else(|| text.strip_suffix("00:00")).unwrap_or(text).trim();
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return kernel::Day::new(
            text.get(..4)?.parse().ok()?,
            text.get(4..6)?.parse().ok()?,
            text.get(6..)?.parse().ok()?,
        );
    }
    let text = text.strip_suffix(['日', '号']).unwrap_or(text);
    let mut parts = text.split(['-', '/', '.', '年', '月']).map(str::trim);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || year.len() != 4 || ![year, month, day].into_iter().all(plain) {
        return None;
    }
    kernel::Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
