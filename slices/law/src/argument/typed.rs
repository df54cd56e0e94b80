//! Arguments as people type them: 857,000 and ８５７０００ are the same number, a list is one line each.

use ballots_rules::Tally;
use elections_rules::Unit;
use kernel::{AreaCode, Text};
use kit::web::{Errors, Wrong};

use super::{Argument, Given, Kind, MOST_LINES, MOST_NAME, MOST_PEOPLE, Need, given::Value};

impl Given {
    /// Reads the arguments of a function from the fields of a form; a box that is not ticked says no.
    ///
    /// # Errors
    /// Names every field that is empty and must not be, or cannot be read.
    pub fn from_fields(arguments: &[Argument], fields: &[(String, String)]) -> Result<Self, Errors> {
        let (mut given, mut errors) = (Self::default(), Errors::default());
        for argument in arguments {
            let sent: Vec<&str> = fields
                .iter()
                .filter(|(name, value)| name == argument.name && !value.trim().is_empty())
                .map(|(_, value)| value.trim())
                .collect();
            match argument.typed(&sent) {
                Ok(value) => value.into_iter().for_each(|value| given.note(argument.name, value)),
                Err(wrong) => errors.note(argument.name, wrong),
            }
        }
        if errors.0.is_empty() { Ok(given) } else { Err(errors) }
    }
}

impl Argument {
    fn typed(&self, sent: &[&str]) -> Result<Option<Value>, Wrong> {
        match (sent, self.kind, self.need) {
            ([], Kind::YesNo, _) => Ok(Some(Value::YesNo(false))),
            ([], Kind::Choices(_), _) => Ok(Some(Value::Words(Vec::new()))),
            ([], _, Need::Or(default)) => read(self.kind, &[default]),
            ([], _, Need::May) => Ok(None),
            ([], _, Need::Must) => Err(Wrong::new("kit-form-required")),
            (sent, kind, _) => read(kind, sent),
        }
    }
}

/// Reads what was typed for an argument; nothing where nothing was.
pub fn read(kind: Kind, sent: &[&str]) -> Result<Option<Value>, Wrong> {
    let Some(first) = sent.first().copied() else { return Ok(None) };
    let value = match kind {
        Kind::Number(min, max) => {
            let wrong = || Wrong::new("law-wrong-number").with("got", short(first)).with("min", min).with("max", max);
            number(first).filter(|number| (min..=max).contains(number)).map(Value::Number).ok_or_else(wrong)?
        }
        Kind::YesNo => Value::YesNo(matches!(first, "1" | "on" | "yes" | "true")),
        Kind::Day => {
            first.parse().map(Value::Day).map_err(|_| Wrong::new("law-wrong-day").with("got", short(first)))?
        }
        Kind::Text => Text::<MOST_NAME>::parse(first).map(|text| Value::Text(text.into())).map_err(Wrong::from)?,
        Kind::Choice(words) => {
            words.read(first).map(Value::Word).ok_or_else(|| Wrong::new("kit-form-unknown-choice"))?
        }
        Kind::Choices(words) => {
            let list: Option<Vec<_>> = sent.iter().map(|one| words.read(one)).collect();
            list.map(Value::Words).ok_or_else(|| Wrong::new("kit-form-unknown-choice"))?
        }
        Kind::Units => Value::Units(units(first)?),
        Kind::Tallies => Value::Tallies(tallies(first)?),
        Kind::Areas => {
            let codes: Result<Vec<_>, _> = parts(first).iter().map(|code| AreaCode::parse(code)).collect();
            codes.map(Value::Areas).map_err(|_| Wrong::new("law-wrong-areas").with("got", short(first)))?
        }
    };
    Ok(Some(value))
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

/// A number as people write it: full-width digits, separators between thousands.
fn number(text: &str) -> Option<u32> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | ' ' | '_' | '\u{3000}'))
        .map(|c| match u32::from(c) {
            wide @ 0xff10..=0xff19 => char::from_digit(wide - 0xff10, 10).unwrap_or(c),
            _ => c,
        })
        .collect();
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None }
}

fn parts(text: &str) -> Vec<&str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；' | '+'))
        .filter(|part| !part.is_empty())
        .collect()
}

/// A line that ends with a number: what stands before it, and the number. Thousands may be separated by commas.
fn line(text: &str) -> Option<(&str, u32)> {
    let text = text.trim();
    let tail = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, ',' | '，');
    let start = text.char_indices().rev().take_while(|(_, c)| tail(*c)).last().map(|(at, _)| at)?;
    let (name, count) = text.split_at(start);
    let name = name.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | ',' | '，' | '\t'));
    Some((name.trim(), number(count.trim_start_matches([',', '，']))?))
}

fn lines(text: &str, key: &'static str) -> Result<Vec<(String, u32)>, Wrong> {
    let all: Vec<&str> = text.lines().map(str::trim).filter(|one| !one.is_empty()).collect();
    if all.len() > MOST_LINES {
        return Err(Wrong::new("law-wrong-too-many").with("most", MOST_LINES));
    }
    let read = |one: &&str| {
        let found = line(one).filter(|(name, count)| name.chars().count() <= MOST_NAME && *count <= MOST_PEOPLE);
        found.map(|(name, count)| (name.to_owned(), count)).ok_or_else(|| Wrong::new(key).with("got", short(one)))
    };
    all.iter().map(read).collect()
}

fn units(text: &str) -> Result<Vec<Unit>, Wrong> {
    let named = |(at, (name, population)): (usize, (String, u32))| Unit {
        name: if name.is_empty() { (at + 1).to_string() } else { name },
        population,
    };
    Ok(lines(text, "law-wrong-units-line")?.into_iter().enumerate().map(named).collect())
}

fn tallies(text: &str) -> Result<Vec<Tally>, Wrong> {
    let found = lines(text, "law-wrong-tallies-line")?;
    if let Some((_, votes)) = found.iter().find(|(name, _)| name.is_empty()) {
        return Err(Wrong::new("law-wrong-tallies-line").with("got", votes));
    }
    Ok(found.into_iter().map(|(name, votes)| Tally { name, votes }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, read) in [
            ("857000", Some(857_000)),
            ("857,000", Some(857_000)),
            ("８５７０００", Some(857_000)),
            ("857 000", Some(857_000)),
            ("85.7", None),
            ("-1", None),
            ("十", None),
            ("", None),
        ] {
            assert_eq!(number(typed), read, "{typed}");
        }
    }

    #[test]
    fn a_line_ends_with_its_number() {
        for (typed, read) in [
            ("张三 1400", Some(("张三", 1_400))),
            ("张三：1,400", Some(("张三", 1_400))),
            ("雨花区\t120，000", Some(("雨花区", 120_000))),
            ("52000", Some(("", 52_000))),
            ("第3选区 8100", Some(("第3选区", 8_100))),
            ("张三", None),
        ] {
            assert_eq!(line(typed), read, "{typed}");
        }
    }
}
