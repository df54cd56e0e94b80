//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

mod decisions;
pub mod disclose;
mod make;
pub mod prepare;
pub mod take_down;
pub mod withhold;

use kernel::{Refusal, Refused};
use kit::Problem;

pub use decisions::{Decision, DisclosureWanted};
pub use make::{Made, make};

/// Somebody decided about it since the caller looked.
fn changed() -> Problem {
    Refused::new(Refusal::NotNow, "disclosure-refused-changed").into()
}
