//! What lists and pages show. Other nouns' tables are read through the views they publish.

pub mod annual;
pub mod counted;
mod evaluations;
pub mod handled;
mod inquiries;
mod keys;
mod letters;
mod names;
pub mod public;
mod setting;
pub mod signers;
pub mod statistics;

pub use evaluations::{EvaluationLine, UnitStanding, evaluations, unit_standings};
pub use inquiries::{InquiryLine, inquiries, unit_names, units_of};
pub use keys::{About, KeyLine, Matter, about, keys, numbered, numbered_as};
pub use letters::{
    CaseLine, ISSUED, LetterFilter, LetterLine, MOST_AT_ONCE, OPENED, Urgeable, case, cases, last_series, letters,
    overdue_parts, parts_of, urgeable, veil,
};
pub use names::{Session, delegations, handlers, session, sessions};
pub use setting::{Setting, issuer, setting};
pub use statistics::{category_names, mappings};
