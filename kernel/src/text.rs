//! Text a person typed, trimmed and measured in characters.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A non-empty text of at most `MAX` characters, without leading or trailing blanks or control characters but line breaks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

/// Why a text was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Nothing but blanks.
    Empty,
    /// More than `most` characters; `has` were given.
    Long {
        /// The greatest number of characters.
        most: usize,
        /// The number of characters given.
        has: usize,
    },
    /// A control character that no keyboard types.
    Control,
}

/// A text with full-width letters, digits and signs as plain ones: `１３８` and `138` are one number.
#[must_use]
pub fn plain(typed: &str) -> String {
    let narrow = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    typed.chars().map(narrow).collect()
}

impl<const MAX: usize> Text<MAX> {
    /// Trims and measures.
    ///
    /// # Errors
    /// When nothing is left, when more than `MAX` characters are, or when a control character hides in it.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let text = raw.replace("\r\n", "\n");
        let text = text.trim();
        let has = text.chars().count();
        if has == 0 {
            return Err(TextError::Empty);
        }
        if has > MAX {
            return Err(TextError::Long { most: MAX, has });
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(TextError::Control);
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}
impl<const MAX: usize> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> Self {
        text.0
    }
}
impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::Long { most, has } => write!(f, "has {has} characters, at most {most} fit"),
            Self::Control => f.write_str("has a control character"),
        }
    }
}
impl std::error::Error for TextError {}
