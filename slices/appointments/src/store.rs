//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod added;
mod appointment;
mod elected;
mod person;
mod rule;
mod seat;

pub(crate) use added::{
    add_document, add_exam, add_speech, document_count, give_file, replace_document, standing_document,
};
pub use appointment::Kept;
pub(crate) use appointment::{begin, link_ballot, number, read, save, save_words, take};
pub(crate) use elected::{adopt, came_from, end_one, ended_by_election, name_office, office_of, read_oath, swear};
pub use person::Person;
pub(crate) use person::{begin_person, read_person};
pub(crate) use rule::{keep_rule, rule_of};
pub use seat::{Holding, Seat};
pub(crate) use seat::{begin_holding, begin_seat, end_before_congress, end_holding, holding, read_seat, save_seat};
