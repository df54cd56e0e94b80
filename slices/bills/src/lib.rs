//! Bills (议案): drafted, signed by enough deputies, handed in while the congress sits, numbered, reviewed, decided by the presidium.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

pub mod checks;
pub mod desk;
pub mod queries;
mod sight;
mod store;

pub use sight::Sight;
pub use store::{Kept, Laid};
