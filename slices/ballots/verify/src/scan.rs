//! Reads text of one shape only: JSON without a free space, fields in their order, no second way to write the same.
//!
//! There is no general reader on purpose: nothing nests deeper than the shape, nothing is large without a limit, and what was read is,
//! byte for byte, what would be written again.

use crate::report::Flaw;

/// The longest number or point: a 2,048-bit number has 617 digits.
const PLAIN: usize = 700;
/// The longest text for people, in bytes.
const FREE: usize = 20_000;

/// A place in a text.
pub struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scan<'a> {
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// What was read since an earlier place.
    pub fn since(&self, begun: usize) -> &'a [u8] {
        self.bytes.get(begun..self.at).unwrap_or_default()
    }

    /// Whether these letters come next; if so they are read.
    pub fn maybe(&mut self, letters: &str) -> bool {
        let comes = self.rest().starts_with(letters.as_bytes());
        if comes {
            self.at += letters.len();
        }
        comes
    }

    /// These letters must come next.
    pub fn must(&mut self, letters: &str) -> Result<(), Flaw> {
        self.maybe(letters).then_some(()).ok_or(Flaw::Form)
    }

    /// Nothing may come any more.
    pub fn end(&self) -> Result<(), Flaw> {
        self.rest().is_empty().then_some(()).ok_or(Flaw::Form)
    }

    /// A string of printable ASCII without a quote or backslash: a hash, a number, a point.
    pub fn plain(&mut self) -> Result<&'a str, Flaw> {
        self.must("\"")?;
        let window = self.rest().get(..PLAIN).unwrap_or_else(|| self.rest());
        let length = window.iter().position(|byte| *byte == b'"').ok_or(Flaw::Form)?;
        let text = window.get(..length).unwrap_or_default();
        if !text.iter().all(|byte| matches!(byte, b' '..=b'~') && *byte != b'\\') {
            return Err(Flaw::Form);
        }
        self.at += length + 1;
        std::str::from_utf8(text).map_err(|_| Flaw::Form)
    }

    /// A string of ASCII in which quotes and backslashes stand behind a backslash: JSON within JSON.
    pub fn inner(&mut self, most: usize) -> Result<String, Flaw> {
        self.must("\"")?;
        let mut out = String::new();
        while out.len() <= most {
            match *self.rest() {
                [b'"', ..] => {
                    self.at += 1;
                    return Ok(out);
                }
                [b'\\', letter @ (b'"' | b'\\'), ..] => {
                    out.push(char::from(letter));
                    self.at += 2;
                }
                [letter @ b' '..=b'~', ..] if letter != b'\\' => {
                    out.push(char::from(letter));
                    self.at += 1;
                }
                _ => return Err(Flaw::Form),
            }
        }
        Err(Flaw::Large)
    }

    /// A text for people, escaped in any way JSON allows.
    pub fn free(&mut self) -> Result<String, Flaw> {
        self.must("\"")?;
        let mut out = Vec::new();
        while out.len() <= FREE {
            match *self.rest() {
                [b'"', ..] => {
                    self.at += 1;
                    return String::from_utf8(out).map_err(|_| Flaw::Form);
                }
                [b'\\', ..] => {
                    self.at += 1;
                    let letter = self.escape()?;
                    out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                }
                [byte, ..] if byte >= b' ' => {
                    out.push(byte);
                    self.at += 1;
                }
                _ => return Err(Flaw::Form),
            }
        }
        Err(Flaw::Large)
    }

    fn escape(&mut self) -> Result<char, Flaw> {
        let letter = *self.rest().first().ok_or(Flaw::Form)?;
        self.at += 1;
        Ok(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                if let Some(letter) = char::from_u32(first) {
                    return Ok(letter);
                }
                self.must("\\u")?;
                let units = [first, self.unit()?].map(|unit| u16::try_from(unit).unwrap_or_default());
                char::decode_utf16(units).next().and_then(Result::ok).ok_or(Flaw::Form)?
            }
            _ => return Err(Flaw::Form),
        })
    }

    fn unit(&mut self) -> Result<u32, Flaw> {
        let digits = self.rest().get(..4).filter(|four| four.iter().all(u8::is_ascii_hexdigit)).ok_or(Flaw::Form)?;
        self.at += 4;
        let digits = std::str::from_utf8(digits).map_err(|_| Flaw::Form)?;
        u32::from_str_radix(digits, 16).map_err(|_| Flaw::Form)
    }

    /// A whole number, written in the one way.
    pub fn whole(&mut self, most: u64) -> Result<u64, Flaw> {
        let window = self.rest().get(..20).unwrap_or_else(|| self.rest());
        let length = window.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let digits = window.get(..length).unwrap_or_default();
        if digits.is_empty() || (length > 1 && digits.starts_with(b"0")) {
            return Err(Flaw::Form);
        }
        let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok()).ok_or(Flaw::Large)?;
        self.at += length;
        if number > most { Err(Flaw::Large) } else { Ok(number) }
    }

    /// A list of at most so many.
    pub fn list<T>(&mut self, most: usize, mut one: impl FnMut(&mut Self) -> Result<T, Flaw>) -> Result<Vec<T>, Flaw> {
        let mut out = Vec::new();
        self.must("[")?;
        if self.maybe("]") {
            return Ok(out);
        }
        loop {
            if out.len() == most {
                return Err(Flaw::Large);
            }
            out.push(one(self)?);
            if self.maybe("]") {
                return Ok(out);
            }
            self.must(",")?;
        }
    }

    /// A list of exactly so many.
    pub fn exactly<T>(&mut self, count: usize, one: impl FnMut(&mut Self) -> Result<T, Flaw>) -> Result<Vec<T>, Flaw> {
        let list = self.list(count, one).map_err(|flaw| if flaw == Flaw::Large { Flaw::Form } else { flaw })?;
        if list.len() == count { Ok(list) } else { Err(Flaw::Form) }
    }
}
