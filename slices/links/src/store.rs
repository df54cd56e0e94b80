//! Rows ⇄ domain. A row that cannot be is a fault that names table, column and id.

mod contact;
mod draft;
mod indicator;
mod kind;
mod link;

pub use contact::Contact;
pub(crate) use contact::{begin_contact, contacts_of};
pub use draft::Draft;
pub(crate) use draft::{
    add_line, begin_draft, end_draft, lines, move_line, open_draft, read_draft, remove_line, take_draft,
};
pub use indicator::Indicator;
pub(crate) use indicator::{begin_indicator, indicators_of, read_indicator, remove_indicator};
pub use kind::Kind;
pub(crate) use kind::{begin_kind, kinds_of, read_kind, save_kind, take_kind};
pub use link::Link;
pub(crate) use link::ends;
pub(crate) use link::{begin_link, end_link, open_links, read_link, take_link};
