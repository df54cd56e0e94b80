//! Whether a secret ballot was held as its archive says, checked by a stranger: from one file, without network or database.
//!
//! Shares no code with `ballots-seal`, which makes what is checked here; both know the arithmetic of the curve and SHA-256 from the
//! same libraries and nothing else. The archive has the Belenios 1 form: what is checked in it, step by step, stands in
//! `docs/designs/2026-11-23-secret-ballot.md`. What is published beside it is held to it by [`beside`]. Nothing here is secret, so everything may take as long as it takes.
//!
//! A file is taken for hostile: every member, list, number and text has a limit, nothing is read recursively, and no more is kept than
//! what events still wait for.

mod ballot;
mod curve;
mod events;
mod field;
mod folder;
mod group;
mod proof;
mod report;
mod scan;
mod setup;
mod tally;
mod tar;
mod trustees;
mod walk;

pub use folder::{Beside, Fault, Files, Side, beside, changeable};
pub use report::{Check, Failed, Flaw, Opened, Report, Shown, Unread};

/// What whoever checks wants of an archive.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// A vote without a result is no fault: what is there so far is checked.
    pub unfinished: bool,
    /// A second ballot of the same credential is a fault; otherwise the last one counts, as the format has it.
    pub unchanged: bool,
    /// What is done with proofs of decryption in the form of Belenios 1.
    pub old: Old,
    /// Ballots are checked by so many threads.
    pub threads: usize,
}

/// What is done with proofs of decryption in the form of Belenios 1, which name neither what is opened nor what it opens to: a trustee
/// and whoever cast last could together have shifted a total. The report says how many had it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Old {
    /// They are refused.
    Refused,
    /// They are taken, unless the vote's description promises better ones beside the archive.
    Strangers,
    /// They are taken here: whoever asks so has the files beside the archive, and [`beside`] demands of each a proof that names both.
    Beside,
}

impl Default for Wish {
    fn default() -> Self {
        Self { unfinished: false, unchanged: false, old: Old::Refused, threads: 1 }
    }
}

/// Checks a whole archive, reading it once from its beginning.
///
/// # Errors
/// When it cannot be read, or is no archive of a vote at all. What is wrong *in* an archive stands in the report.
pub fn verify(source: impl std::io::Read, wish: &Wish) -> Result<Report, Unread> {
    walk::walk(source, wish)
}
