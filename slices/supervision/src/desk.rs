//! The desk: one function per verb, each load → rule → save → fact, and the only place with a transaction.

pub mod annual;
pub mod bulk;
pub mod case;
pub mod evaluation;
pub mod evidence;
pub mod inquiry;
pub mod key;
pub mod letter;
pub mod read;
