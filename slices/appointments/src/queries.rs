//! What lists and pages show. Other nouns' tables are read through the views they publish.

mod around;
mod elected;
mod list;
mod people;
mod public;
mod rounds;
mod seats;
mod together;
mod vacancies;

pub use around::{Around, DocumentLine, ExamLine, SpeechLine, around, file};
pub use elected::{ElectedLine, LeaderElection, elected, elected_by, leader_election, leader_elections};
pub use list::{LATEST, Line, Narrow, lines, register};
pub use people::{Record, RecordLine, known, looked_at, members, names_of, record};
pub use public::{ANNOUNCEMENTS, Announced, NoticeLine, announced, announcing, notice};
pub use rounds::{Offered, Taken, rounds, taken, tally};
pub use seats::{HolderLine, SeatLine, overview};
pub use together::{Waiting, rounds_since, waiting};
pub use vacancies::{BY_AREA, VacancyLine, VacancySum, VacantOffice, keeping, vacancies, vacancy_sum, vacant_offices};
