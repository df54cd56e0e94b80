//! Spreadsheets in and out.
//!
//! In: an upload is read and checked into a staging table ([`stage()`]), looked at ([`rows()`], [`report()`]), and its good rows are
//! kept in one transaction ([`commit()`]). A noun fills in a [`SheetSpec`]. Out: an [`Export`] writes XLSX or CSV, complete or
//! not at all. [`read()`] alone reads any table row by row, for the command line.

pub mod api;
mod book;
mod check;
mod column;
mod commit;
mod delimited;
mod encoding;
mod excel;
mod export;
mod guard;
mod guard_text;
mod handlers;
mod header;
mod import;
pub mod pages;
mod progress;
mod read;
mod ready;
mod report;
mod rows;
mod spec;
mod stage;
mod template;
mod unreadable;
mod upload;
mod values;

pub use check::Status;
pub use column::{CellError, Cells, Column};
pub use commit::commit;
pub use export::{Cell, Export};
pub use handlers::Place;
pub use import::{Import, ImportId, Opened, State, find, give_up, latest, open, open_once, tidy};
pub use progress::Progress;
pub use read::{Limits, Line, Next, Stop, looks_like_a_table, read};
pub use ready::{Kind, ROW_COUNT, Ready};
pub use report::report;
pub use rows::{Show, StagedRow, each_row, rows};
pub use spec::{BadRows, Said, SheetSpec, Taking};
pub use stage::{stage, stage_behind};
pub use template::template;
pub use unreadable::Unreadable;
pub use upload::Upload;
pub use values::{Flaw, day};
