//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod count;
pub mod method;
pub mod prepare;
pub mod round;
pub mod settle;
pub mod signed;
pub(crate) mod taken;
