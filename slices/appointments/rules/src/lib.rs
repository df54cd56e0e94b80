//! The rules of appointments: whose way into and out of which office leads through which body, who acts meanwhile, what goes together.
//!
//! Pure: no input or output, no clock, no text for people; keys of sentences only.

mod acting;
mod incompatible;
mod nominations;
mod office;
mod route;

pub use acting::{Acting, ActingStep, Head, acting_route};
pub use incompatible::{Compatibility, Conflict, Post, incompatible_posts};
pub use nominations::{Nominated, Rule, Vote, failed_nominations};
pub use office::Office;
pub use route::{Nominator, Oath, Route, Way, appointment_route};
