//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod candidate;
mod certificate;
mod departure;
mod district;
mod election;
mod notice;
mod round;
mod voter;

pub use candidate::{Candidate, begin_candidate, candidates, read_candidate, remove_candidate, save_candidate};
pub use certificate::{Certificate, begin_certificate, certificates, confirm_certificates, read_certificate, serial};
pub use departure::{Departure, begin_departure, read_departure, save_departure, take_departure};
pub use district::{District, begin_district, districts, read_district, save_district};
pub use election::{Election, begin_election, read_election, save_election, take_election};
pub use notice::{Notice, begin_notice, read_notice};
pub use round::{Round, Tallied, begin_round, rounds, tallies};
pub(crate) use voter::{LIST as VOTER, begin_voters, count_voters, listed, next_number, strike_voter};
pub use voter::{Voter, read_voter};
