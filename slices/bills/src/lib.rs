//! Bills (议案): drafted, signed by enough deputies, handed in while the congress sits, numbered, reviewed, decided by the presidium.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
pub mod desk;
mod pages;
mod papers;
pub mod queries;
mod sight;
mod store;
mod wanted;

pub use api::api;
pub use pages::pages;
pub use sight::Sight;
pub use store::{Kept, Laid};
