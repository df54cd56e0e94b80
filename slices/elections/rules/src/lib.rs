//! The rules of elections: seats and their allocation, candidates, the calendar, turnout, results, recall, resignation.
//!
//! Pure: no input or output, no clock, no text for people; keys of sentences only. Whole numbers throughout.

mod allocation;
mod calendar;
mod candidates;
mod decimal;
pub mod election;
mod minority;
mod objection;
mod preliminary;
mod recall;
mod resignation;
mod result;
mod turnout;
mod ward;

pub use allocation::{Allocation, Unit, allocate_seats};
pub use calendar::{Calendar, Days, Posted, election_calendar};
pub use candidates::{
    LeaderClass, Mode, Range, deputy_candidate_range, deputy_range, leader_candidate_range, leader_range,
};
pub use decimal::Decimal;
pub use minority::{Band, Minority, minority_rule};
pub use objection::{Objection, Proxy, proxy_check, voter_list_objection};
pub use preliminary::{Contest, Next, Preliminary, preliminary_needed};
pub use recall::{Recall, Recalled, recall_deputy};
pub use resignation::{Resigner, Route, resignation_route};
pub use result::{Outcome, Revote, direct_rerun_result, direct_result, indirect_result, tie_result};
pub use turnout::{Turnout, direct_turnout};
pub use ward::{Ward, ward_check};
