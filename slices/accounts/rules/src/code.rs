//! One-time codes that people read from paper and type: activation codes, recovery codes.

use std::fmt;

/// Letters and digits nobody mistakes for one another: no I, O, 0 or 1. Thirty-two of them, five bits each.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Characters in a code: sixty bits.
const LENGTH: usize = 12;

/// A one-time code. Only its hash is ever stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

/// What was typed cannot be a code: another length, or a character codes do not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCode;

impl Code {
    /// A code from twelve bytes of chance; five bits of each are used.
    #[must_use]
    pub fn from_chance(chance: [u8; LENGTH]) -> Self {
        let letter = |byte: u8| ALPHABET.get(usize::from(byte & 31)).copied().map_or('2', char::from);
        Self(chance.into_iter().map(letter).collect())
    }

    /// Reads what a person typed: any case, with or without dashes and blanks.
    ///
    /// # Errors
    /// When it cannot be a code.
    pub fn parse(typed: &str) -> Result<Self, NoCode> {
        let skipped = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '—' | '–' | '－');
        let code: String = typed.chars().filter(skipped).map(|c| c.to_ascii_uppercase()).collect();
        let known = code.bytes().all(|byte| ALPHABET.contains(&byte));
        if code.len() == LENGTH && known { Ok(Self(code)) } else { Err(NoCode) }
    }

    /// The bare characters, for hashing.
    #[must_use]
    pub fn bare(&self) -> &str {
        &self.0
    }
}

/// In groups of four, as people read it: `K7QM-2XHD-9PRT`.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_str("-")?;
            }
            fmt::Display::fmt(&letter, f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}
