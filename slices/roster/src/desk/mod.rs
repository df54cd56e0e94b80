//! One function per verb: load → rule → save → fact, in one transaction.

pub mod set_up;
