//! The canonical form: the same fact is the same bytes, for ever, on any machine.

use std::sync::OnceLock;

use kernel::{Recorded, Verb};
use serde::Serialize;
use serde_json::Value;
use sha2::Digest;

use super::Entry;
use crate::Fault;

/// Which hash a new fact is chained with. Old facts keep theirs: the name stands before the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// SHA-256, the default.
    Sha256,
    /// SM3, GB/T 32905, for offices that must use it.
    Sm3,
}

static CURRENT: OnceLock<Algorithm> = OnceLock::new();

impl Algorithm {
    /// Sets the algorithm for this process, once, before the first fact.
    pub fn choose(self) {
        // A second choice changes nothing: the first stands until the process ends.
        let _first = CURRENT.set(self);
    }

    /// The algorithm new facts are chained with.
    #[must_use]
    pub fn current() -> Self {
        *CURRENT.get().unwrap_or(&Self::Sha256)
    }

    /// The algorithm whose name stands before the colon of a hash.
    pub(super) fn of(hash: &str) -> Option<Self> {
        match hash.split_once(':')?.0 {
            "sha256" => Some(Self::Sha256),
            "sm3" => Some(Self::Sm3),
            _ => None,
        }
    }

    /// `algorithm:hex` over the bytes of a canonical line.
    pub(super) fn hash(self, line: &str) -> String {
        match self {
            Self::Sha256 => format!("sha256:{}", hex(&sha2::Sha256::digest(line))),
            Self::Sm3 => format!("sm3:{}", hex(&sm3::Sm3::digest(line))),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |four: u8| char::from_digit(u32::from(four), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The bytes that are hashed: every key but `hash`.
pub(super) fn line(entry: &Entry) -> Result<String, Fault> {
    let mut value = serde_json::to_value(entry)?;
    if let Value::Object(map) = &mut value {
        map.remove("hash");
    }
    text(&value)
}

/// The same bytes as [`line()`] for a fact not yet in the journal, whose own canonical text is known: its keys are written in
/// order instead of being sorted, for this is done for every fact.
pub(super) fn joined<F: Verb>(seq: i64, prev: &str, of: &Recorded<F>, fact: &str) -> Result<String, Fault> {
    let (acting_for, at, body, by) = (of.acting_for, of.at.millis(), of.body, of.by);
    let (prev, verb) = (serde_json::to_string(prev)?, serde_json::to_string(of.fact.verb())?);
    let subject = of.subject;
    let (acting_for, body, by) = (quoted(acting_for), quoted(body), quoted(by));
    Ok(format!(
        r#"{{"acting_for":{acting_for},"at":{at},"body":{body},"by":{by},"fact":{fact},"prev":{prev},"seq":{seq},"subject":"{subject}","verb":{verb}}}"#
    ))
}

fn quoted(id: Option<impl std::fmt::Display>) -> String {
    id.map_or_else(|| "null".to_owned(), |id| format!("\"{id}\""))
}

/// The line of an export: every key, in canonical order.
pub(super) fn exported(entry: &Entry) -> Result<String, Fault> {
    text(entry)
}

/// JSON without blanks, the keys of every object in the order of their bytes, whatever the library's map does.
pub(super) fn text(value: &impl Serialize) -> Result<String, Fault> {
    let mut out = String::new();
    write(&serde_json::to_value(value)?, &mut out)?;
    Ok(out)
}

fn write(value: &Value, out: &mut String) -> Result<(), Fault> {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<_> = map.iter().collect();
            keys.sort_by_key(|(key, _)| *key);
            out.push('{');
            for (at, (key, value)) in keys.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                out.push_str(&serde_json::to_string(key)?);
                out.push(':');
                write(value, out)?;
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
        }
        plain => out.push_str(&serde_json::to_string(plain)?),
    }
    Ok(())
}
