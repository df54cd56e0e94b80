//! The rules of appointments: whose way into and out of which office leads through which body, who acts meanwhile, what goes together, and how
//! a proposal goes from the desk to the register.
//!
//! Pure: no input or output, no clock, no text for people; keys of sentences only.

mod acting;
mod appointment;
mod checks;
mod fact;
mod ids;
mod incompatible;
mod needs;
mod nominations;
mod office;
mod refusal;
mod route;
mod settings;
mod stage;
mod vacancy;
mod way;
mod words;

pub use acting::{Acting, ActingStep, Head, acting_route};
pub use appointment::{Appointment, Done, Matter};
pub use checks::{Asked, Checked, Exam, checks, may_go_on, post_of};
pub use fact::Fact;
pub use ids::{AppointeeId, AppointmentId, HoldingId, SeatId, mark};
pub use incompatible::{Compatibility, Conflict, Post, incompatible_posts};
pub use needs::Needs;
pub use nominations::{Nominated, Rule, Vote, failed_nominations};
pub use office::Office;
pub use refusal::Refusal;
pub use route::{Nominator, Oath, Route, Way, appointment_route, is_elected};
pub use settings::Settings;
pub use stage::{After, Filed, Letter, Meeting, Number, STAGES, Stage, Sworn, Tally};
pub use vacancy::{Held, MOST_MONTHS, Standing, acting_days, ends_within, overview, term_ends};
pub use way::{head_of, may_be_dismissed, moves_to_dismiss, proposal_route, verb_of};
pub use words::{Document, Fit, How, Kind, OathForm, Speech, Together};
