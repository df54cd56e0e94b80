//! The pieces of an archive: an old-style tar of plain files, read once and never more than one piece at a time.

use std::io::{ErrorKind, Read};

use crate::report::{Flaw, Unread};

/// No piece is larger: the list of half a million credentials is 33 MB.
const PIECE: u64 = 40 << 20;
const BLOCK: usize = 512;

/// Why there is no next piece.
#[derive(Debug)]
pub enum Stop {
    Flaw(Flaw),
    Unread(Unread),
}

impl From<Flaw> for Stop {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

/// One piece.
pub struct Piece {
    pub name: String,
    pub body: Vec<u8>,
}

/// The next piece; `None` where the archive ends.
pub fn next(source: &mut impl Read) -> Result<Option<Piece>, Stop> {
    let head = exactly(source, BLOCK)?;
    if head.is_empty() {
        return Ok(None);
    }
    let (name, size) = heading(&head).ok_or(Flaw::Cut)?;
    if size > PIECE {
        return Err(Flaw::Large.into());
    }
    let size = usize::try_from(size).map_err(|_| Flaw::Large)?;
    let body = exactly(source, size)?;
    let filling = size.div_ceil(BLOCK) * BLOCK - size;
    let zeros = exactly(source, filling)?;
    if body.len() != size || zeros.len() != filling || zeros.iter().any(|byte| *byte != 0) {
        return Err(Flaw::Cut.into());
    }
    Ok(Some(Piece { name, body }))
}

/// So many bytes, or fewer where the source ends; nothing is set aside for what does not come.
fn exactly(source: &mut impl Read, count: usize) -> Result<Vec<u8>, Stop> {
    let mut out = Vec::new();
    let most = u64::try_from(count).unwrap_or(u64::MAX);
    match source.by_ref().take(most).read_to_end(&mut out) {
        Ok(_) => Ok(out),
        Err(problem) if problem.kind() == ErrorKind::UnexpectedEof => Err(Flaw::Cut.into()),
        Err(problem) => Err(Stop::Unread(Unread::Io(problem))),
    }
}

fn heading(head: &[u8]) -> Option<(String, u64)> {
    if head.len() != BLOCK || !matches!(head.get(156)?, b'0' | 0) || head.get(157..)?.iter().any(|byte| *byte != 0) {
        return None;
    }
    let told = octal(head.get(148..154)?, 6)?;
    let (before, after) = (head.get(..148)?, head.get(156..)?);
    let sum: u64 = before.iter().chain(after).map(|byte| u64::from(*byte)).sum();
    if told != sum + 8 * 32 || head.get(154..156)? != b"\0 " || *head.get(135)? != 0 {
        return None;
    }
    let name = head.get(..100)?;
    let length = name.iter().position(|byte| *byte == 0)?;
    let (name, filling) = name.split_at(length);
    if filling.iter().any(|byte| *byte != 0) || !name.iter().all(|byte| matches!(byte, b'!'..=b'~')) {
        return None;
    }
    Some((String::from_utf8(name.to_vec()).ok()?, octal(head.get(124..135)?, 11)?))
}

fn octal(digits: &[u8], length: usize) -> Option<u64> {
    if digits.len() != length {
        return None;
    }
    digits.iter().try_fold(0, |sum: u64, digit| match digit {
        b'0'..=b'7' => Some(sum * 8 + u64::from(digit - b'0')),
        _ => None,
    })
}
