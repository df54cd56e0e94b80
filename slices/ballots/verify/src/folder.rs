//! What is published beside an archive: by what rule the vote was held, who was handed a ballot, which credentials were let in, who
//! confirmed the frozen list. The files, line by line, stand in `docs/designs/2026-11-23-secret-ballot-hall.md`.
//!
//! Names are in none of them: numbers of the roll stand for persons, and whoever has the roll compares the two.

mod decrypt;
mod keys;
mod sheets;

use std::collections::BTreeMap;

use crate::report::{Check, Flaw, Report};
use sheets::Rule;

/// One thing that is held against the archive, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// `rule.json` is of this vote.
    Rule,
    /// `rsa.pem` is the key with which credentials were signed.
    Key,
    /// `issue.jsonl`: each number asked once, by its own device, and was answered with the key.
    Issue,
    /// `roll.json`, which names persons and stays inside the body: every device is the one compared at the desk. Where it is not there,
    /// this is not reached, and that is no fault.
    Roll,
    /// `tokens.jsonl`: the credentials of the frozen list, each signed with the key.
    Tokens,
    /// `confirm.jsonl`: each by a device that was handed a ballot, of the list as it was frozen.
    Confirmations,
    /// As many confirmed as are in the list, no more than were handed a ballot, and no fewer than the rule asks.
    Opening,
    /// `decrypt.jsonl`: a proof of each factor in the archive, which names what is opened and what it opens to; not needed where those
    /// in the archive do.
    Decryptions,
}

impl Side {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Rule,
        Self::Key,
        Self::Issue,
        Self::Roll,
        Self::Tokens,
        Self::Confirmations,
        Self::Opening,
        Self::Decryptions,
    ];

    /// The file it is about; the opening is about all.
    #[must_use]
    pub const fn file(self) -> Option<&'static str> {
        match self {
            Self::Rule => Some("rule.json"),
            Self::Key => Some("rsa.pem"),
            Self::Issue => Some("issue.jsonl"),
            Self::Roll => Some("roll.json"),
            Self::Tokens => Some("tokens.jsonl"),
            Self::Confirmations => Some("confirm.jsonl"),
            Self::Decryptions => Some("decrypt.jsonl"),
            Self::Opening => None,
        }
    }

    /// The key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Rule => "ballots-verify-rule",
            Self::Key => "ballots-verify-rsa",
            Self::Issue => "ballots-verify-issue",
            Self::Roll => "ballots-verify-roll",
            Self::Tokens => "ballots-verify-tokens",
            Self::Confirmations => "ballots-verify-confirmations",
            Self::Opening => "ballots-verify-opening",
            Self::Decryptions => "ballots-verify-bound",
        }
    }
}

/// The files that are there, as they are.
pub type Files = BTreeMap<Side, Vec<u8>>;

/// What is wrong with a file, and in which line, the first being 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub flaw: Flaw,
    /// Where.
    pub line: u64,
}

impl Flaw {
    const fn at(self, line: u64) -> Fault {
        Fault { flaw: self, line }
    }
}

/// What the files beside an archive came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Each check that was reached, in order: how many things it looked at, or what is wrong.
    pub told: Vec<(Side, Result<u64, Fault>)>,
    /// The hash of the key that signed, which the hall's screen showed. Phones took no other.
    pub key: Option<String>,
}

impl Beside {
    /// Whether all was reached and nothing is wrong.
    #[must_use]
    pub fn is_good(&self) -> bool {
        Side::ALL.into_iter().all(|side| self.outcome(side).map_or(side == Side::Roll, |outcome| outcome.is_ok()))
    }

    /// What one check came to; `None` if it was not reached.
    #[must_use]
    pub fn outcome(&self, side: Side) -> Option<Result<u64, Fault>> {
        self.told.iter().find(|(one, _)| *one == side).map(|(_, outcome)| *outcome)
    }

    /// Takes one file; what it holds, if it holds.
    fn take<T>(&mut self, side: Side, files: &Files, read: impl FnOnce(&[u8]) -> Result<(u64, T), Fault>) -> Option<T> {
        match files.get(&side).ok_or(Flaw::Absent.at(0)).and_then(|text| read(text)) {
            Ok((count, held)) => {
                self.told.push((side, Ok(count)));
                Some(held)
            }
            Err(fault) => {
                self.told.push((side, Err(fault)));
                None
            }
        }
    }
}

/// Whether the rule lets a voter change a ballot: only where it is there and says so.
#[must_use]
pub fn changeable(files: &Files) -> bool {
    files.get(&Side::Rule).is_some_and(|text| Rule::read(text).is_ok_and(|rule| rule.changeable))
}

/// Holds the files to the archive beside them. Nothing is reached where the archive has no good list of credentials.
#[must_use]
pub fn beside(files: &Files, report: &Report) -> Beside {
    let mut out = Beside::default();
    if report.held(Check::Credentials).is_none() {
        return out;
    }
    if !files.contains_key(&Side::Decryptions) && report.old == 0 {
        out.told.push((Side::Decryptions, Ok(0)));
    } else {
        out.take(Side::Decryptions, files, |text| Ok((decrypt::all(text, report)?, ())));
    }
    let rule = out.take(Side::Rule, files, |text| Ok((1, sheets::rule(text, report)?)));
    let Some(key) = out.take(Side::Key, files, |text| Ok((1, keys::Blind::read(text).map_err(|flaw| flaw.at(1))?)))
    else {
        return out;
    };
    out.key = Some(key.hash.clone());
    let issue = out.take(Side::Issue, files, |text| sheets::issue(text, report, &key));
    if let Some(issue) = issue.as_ref().filter(|_| files.contains_key(&Side::Roll)) {
        out.take(Side::Roll, files, |text| sheets::roll(text, issue));
    }
    out.take(Side::Tokens, files, |text| sheets::tokens(text, report, &key));
    let Some(issue) = issue else { return out };
    let confirmed = out.take(Side::Confirmations, files, |text| sheets::confirmations(text, report, &issue));
    if let (Some(rule), Some(confirmed)) = (rule, confirmed) {
        out.told.push((Side::Opening, opening(&rule, report, issue.len(), confirmed)));
    }
    out
}

/// A ballot may be cast once |confirmed| = |L| ≤ |issued| and the list is long enough; until then nothing is asked.
///
/// Whoever confirms honestly owns one entry of the list; so there are no more entries of nobody than there are false confirmations.
fn opening(rule: &Rule, report: &Report, issued: usize, confirmed: usize) -> Result<u64, Fault> {
    let listed = report.credentials.len();
    let count = u64::try_from(listed).unwrap_or(u64::MAX);
    if report.held(Check::Ballots) == Some(0) {
        return Ok(count);
    }
    if confirmed != listed || listed > issued {
        return Err(Flaw::Unequal.at(0));
    }
    if count < rule.least { Err(Flaw::Least.at(0)) } else { Ok(count) }
}
