//! What lists and pages show. Other nouns' tables are read through the views they publish.

mod certificates;
mod departures;
mod elections;
mod electors;
mod leaders;
mod notices;
mod objections;
pub mod people;
mod progress;
mod voters;
pub mod whole;

pub use certificates::{
    BY_NUMBER, CertificateLine, Checked, checked, of_election, of_register, register, whole_register,
};
pub use departures::{BY_RECEIVED, DepartureLine, VacancyLine, departures, vacancies};
pub use elections::{BY_DAY, ElectionFilter, ElectionLine, elections};
pub use electors::{Elector, electors};
pub use leaders::{Holder, LEADERS, LeaderLine, holder, leaders, may_be_gone};
pub use notices::{LATEST, NoticeLine, notices, of_subject};
pub use objections::{BY_ARRIVAL, WaitingLine, objections, waiting};
pub use progress::{
    BY_AREA, ProgressLine, ProgressOf, ProgressSum, participation, progress, progress_sum, whole_progress,
};
pub use voters::{BY_PLACE, posted, voters};
pub use whole::{Part, Whole, whole};
