//! Looks an archive over before it is opened, so that no file can make the server run out of memory.

use std::{
    fs::File,
    io::{BufReader, Read},
};

use super::{Limits, Unreadable, guard_text::Texts};

/// More shared strings than any table within the limits has.
const MOST_STRINGS: u64 = 8_000_000;
/// Parts of an archive; a workbook has some dozens.
const MOST_PARTS: usize = 4_096;
/// Of the text shared by all sheets, which is held in memory while they are read.
const MOST_SHARED: u64 = 256 << 20;
/// Of each part held in memory whole: styles, relations, the list of sheets.
const MOST_SMALL: u64 = 8 << 20;

/// Unpacks every part once, counting and keeping nothing, and refuses what would be too much.
///
/// The sizes an archive states cannot be believed, nor can the number of strings it claims to hold: the reader behind
/// us would set memory aside for as many as the file says.
pub(super) fn look_over(file: &File, limits: &Limits) -> Result<(), Unreadable> {
    let damaged = |error: zip::result::ZipError| Unreadable::Damaged { what: error.to_string() };
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Unreadable::Bomb);
    }
    let mut left = limits.unpacked;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_ascii_lowercase().replace('\\', "/");
        if name.contains("encryptedpackage") {
            return Err(Unreadable::OldOrLocked);
        }
        if name == "_rels/.rels" {
            let mut text = String::new();
            (&mut part).take(MOST_SMALL).read_to_string(&mut text)?;
            if !names_one_workbook(&text) {
                return Err(Unreadable::NotATable);
            }
            continue;
        }
        let shared = name.ends_with("sharedstrings.xml");
        let streamed = !name.starts_with("xl/workbook") && !name.ends_with("styles.xml") && !name.ends_with(".rels");
        let most = match (shared, streamed) {
            (true, _) => MOST_SHARED,
            (false, true) => left,
            (false, false) => MOST_SMALL,
        };
        left -= count(&mut part, most.min(left), (shared, name.ends_with(".xml")))?;
    }
    Ok(())
}

/// Whether the archive's list of parts names one workbook, where every office program puts it. A part of another name,
/// which is not measured as a workbook is, must not be read as one.
fn names_one_workbook(relations: &str) -> bool {
    let relations = relations.to_ascii_lowercase().replace('\'', "\"");
    let mut books = relations.split('<').filter(|element| element.contains("relationships/officedocument\""));
    let (Some(book), None) = (books.next(), books.next()) else { return false };
    let mut targets = book.split("target=\"").skip(1);
    let (Some(target), None) = (targets.next(), targets.next()) else { return false };
    let path = target.split('"').next().unwrap_or_default();
    path.trim_start_matches('/')
        .strip_prefix("xl/workbook")
        .is_some_and(|rest| rest.ends_with(".xml") && !rest.contains('/'))
}

fn count(part: &mut impl Read, most: u64, (shared, xml): (bool, bool)) -> Result<u64, Unreadable> {
    let mut buffer = [0u8; 32 << 10];
    let (mut total, mut claim, mut texts) = (0u64, Claim::default(), Texts::default());
    loop {
        let got = part.read(&mut buffer)?;
        let Some(bytes) = buffer.get(..got).filter(|bytes| !bytes.is_empty()) else {
            return Ok(total);
        };
        total += bytes.len() as u64;
        if total > most || (shared && claim.excessive(bytes)) || (xml && texts.excessive(bytes)) {
            return Err(Unreadable::Bomb);
        }
    }
}

/// Watches a stream of XML for `uniqueCount = "…"` with a number beyond reason, wherever it stands.
#[derive(Default)]
struct Claim {
    matched: usize,
    number: u64,
}

impl Claim {
    const WORD: &'static [u8] = b"uniqueCount";

    fn excessive(&mut self, bytes: &[u8]) -> bool {
        bytes.iter().any(|byte| self.step(*byte))
    }

    fn step(&mut self, byte: u8) -> bool {
        if byte == 0 {
            return true; // UTF-16 would hide the word from us; XML has no such byte in UTF-8
        }
        if self.matched < Self::WORD.len() {
            let fits = Self::WORD.get(self.matched) == Some(&byte);
            self.matched = if fits { self.matched + 1 } else { usize::from(byte == b'u') };
            self.number = 0;
            return false;
        }
        match byte {
            b'0'..=b'9' => self.number = self.number.saturating_mul(10).saturating_add(u64::from(byte - b'0')),
            b' ' | b'\t' | b'\r' | b'\n' | b'=' | b'"' | b'\'' if self.number == 0 => {}
            _ => self.matched = usize::from(byte == b'u'),
        }
        self.number > MOST_STRINGS
    }
}
