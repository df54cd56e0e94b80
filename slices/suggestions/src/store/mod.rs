//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod asked;
mod assignment;
mod contacts;
mod counts;
mod differences;
mod doubts;
mod holds;
mod load;
mod merged;
mod notice_number;
mod numbering;
mod points;
mod promises;
mod remarks;
mod reply;
mod rules;
mod save;
mod shown;
mod suggestion;

pub(crate) use contacts::{contact, contacts, keep_contact};
pub(crate) use counts::Counts;
pub(crate) use differences::{difference, keep_difference, settle_difference};
pub(crate) use doubts::{doubts, keep_doubt};
pub(crate) use holds::{forget_hold, hold, keep_hold};
pub use load::Kept;
pub(crate) use load::{edition, read, take};
pub(crate) use merged::{GoingAlong, going_along, of_number};
pub(crate) use notice_number::keep_notice_number;
pub use notice_number::{NoticeNumber, notice_numbers};
pub(crate) use numbering::next_number;
pub(crate) use promises::{keep_promise, promises};
pub(crate) use remarks::{CONFIDENTIAL, Words, keep_words};
pub(crate) use rules::{book_of_term, default_book, lay_rule, rule_book};
pub(crate) use save::{begin, discard, save};
pub(crate) use shown::{keep_shown, shown_drafts};
