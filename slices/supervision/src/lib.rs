//! Supervision of handling (督办): key suggestions with their files, urging letters, the register of dissatisfied cases,
//! special inquiries with what is to be put right.
//!
//! `desk` has one function per verb, `queries` what lists and pages show, `checks` the audits of live data.

mod api;
pub mod checks;
mod dated;
pub mod desk;
mod follow;
mod mapped;
mod pages;
mod papers;
pub mod queries;
mod shares;
pub mod sight;
mod store;
mod tally;

pub use api::api;
pub use follow::CASES;
pub use pages::pages;
pub use store::{AnnualKept, EvaluationKept, Evidence, InquiryKept, KeyKept, LetterKept};
pub use tally::{TALLY, rebuild};
