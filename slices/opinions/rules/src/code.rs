//! What stands in a printed code: which key signed it, its number, the signature. Short enough for a coarse picture on a poster.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::alphabet::{number, read, written};

/// Bits of a code's own number.
pub const SERIAL_BITS: u32 = 40;
/// Bits of its signature: 2⁶⁰ tries against the site itself find one forged, and that one still names no code.
pub const SIGN_BITS: u32 = 60;
/// Signs of the key's number, of the code's own, and of its signature.
const SIGNS: [usize; 3] = [2, 8, 12];

/// A code as it is printed: `0` to `1023` names the key, so that a new key is taken beside those of posters that hang already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    key: u16,
    serial: u64,
    signature: u64,
}

/// What a code leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodeKind {
    /// 代表码: a deputy.
    Deputy,
    /// 站码: a station.
    Station,
    /// 接待码: one reception at a station.
    Reception,
    /// 活动码: one activity; what is said there is said of it.
    Activity,
}

impl Code {
    /// A code of its three parts; bits beyond their number are cut off.
    #[must_use]
    pub const fn new(key: u16, serial: u64, signature: u64) -> Self {
        let (serial, signature) = (serial & ((1 << SERIAL_BITS) - 1), signature & ((1 << SIGN_BITS) - 1));
        Self { key: key & 1023, serial, signature }
    }

    /// Reads what was scanned or typed. Whether the signature is right is asked of who has the key.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let [key, serial, signature] = SIGNS;
        let values = read(text, key + serial + signature)?;
        let (key, rest) = values.split_at_checked(key)?;
        let (serial, signature) = rest.split_at_checked(serial)?;
        Some(Self::new(u16::try_from(number(key)).ok()?, number(serial), number(signature)))
    }

    /// The number of the key that signed it.
    #[must_use]
    pub const fn key(self) -> u16 {
        self.key
    }

    /// Its own number.
    #[must_use]
    pub const fn serial(self) -> u64 {
        self.serial
    }

    /// Its signature.
    #[must_use]
    pub const fn signature(self) -> u64 {
        self.signature
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(self.key.into(), 2))?;
        f.write_str(&written(self.serial, 8))?;
        f.write_str(&written(self.signature, 12))
    }
}

impl CodeKind {
    /// Every kind there is.
    pub const ALL: [Self; 4] = [Self::Deputy, Self::Station, Self::Reception, Self::Activity];

    /// The word in rows, JSON and signatures.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Deputy => "deputy",
            Self::Station => "station",
            Self::Reception => "reception",
            Self::Activity => "activity",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}
