//! 法定数字: the functions of the law, each named once, for the command line, for programs and as pages.

mod answer;
mod api;
mod argument;
mod document;
mod pages;
mod places;
mod table;

pub use answer::Answer;
pub use api::{described, routes as api};
pub use argument::{Argument, Given, Kind, Need};
pub use pages::routes as pages;
pub use table::{Function, TOPICS, Topic, all, find};
