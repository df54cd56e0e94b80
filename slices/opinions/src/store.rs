//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod code;
mod new;
mod opinion;

pub use code::{CodeKept, of_serial, read_code, revoke, scanned, write_code};
pub use new::{NewOpinion, Sealed, begin, sealed};
pub use opinion::{OpinionKept, StepKept, read, save, step, take};
