//! One round of a vote, whatever is voted on: its rule, its figures, what they come to.
//!
//! An election, a decision, a choice of at most K of N and a vote again among the tied are one thing with other settings: approvals are
//! counted, whoever reaches the bar passes, most votes first fill the places. A ranking gives points in place of votes; a rating weighs two grades together (`paper/rating.rs`).

mod checks;
mod count;
mod entries;
mod figures;
mod outcome;
mod ranking;
mod rule;

pub use checks::{Broken, checks, of_count, tellers_in_the_way};
pub use count::{Ballot, Mark, WrittenIn, count};
pub use entries::differing;
pub use figures::{Count, Figures, Line, PaperBox};
pub use outcome::{Decided, Outcome, VoidRound, outcome, presided};
pub use ranking::{count_orders, points, scored};
pub use rule::{Bar, Base, Rule, TieNext, UnclearPart, WriteInRule};
