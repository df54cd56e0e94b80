//! What lists and pages show. Other nouns' tables are read through the views they publish.

mod around;
mod list;
mod people;
mod public;
mod seats;

pub use around::{Around, DocumentLine, ExamLine, SpeechLine, around};
pub use list::{LATEST, Line, Narrow, lines, register};
pub use people::{Named, Record, RecordLine, body_name, congresses, known, members, names_of, record, rounds};
pub use public::{ANNOUNCEMENTS, Announced, NoticeLine, announced, announcing, notice};
pub use seats::{HolderLine, SeatLine, overview};
