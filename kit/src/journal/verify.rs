//! Checking a chain without the program that made it: an export is enough.

use std::io::BufRead;

use super::{Algorithm, Entry, canon};

/// A chain that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many facts were read.
    pub facts: u64,
    /// The hash of the last one, `none` for an empty journal. Compare it with a checkpoint kept elsewhere.
    pub head: String,
}

/// The first place where the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line of the export, from 1.
    pub line: u64,
    /// The number the fact gives itself, if the line can be read at all.
    pub seq: Option<i64>,
    /// What is wrong, as a word: `unreadable`, `order`, `chain`, `algorithm`, `altered` or `form`.
    pub why: &'static str,
    /// What is wrong, for a program's log.
    pub problem: String,
}

/// Recomputes the whole chain of an export, line by line.
///
/// # Errors
/// Names the first fact that is missing, out of order or altered. What was cut off the end shows only against a checkpoint.
pub fn verify(export: impl BufRead) -> Result<Verified, Broken> {
    let mut state = Verified { facts: 0, head: "none".to_owned() };
    for line in export.split(b'\n') {
        let at = state.facts + 1;
        let broken = |seq, (why, problem): Wrong| Broken { line: at, seq, why, problem };
        let bytes = line.map_err(|e| broken(None, ("unreadable", e.to_string())))?;
        let entry: Entry = serde_json::from_slice(&bytes)
            .map_err(|e| broken(None, ("unreadable", format!("the line cannot be read: {e}"))))?;
        check(&state, &bytes, &entry).map_err(|problem| broken(Some(entry.seq), problem))?;
        state = Verified { facts: at, head: entry.hash };
    }
    Ok(state)
}

/// The word and what it says.
type Wrong = (&'static str, String);

fn check(state: &Verified, bytes: &[u8], entry: &Entry) -> Result<(), Wrong> {
    if i64::try_from(state.facts + 1) != Ok(entry.seq) {
        return Err(("order", format!("fact {} stands where fact {} belongs", entry.seq, state.facts + 1)));
    }
    if entry.prev != state.head {
        return Err(("chain", "it does not follow the fact before it".to_owned()));
    }
    let algorithm = Algorithm::of(&entry.hash);
    let algorithm = algorithm.ok_or(("algorithm", "its hash names no algorithm we know".to_owned()))?;
    let line = canon::line(entry).map_err(|e| ("form", e.to_string()))?;
    if algorithm.hash(&line) != entry.hash {
        return Err(("altered", "its hash does not fit what it says: it was altered".to_owned()));
    }
    if canon::exported(entry).map_err(|e| ("form", e.to_string()))?.as_bytes() != bytes {
        return Err(("form", "it is not written in the canonical form".to_owned()));
    }
    Ok(())
}

/// The hash a verified export gives for the fact at a place.
pub fn hash_at(export: impl BufRead, seq: i64) -> Option<String> {
    let line = export.split(b'\n').nth(usize::try_from(seq.checked_sub(1)?).ok()?)?.ok()?;
    serde_json::from_slice::<Entry>(&line).ok().filter(|entry| entry.seq == seq).map(|entry| entry.hash)
}
