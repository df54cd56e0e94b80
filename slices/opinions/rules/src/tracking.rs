//! 查询码: by which somebody without an account follows their own opinion. Eighty bits, in four groups that can be read aloud.

use std::fmt;

use crate::alphabet::{read, sign};

/// Bytes of chance in a tracking code.
pub const TRACKING_BYTES: usize = 10;

/// A tracking code. It opens the opinion, so it is kept as a hash and never shown in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Tracking([u8; TRACKING_BYTES]);

impl Tracking {
    /// A code of ten bytes nobody can guess.
    #[must_use]
    pub const fn new(bytes: [u8; TRACKING_BYTES]) -> Self {
        Self(bytes)
    }

    /// Reads what was typed: with or without hyphens and blanks, in either case.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let values = read(text, 16)?;
        let mut bytes = [0; TRACKING_BYTES];
        for (at, value) in values.into_iter().enumerate() {
            // Each sign holds five bits; the first bit of it stands at five times its place.
            for bit in 0..5 {
                let place = at * 5 + bit;
                let set = u8::from(value >> (4 - bit) & 1 == 1);
                if let Some(byte) = bytes.get_mut(place / 8) {
                    *byte |= set << (7 - place % 8);
                }
            }
        }
        Some(Self(bytes))
    }

    /// The code as it is shown: `7K2M-9QWX-R4T6-Y8Z1`.
    #[must_use]
    pub fn shown(&self) -> String {
        let bit = |place: usize| self.0.get(place / 8).map_or(0, |byte| u64::from(byte >> (7 - place % 8) & 1));
        let one = |at: usize| sign((0..5).fold(0, |value, of| value << 1 | bit(at * 5 + of)));
        let group = |of: usize| (0..4).map(|at| one(of * 4 + at)).collect::<String>();
        (0..4).map(group).collect::<Vec<_>>().join("-")
    }
}

/// Never the code itself: it would end in a log.
impl fmt::Debug for Tracking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tracking(****)")
    }
}
