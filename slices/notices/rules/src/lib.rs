//! Whom a fact concerns, when a clock is worth a reminder, and how a person wants to be told.
//!
//! Pure: facts, days, calendars and rule books are handed in; who holds which post is looked up by whoever calls.

mod bills;
mod differing;
mod disclosure;
mod doubts;
mod kind;
mod moved;
mod offered;
mod opinions;
mod promises;
mod remind;
mod rhythm;
mod routing;
mod ruling;
mod shown;
mod supervision;
mod told;

pub use bills::{Put, told_by_bill};
pub use disclosure::{Shown, told_by_disclosure};
pub use kind::{Kind, Topic};
pub use offered::OFFERED;
pub use opinions::{Voice, told_by_opinion};
pub use remind::{Clock, Running, Step, Steps, StepsError, Window, candidates, delivered_candidates};
pub use rhythm::Rhythm;
pub use supervision::{Supervised, told_by_supervision};
pub use told::{Audience, Matter, Part, Particulars, Tidings, VIA, told_by};
