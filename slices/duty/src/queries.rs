//! What lists and pages show.

pub mod coverage;
pub mod members;
pub mod mine;
pub mod overview;
pub mod roster;
pub mod turns;
