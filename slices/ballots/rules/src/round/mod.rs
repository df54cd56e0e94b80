//! One round of a vote, whatever is voted on: its rule, its figures, what they come to.
//!
//! An election, a decision, a choice of at most K of N, a ranking and a vote again among the tied are one thing with other settings: approvals
//! are counted, whoever reaches the bar passes, most votes first fill the places. A rating is another thing and has a file of its own.

mod checks;
mod count;
mod entries;
mod figures;
mod outcome;
mod rating;
mod rule;

pub use checks::{Broken, checks, of_count, tellers_in_the_way};
pub use count::{Ballot, Mark, WrittenIn, count};
pub use entries::differing;
pub use figures::{Count, Figures, Line, PaperBox};
pub use outcome::{Decided, Outcome, VoidRound, outcome, presided};
pub use rating::{Grade, Rated, RatingMap, RatingRule, rate};
pub use rule::{Bar, Base, Rule, TieNext, UnclearPart, WriteInRule};
