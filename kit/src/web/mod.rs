//! The web, once: views, forms, problems, sessions, guards, what JSON handlers share.

pub mod api;
pub mod assets;
pub mod csrf;
mod dress;
mod form;
pub mod guard;
mod problem;
pub mod session;
mod view;

pub use dress::{FieldJson, ProblemJson, dress};
pub use form::{File, Form, Typed};
pub use problem::{Errors, Problem, Stale, Wrong};
pub use view::{Facing, NavItem, View, done, facing, go, page, page_with, remember};
