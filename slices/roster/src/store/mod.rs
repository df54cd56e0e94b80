//! Rows ⇄ domain. An impossible row is a fault that names table and id.

pub mod body;
pub mod mandate;
pub mod person;
pub mod place;
pub mod term;

use std::str::FromStr;

use kit::Fault;

/// Reads a word of a closed list from a row; the fault names the table.
pub(crate) fn word<T: FromStr<Err: std::fmt::Display>>(table: &str, text: &str) -> Result<T, Fault> {
    text.parse().map_err(|problem| Fault::new(format_args!("table `{table}`: {problem}")))
}
