//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod candidate;
mod certificate;
mod day_change;
mod departure;
mod district;
mod election;
mod leader;
mod mobile;
mod notice;
mod objection;
mod primary;
mod recount;
mod round;
mod voter;

pub use candidate::{Candidate, begin_candidate, candidates, read_candidate, remove_candidate, save_candidate};
pub use certificate::{Certificate, begin_certificate, certificates, confirm_certificates, read_certificate, serial};
pub use day_change::{DayChange, begin_day_change, day_changes};
pub use departure::{Departure, begin_departure, read_departure, save_departure, take_departure};
pub use district::{District, begin_district, districts, read_district, save_district};
pub use election::{Election, begin_election, following, read_election, save_election, take_election};
pub use leader::{LeaderLeave, begin_leader, read_leader, save_leader, take_leader};
pub use mobile::{MobileBox, begin_box, boxes, read_box, remove_box, save_box};
pub use notice::{Notice, begin_notice, read_notice};
pub(crate) use objection::{LIST as OBJECTION, ObjectionRow};
pub use objection::{Objection, begin_objection, read_objection, save_objection};
pub use primary::{PrimaryRound, primaries, save_primary};
pub use recount::{Before, Recount, begin_recount, recounts};
pub use round::{Round, Tallied, begin_round, rounds, tallies};
pub(crate) use voter::{
    LIST as VOTER, begin_voters, correct_voter, count_voters, listed, next_number, numbered, strike_voter,
};
pub use voter::{Voter, read_voter};
