//! Mobile telephone numbers of the mainland, by which people sign in.

use std::fmt;

/// A mainland mobile number: eleven digits beginning with 1.
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
pub struct Phone(String);

/// The text is no such number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPhone;

impl Phone {
    /// Reads a number, with or without `+86`, blanks and dashes.
    ///
    /// # Errors
    /// When it is not eleven digits beginning with 1.
    pub fn parse(typed: &str) -> Result<Self, NoPhone> {
        let kept: String = kernel::plain(typed).chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let digits = kept.strip_prefix("+86").unwrap_or(&kept);
        let fits = digits.len() == 11 && digits.starts_with('1') && digits.bytes().all(|b| b.is_ascii_digit());
        if fits { Ok(Self(digits.to_owned())) } else { Err(NoPhone) }
    }

    /// The eleven digits.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// As lists show it: `138****5678`.
    #[must_use]
    pub fn masked(&self) -> String {
        let head = self.0.get(..3).unwrap_or_default();
        let tail = self.0.get(7..).unwrap_or_default();
        format!("{head}****{tail}")
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}
