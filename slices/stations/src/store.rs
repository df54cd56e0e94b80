//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod event;
mod grade;
mod photo;
mod station;
mod year;

use kernel::Text;

pub(crate) use event::{Event, NewEvent, begin_event, read_event};
pub(crate) use grade::{GradeKept, begin_grade, read_grade, save_grade, scheme_of, take_grade};
pub(crate) use photo::{add_photos, forget_photos, photos, remove_photo};
pub use station::Station;
pub(crate) use station::{begin, bequeath, note, read, save, take};
pub(crate) use year::{YearKept, read_year, save_year};

/// The words, or none.
pub(crate) fn words<const MAX: usize>(text: &Option<Text<MAX>>) -> &str {
    text.as_ref().map_or("", Text::as_str)
}
