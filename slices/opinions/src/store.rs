//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod code;
mod consent;
mod count;
mod new;
mod opinion;

pub use code::{CodeKept, lead, of_serial, read_code, revoke, scanned, write_code};
pub use consent::{agree, agree_deputy, forget, opened, survey, surveyed};
pub use new::{NewOpinion, Sealed, begin, claim_ticket, lies_with, sealed};
pub use opinion::{OpinionKept, StepKept, raise, read, save, step, take};
