//! The web, once: views, forms, problems, sessions, guards, what JSON handlers share.

pub mod api;
pub mod assets;
pub mod clean;
pub mod csrf;
mod dress;
mod form;
pub mod guard;
mod problem;
mod query;
mod read;
pub mod session;
mod view;

pub use dress::{FieldJson, ProblemJson, dress};
pub use form::{File, Form, Typed};
pub use problem::{Compared, Errors, Filled, Kept, Problem, Stale, Wrong, later};
pub use query::{Query, chosen};
pub use view::{Facing, NavGroup, NavItem, View, done, facing, go, page, page_with, remember};
