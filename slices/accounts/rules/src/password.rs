//! What a password must be: long, and not the first thing anybody would try. No rules about its composition.

use std::fmt;

/// The least number of characters.
pub const LEAST: usize = 10;
/// The greatest number of bytes; more is no safer and costs the server work.
pub const MOST_BYTES: usize = 512;

/// The commonest of ten characters and more, as far as anybody guessing would begin with them.
const COMMON: &[&str] = &[
    "0123456789",
    "1234567890",
    "1234567891",
    "12345678910",
    "123456789a",
    "a123456789",
    "a1234567890",
    "aa123456789",
    "abc1234567",
    "abc123456789",
    "abcd123456",
    "abcd1234567",
    "admin12345",
    "admin123456",
    "administrator",
    "asd123456789",
    "asdf123456",
    "asdfghjkl;",
    "asdfghjkl1",
    "changsha123",
    "hunan123456",
    "iloveyou123",
    "letmein1234",
    "lianluo123",
    "lianluo123456",
    "p@ssw0rd123",
    "passw0rd123",
    "password01",
    "password12",
    "password123",
    "password1234",
    "password12345",
    "q123456789",
    "q1w2e3r4t5",
    "qaz123456789",
    "qazwsxedcrfv",
    "qq123456789",
    "qwe123456789",
    "qwer123456",
    "qwerty1234",
    "qwerty12345",
    "qwerty123456",
    "qwertyuiop",
    "qwertyuiop123",
    "rd12345678",
    "renda12345",
    "renda123456",
    "w123456789",
    "woaini1314",
    "woaini1314520",
    "woaini520520",
    "wang123456",
    "woaini5201314",
    "z123456789",
    "zaq12wsxcde3",
    "zhang123456",
    "zxc123456789",
    "zxcvbnm123",
    "1314520520",
    "1357924680",
    "1q2w3e4r5t",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "1qazxsw23edc",
    "5201314520",
    "520131452013",
];

/// A password somebody chose and the rules took. Never printed.
pub struct Password(String);

/// Why a password was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordError {
    /// Fewer than [`LEAST`] characters.
    Short,
    /// More than [`MOST_BYTES`] bytes.
    Long,
    /// Holds the owner's name, sign-in name or telephone number.
    Own,
    /// Among the first that anybody would try.
    Common,
}

impl Password {
    /// Checks a password against its owner's names and numbers and the commonest ones.
    ///
    /// # Errors
    /// Says the first thing wrong with it.
    pub fn parse(raw: &str, owner: &[&str]) -> Result<Self, PasswordError> {
        if raw.chars().count() < LEAST {
            return Err(PasswordError::Short);
        }
        if raw.len() > MOST_BYTES {
            return Err(PasswordError::Long);
        }
        let lower = raw.to_lowercase();
        let owned = |word: &&str| word.chars().count() > 1 && lower.contains(&word.to_lowercase());
        if owner.iter().any(owned) {
            return Err(PasswordError::Own);
        }
        if COMMON.contains(&lower.as_str()) || monotonous(&lower) {
            return Err(PasswordError::Common);
        }
        Ok(Self(raw.to_owned()))
    }

    /// The characters, for hashing.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// Whether it is one or two characters over and over, or one run up or down the alphabet or the digits.
fn monotonous(text: &str) -> bool {
    let chars: Vec<u32> = text.chars().map(u32::from).collect();
    let mut kinds = chars.clone();
    kinds.sort_unstable();
    kinds.dedup();
    let run = |step: i64| chars.windows(2).all(|pair| matches!(pair, [a, b] if i64::from(*b) - i64::from(*a) == step));
    kinds.len() <= 2 || run(1) || run(-1)
}

impl PasswordError {
    /// The key of the sentence shown beside the field.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "accounts-password-short",
            Self::Long => "accounts-password-long",
            Self::Own => "accounts-password-own",
            Self::Common => "accounts-password-common",
        }
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}
