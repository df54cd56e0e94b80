//! Search over Chinese text: a throw-away index in a folder beside the database, fed from the journal.
//!
//! The index holds every two neighbouring characters of a text with their positions, so a phrase is found exactly
//! where a scan of the text would find it, whatever its length, script or punctuation. It stores no text: only who may
//! find a matter, its day and its id. It can be deleted at any time and is rebuilt from the database
//! (docs/decisions/search.md).

mod asked;
mod document;
mod feed;
mod fields;
mod index;
mod marked;
mod newest;
mod pairs;
mod similar;

pub use asked::{Asked, Within};
pub use document::Document;
pub use feed::{Feed, Load, Pages, Source};
pub use index::{Search, Watermark};
pub use marked::{Piece, excerpt, marked};
pub use newest::{Found, Hit};
pub use pairs::{fold, found_in};
