//! Area codes in the manner of GB/T 2260: a prefix contains what begins with it.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The code of an area: 2 digits for a province, 4 a prefecture, 6 a county, 9 a township or street, 12 a village.
///
/// An area contains another exactly when its code is a prefix of the other's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AreaCode(String);

/// The five rungs on which areas stand; a higher rung contains lower ones and commands none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 省.
    Province,
    /// 设区的市、自治州.
    Prefecture,
    /// 县、自治县、不设区的市、市辖区.
    County,
    /// 乡、民族乡、镇, and streets, which have no congress.
    Township,
    /// 村、社区: no level of state power.
    Village,
}

/// The text is no area code: 2, 4, 6, 9 or 12 digits are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaCodeError(pub String);

impl AreaCode {
    /// Reads a code of 2, 4, 6, 9 or 12 digits.
    ///
    /// # Errors
    /// When the text has another length or a character that is not an ASCII digit.
    pub fn parse(text: &str) -> Result<Self, AreaCodeError> {
        let known = matches!(text.len(), 2 | 4 | 6 | 9 | 12);
        if known && text.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(AreaCodeError(text.to_owned()))
        }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Which rung the area stands on.
    #[must_use]
    pub fn level(&self) -> Level {
        match self.0.len() {
            2 => Level::Province,
            4 => Level::Prefecture,
            6 => Level::County,
            9 => Level::Township,
            _ => Level::Village,
        }
    }

    /// Whether `other` lies in this area or is this area.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// Whether the two stand on one chain: one of them contains the other (选举法 48).
    #[must_use]
    pub fn on_one_chain(&self, other: &Self) -> bool {
        self.contains(other) || other.contains(self)
    }

    /// The area one rung up by the code alone; a province has none here.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let shorter = match self.level() {
            Level::Province => return None,
            Level::Prefecture => 2,
            Level::County => 4,
            Level::Township => 6,
            Level::Village => 9,
        };
        self.0.get(..shorter).map(|code| Self(code.to_owned()))
    }

    /// The least text after every code inside this area, for half-open range queries: `code >= a and code < past(a)`.
    #[must_use]
    pub fn past(&self) -> String {
        format!("{}:", self.0) // `:` follows `9` in ASCII
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl FromStr for AreaCode {
    type Err = AreaCodeError;
    fn from_str(text: &str) -> Result<Self, AreaCodeError> {
        Self::parse(text)
    }
}
impl TryFrom<String> for AreaCode {
    type Error = AreaCodeError;
    fn try_from(text: String) -> Result<Self, AreaCodeError> {
        Self::parse(&text)
    }
}
impl From<AreaCode> for String {
    fn from(code: AreaCode) -> Self {
        code.0
    }
}
impl fmt::Display for AreaCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not an area code of 2, 4, 6, 9 or 12 digits", self.0)
    }
}
impl std::error::Error for AreaCodeError {}
