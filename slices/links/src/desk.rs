//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod contact;
pub mod draft;
pub mod indicator;
pub mod kind;
pub mod link;

use kernel::Refused;
use kit::Problem;
use links_rules::Refusal;

/// A refusal as a problem.
pub(crate) fn refused(refusal: Refusal) -> Problem {
    Refused::from(refusal).into()
}
