//! How the values of entries are read.

use std::collections::BTreeMap;

use kernel::Span;

use super::{Entry, Grade, RuleBookError, Ruled};
use crate::{Canonical, Listed, ResultClass, Series};

pub(super) fn read_line(line: &str) -> Result<Entry, RuleBookError> {
    let wrong = |problem: &str| RuleBookError { key: line.to_owned(), problem: problem.to_owned() };
    let fields: Vec<&str> = line.splitn(4, ',').collect();
    let [key, value, grade, document] = fields.as_slice() else {
        return Err(wrong("needs key, value, grade, document"));
    };
    let grade = Grade::read(grade).ok_or_else(|| wrong("the grade is none of A, B, C, D"))?;
    Ok(Entry { key: (*key).to_owned(), value: (*value).to_owned(), grade, document: (*document).to_owned() })
}

pub(super) fn ruled<T>(
    entries: &BTreeMap<String, Entry>,
    key: &str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Ruled<T>, RuleBookError> {
    let wrong = |problem: String| RuleBookError { key: key.to_owned(), problem };
    let entry = entries.get(key).ok_or_else(|| wrong("is absent".to_owned()))?;
    let value = read(&entry.value).map_err(wrong)?;
    Ok(Ruled { value, grade: entry.grade, document: entry.document.clone() })
}

pub(super) fn named<T>(
    entries: &[&Entry],
    family: &str,
    read: impl Fn(String, &str) -> Result<T, String>,
) -> Result<Vec<T>, RuleBookError> {
    let found = any_named(entries, family, read)?;
    if found.is_empty() {
        return Err(RuleBookError { key: family.to_owned(), problem: "has no entry at all".to_owned() });
    }
    Ok(found)
}

/// The entries of a list that may be empty.
pub(super) fn any_named<T>(
    entries: &[&Entry],
    family: &str,
    read: impl Fn(String, &str) -> Result<T, String>,
) -> Result<Vec<T>, RuleBookError> {
    let mut found = Vec::new();
    for entry in entries {
        if let Some(code) = entry.key.strip_prefix(family) {
            let value = read(code.to_owned(), &entry.value);
            found.push(value.map_err(|problem| RuleBookError { key: entry.key.clone(), problem })?);
        }
    }
    Ok(found)
}

pub(super) fn span(text: &str) -> Result<Span, String> {
    let (count, unit) = text.split_once(' ').unwrap_or((text, ""));
    let count: u16 = count.parse().map_err(|_| format!("`{text}` does not begin with a number"))?;
    if count == 0 {
        return Err("a limit of nothing is no limit".to_owned());
    }
    match unit {
        "months" => Ok(Span::Months(count)),
        "days" => Ok(Span::Days(count)),
        "working days" => Ok(Span::WorkingDays(count)),
        _ => Err(format!("`{text}` is not so many months, days or working days")),
    }
}

pub(super) fn series(text: &str) -> Result<Series, String> {
    match text {
        "session" => Ok(Series::Session),
        "year" => Ok(Series::Year),
        _ => Err(format!("`{text}` is neither session nor year")),
    }
}

pub(super) fn rounds(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("`{text}` is not a number of rounds"))
}

pub(super) fn minutes(text: &str) -> Result<u16, String> {
    let minutes = text.parse().ok().filter(|minutes| (1..=480).contains(minutes));
    minutes.ok_or_else(|| format!("`{text}` is not a number of minutes from 1 to 480"))
}

pub(super) fn characters(text: &str) -> Result<u16, String> {
    let count = text.parse().ok().filter(|count| *count <= 2_000);
    count.ok_or_else(|| format!("`{text}` is not a number of characters from 0 to 2000"))
}

pub(super) fn hundredths(text: &str) -> Result<u16, String> {
    let count = text.parse().ok().filter(|count| *count <= 100);
    count.ok_or_else(|| format!("`{text}` is not a number from 0 to 100"))
}

pub(super) fn words(text: &str) -> Result<Vec<String>, String> {
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    if words.is_empty() { Err(format!("`{text}` holds no word")) } else { Ok(words) }
}

pub(super) fn required(text: &str) -> Result<bool, String> {
    match text {
        "required" => Ok(true),
        "optional" => Ok(false),
        _ => Err(format!("`{text}` is neither required nor optional")),
    }
}

/// Whether it is the first of two words.
pub(super) fn one_of(text: &str, yes: &str, no: &str) -> Result<bool, String> {
    match text {
        _ if text == yes => Ok(true),
        _ if text == no => Ok(false),
        _ => Err(format!("`{text}` is neither {yes} nor {no}")),
    }
}

pub(super) fn after_return(text: &str) -> Result<bool, String> {
    match text {
        "after-return" => Ok(true),
        "free" => Ok(false),
        _ => Err(format!("`{text}` is neither after-return nor free")),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the shape in which `named` reads entries")]
pub(super) fn listed(code: String, name: &str) -> Result<Listed, String> {
    Ok(Listed { code, name: name.to_owned() })
}

pub(super) fn class(code: String, text: &str) -> Result<ResultClass, String> {
    let (word, name) = text.split_once(' ').unwrap_or((text, ""));
    let canonical = Canonical::read(word)
        .ok_or_else(|| format!("`{text}` does not begin with solved, in-progress, planned or not-now"))?;
    Ok(ResultClass { code, name: name.to_owned(), canonical })
}
