//! Whom a fact concerns, when a clock is worth a reminder, and how a person wants to be told.
//!
//! Pure: facts, days, calendars and rule books are handed in; who holds which post is looked up by whoever calls.

mod appointments;
mod ballots;
mod bills;
mod differing;
mod disclosure;
mod doubts;
mod duty;
mod elections;
mod kind;
mod kinds;
mod links;
mod mending;
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
mod topic;

pub use appointments::{Proposed, told_by_appointment};
pub use ballots::{Counting, ROUND_VERBS, told_by_round};
pub use bills::{Put, told_by_bill};
pub use disclosure::{Shown, told_by_disclosure};
pub use duty::{told_by_duty, told_of_stuck};
pub use elections::{objection_due, posting_due, told_by_election};
pub use kind::Kind;
pub use links::told_by_link;
pub use offered::OFFERED;
pub use opinions::{Voice, told_by_opinion};
pub use remind::{
    Clock, Running, Step, Steps, StepsError, Window, candidates, delivered_candidates, waiting_candidates,
};
pub use rhythm::Rhythm;
pub use supervision::{Supervised, told_by_supervision};
pub use told::{Audience, Matter, Part, Particulars, Tidings, VIA, told_by};
pub use topic::Topic;
