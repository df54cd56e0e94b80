//! The house as a story needs it: the program serving a demonstration, a driver, and browsers to walk in with.

mod browser;
mod line;
mod program;
mod town;

pub use browser::{Browser, Kind};
pub use line::{Line, State};
pub use program::{House, Who};
