//! A generated world for demonstrations and measurements: people, units and suggestions over the real areas of Hunan.
//!
//! Pure: the same seed gives the same world, byte for byte; nothing reads a clock or the machine's chance. Places are real,
//! people are not: names come from lists of common characters, famous names are left out, and telephone numbers lie
//! in a block no operator has been given.

mod chance;
mod grammar;
mod letters;
mod names;
mod people;
mod phrases;
mod places;
mod seats;
mod size;
mod story;
mod texts;
mod turn;
mod units;
mod walk;

pub use chance::Chance;
pub use grammar::{Grammar, Matter};
pub use letters::{About, Finding, Letter, Mark, Remark, finding, remark};
pub use names::{Gender, full_name};
pub use people::{Profile, phone, profile};
pub use phrases::{RARE, RARE_HITS, SHARED};
pub use places::{Area, AreaKind, Place, Places, PlacesError, Village};
pub use seats::{PROVINCE_PEOPLE, Seats, national_seats, seats};
pub use size::{Size, UnknownSize};
pub use story::{Ending, Part, Round, SHOWN, Score, Story, Tempo, When, story};
pub use texts::{Paper, Spot, TITLE_MOST};
pub use turn::{Extension, Objection, Refusal, Turn};
pub use units::{CATEGORIES, FIELDS, Field, field_of};
