//! The rules of votes: which ballot counts, who passes, who is elected, what a tie comes to.
//!
//! Pure: no input or output, no clock, no text for people; keys of sentences only. Whole numbers throughout: a half is `2 * votes`, never a share.

mod ballot;
mod committee;
mod cut;
pub mod paper;
pub mod round;
pub mod secret;
mod write_in;

pub use ballot::{BallotStatus, Marked, ballot_status};
pub use committee::{CommitteeVote, committee_vote};
pub use cut::{Cut, Tally, cut, ranked};
pub use write_in::{Voter, WriteIn, write_in_allowed};
