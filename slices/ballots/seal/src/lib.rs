//! A secret ballot whose totals alone are ever opened.
//!
//! Every choice is encrypted on the voter's device, with a proof that it is one of those allowed; encrypted choices are added up, and
//! only the sums are decrypted, by trustees of whom each holds a part of the key. Messages have the form of Belenios 1 over edwards25519,
//! so that a program that is not ours can check them. The protocol, and what it does not promise, stand in
//! `docs/designs/2026-11-23-secret-ballot.md` and `docs/decisions/2026-11-23-secret-ballot.md`.
//!
//! Pure: no input or output, no clock; chance is handed in. What depends on a secret takes the same time whatever the secret is, and
//! secrets are wiped when they are dropped. Nothing here is shared with `ballots-verify`, which checks what this makes.

pub mod archive;
mod ballot;
mod check;
mod curve;
mod election;
mod group;
mod message;
mod proof;
mod tally;
#[cfg(test)]
mod tests;
mod trustee;

pub use ballot::{Choices, Unfit, seal};
pub use check::{Admitted, Refused, admit};
pub use curve::Curve;
pub use election::{BOUND, Credentials, Election, Question, Wrong};
pub use group::{Chance, Group, Secret};
pub use tally::{Open, Totals};
pub use trustee::{Decryption, Public, Trustee, beside_archive, in_archive, sum_of_keys, trustees_json};
