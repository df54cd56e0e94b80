//! The events of an archive: each named by its hash, each following its parent, with the pieces they point to.

use std::{collections::HashMap, io::Read};

use crate::{
    group::hex,
    report::{Flaw, Unread},
    scan::Scan,
    tar::{self, Piece, Stop},
};

/// So many bytes may wait for an event that points to them; each piece counts a little more than it has.
const WAITING: usize = 128 << 20;
const OVERHEAD: usize = 512;

/// One event.
pub struct Event {
    pub kind: String,
    /// The hash of what it points to.
    pub payload: Option<String>,
}

/// The archive, from the first event to the last.
pub struct Events<R> {
    source: R,
    data: HashMap<String, Vec<u8>>,
    waiting: usize,
    /// The hash of the last event read.
    pub head: Option<String>,
    /// How many were read.
    pub height: u64,
}

impl<R: Read> Events<R> {
    /// Reads the heading; what has none is no archive of a vote.
    pub fn begin(mut source: R) -> Result<Self, Unread> {
        let first = match tar::next(&mut source) {
            Ok(Some(piece)) if piece.name == "BELENIOS" => piece,
            Err(Stop::Unread(unread)) => return Err(unread),
            Ok(_) | Err(Stop::Flaw(_)) => return Err(Unread::Other),
        };
        heading(&first.body).map_err(|_| Unread::Other)?;
        Ok(Self { source, data: HashMap::new(), waiting: 0, head: None, height: 0 })
    }

    /// The next event; `None` where the archive ends.
    pub fn next(&mut self) -> Result<Option<Event>, Stop> {
        while let Some(Piece { name, body }) = tar::next(&mut self.source)? {
            let hash = hex(&body);
            if name.strip_suffix(".data.json") == Some(&hash) {
                self.keep(hash, body)?;
            } else if name.strip_suffix(".event.json") == Some(&hash) {
                let event = self.follow(&body)?;
                self.head = Some(hash);
                self.height += 1;
                return Ok(Some(event));
            } else {
                return Err(Flaw::Name.into());
            }
        }
        Ok(None)
    }

    fn keep(&mut self, hash: String, body: Vec<u8>) -> Result<(), Flaw> {
        self.waiting += body.len() + OVERHEAD;
        if self.waiting > WAITING {
            return Err(Flaw::Large);
        }
        match self.data.insert(hash, body) {
            None => Ok(()),
            Some(_) => Err(Flaw::Twice),
        }
    }

    fn follow(&self, body: &[u8]) -> Result<Event, Flaw> {
        let mut scan = Scan::new(body);
        scan.must("{")?;
        let parent = if scan.maybe("\"parent\":") { Some(scan.plain()?) } else { None };
        if parent.is_some() {
            scan.must(",")?;
        }
        scan.must("\"height\":")?;
        let height = scan.whole(u64::MAX)?;
        scan.must(",\"type\":")?;
        let kind = scan.plain()?.to_owned();
        let payload = if scan.maybe(",\"payload\":") { Some(scan.plain()?.to_owned()) } else { None };
        scan.must("}")?;
        scan.end()?;
        if parent != self.head.as_deref() || height != self.height {
            return Err(Flaw::Chain);
        }
        Ok(Event { kind, payload })
    }

    /// The piece an event points to; no other event may point to it again.
    pub fn payload(&mut self, event: &Event) -> Result<Vec<u8>, Flaw> {
        let hash = event.payload.as_deref().ok_or(Flaw::Missing)?;
        self.take(hash)
    }

    /// The piece of a hash.
    pub fn take(&mut self, hash: &str) -> Result<Vec<u8>, Flaw> {
        let body = self.data.remove(hash).ok_or(Flaw::Missing)?;
        self.waiting -= body.len() + OVERHEAD;
        Ok(body)
    }

    /// Nothing may be left that no event points to.
    pub fn finish(&self) -> Result<(), Flaw> {
        if self.data.is_empty() { Ok(()) } else { Err(Flaw::Spare) }
    }
}

impl Event {
    /// An event that carries nothing.
    pub fn bare(&self) -> Result<(), Flaw> {
        if self.payload.is_none() { Ok(()) } else { Err(Flaw::Spare) }
    }
}

fn heading(body: &[u8]) -> Result<(), Flaw> {
    let mut scan = Scan::new(body);
    scan.must("{\"version\":1,\"timestamp\":")?;
    let digits = scan.plain()?;
    scan.must("}")?;
    scan.end()?;
    if digits.bytes().all(|digit| digit.is_ascii_digit()) && !digits.is_empty() { Ok(()) } else { Err(Flaw::Form) }
}
