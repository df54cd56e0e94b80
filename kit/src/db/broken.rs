//! An impossible row: a fault that names table, column and id.

use std::fmt::Display;

use crate::Fault;

/// Which row is being read.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// Its table.
    pub table: &'static str,
    /// Its identity.
    pub id: &'a (dyn Display + Sync),
}

impl At<'_> {
    /// The column holds, or lacks, what the row's stage forbids.
    #[must_use]
    pub fn broken(&self, column: &str, problem: impl Display) -> Fault {
        Fault::new(format_args!("table `{}`, row {}, column `{column}`: {problem}", self.table, self.id))
    }

    /// The column must be filled.
    ///
    /// # Errors
    /// When it is empty.
    pub fn need<T>(&self, column: &str, value: Option<T>) -> Result<T, Fault> {
        value.ok_or_else(|| self.broken(column, "is empty, which cannot be at this stage"))
    }

    /// The word must be known.
    ///
    /// # Errors
    /// When it means nothing.
    pub fn word<T>(&self, column: &str, word: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, Fault> {
        read(word).ok_or_else(|| self.broken(column, format_args!("holds `{word}`, which means nothing here")))
    }
}
