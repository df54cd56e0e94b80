//! Numbers of suggestions: dense and unique in their series, written by the congress's own pattern.

use std::fmt;

/// What shares one run of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Series {
    /// Every session of the congress begins at 1.
    Session,
    /// Every calendar year begins at 1.
    Year,
}

/// The number a suggestion bears from its acceptance on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Which run it belongs to: a session's identity or a year.
    pub series: String,
    /// Its place in the run, from 1.
    pub n: u32,
    /// As written: `第72号`, `20260072`.
    pub text: String,
}

/// How a number is written: text with one `{n}` or `{n:04}` and any number of `{year}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberPattern(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Plain(String),
    Year,
    N { width: usize },
}

impl NumberPattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// Says what is wrong: no `{n}` or more than one, a brace left open, an unknown place, a width above 9.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, tail) = after.split_once('}').ok_or_else(|| format!("`{text}` has a brace left open"))?;
            if !before.is_empty() {
                pieces.push(Piece::Plain(before.to_owned()));
            }
            pieces.push(place_of(place)?);
            rest = tail;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Plain(rest.to_owned()));
        }
        match pieces.iter().filter(|piece| matches!(piece, Piece::N { .. })).count() {
            1 => Ok(Self(pieces)),
            count => Err(format!("`{text}` has {count} places {{n}}; exactly one is needed")),
        }
    }

    /// Writes the number `n` of a year.
    #[must_use]
    pub fn write(&self, year: i16, n: u32) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Plain(text) => text.clone(),
                Piece::Year => year.to_string(),
                Piece::N { width } => format!("{n:0width$}", width = *width),
            })
            .collect()
    }
}

fn place_of(place: &str) -> Result<Piece, String> {
    match place.split_once(':') {
        None if place == "year" => Ok(Piece::Year),
        None if place == "n" => Ok(Piece::N { width: 0 }),
        Some(("n", width)) => match width.parse() {
            Ok(width @ 1..=9) => Ok(Piece::N { width }),
            _ => Err(format!("`{width}` is no width from 1 to 9")),
        },
        _ => Err(format!("`{{{place}}}` is neither {{n}}, {{n:04}} nor {{year}}")),
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
