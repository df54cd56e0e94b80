//! The columns a noun wants, and what may be said of a cell.

use serde::{Deserialize, Serialize};

use crate::words::Lang;

/// One column of a table that comes in: its titles, and what a person must know to fill it.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The name by which code asks for it: `name`.
    pub key: &'static str,
    /// Its title in Chinese, as the template has it.
    pub zh: &'static str,
    /// Its title in English.
    pub en: &'static str,
    /// Other titles under which people send it.
    pub also: &'static [&'static str],
    /// Whether the file must have it and every row must fill it.
    pub required: bool,
    /// What stands in the template's example row.
    pub example: &'static str,
    /// The key of the sentence in the locale files that says how to fill it; empty where the title says all.
    pub hint: &'static str,
    /// Whether it holds digits that are no number (phone, identity, code), so that the template sets it as text.
    pub digits: bool,
}

impl Column {
    /// Its title in a language.
    #[must_use]
    pub const fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Chinese => self.zh,
            Lang::English => self.en,
        }
    }

    /// A column that may be left out.
    #[must_use]
    pub const fn new(key: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { key, zh, en, also: &[], required: false, example: "", hint: "", digits: false }
    }

    /// Must be there and filled.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Also known under these titles.
    #[must_use]
    pub const fn also(self, titles: &'static [&'static str]) -> Self {
        Self { also: titles, ..self }
    }

    /// What the example row shows.
    #[must_use]
    pub const fn example(self, text: &'static str) -> Self {
        Self { example: text, ..self }
    }

    /// The key of the sentence that says how to fill it.
    #[must_use]
    pub const fn hint(self, key: &'static str) -> Self {
        Self { hint: key, ..self }
    }

    /// Holds digits that are no number.
    #[must_use]
    pub const fn digits(self) -> Self {
        Self { digits: true, ..self }
    }
}

/// What is said of a cell, of a row or of the whole file: a key of the locale files and the values of its places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellError {
    /// The key of the column; empty when the row or the file as a whole is meant.
    pub column: String,
    /// The key of the sentence.
    pub key: String,
    /// Values for its places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<(String, String)>,
    /// Whether the row is taken all the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub warning: bool,
}

impl CellError {
    /// An error in the cell of `column`.
    #[must_use]
    pub fn new(column: &str, key: &str) -> Self {
        Self { column: column.to_owned(), key: key.to_owned(), values: Vec::new(), warning: false }
    }

    /// A warning: the row is taken, the person should look.
    #[must_use]
    pub fn warning(column: &str, key: &str) -> Self {
        Self { warning: true, ..Self::new(column, key) }
    }

    /// Fills one place of the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.values.push((name.to_owned(), value.to_string()));
        self
    }

    /// The sentence itself.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let values: Vec<(&str, String)> =
            self.values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        lang.tf(&self.key, &values).into_owned()
    }
}

impl From<kernel::Refused> for CellError {
    fn from(refused: kernel::Refused) -> Self {
        let error = Self::new("", refused.key);
        refused.values.into_iter().fold(error, |error, (name, value)| error.with(name, value))
    }
}

/// The cells of one row by the keys of the columns.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    /// The row's number as the person sees it in the spreadsheet.
    pub at: u64,
    columns: &'static [Column],
    texts: &'a [String],
}

impl<'a> Cells<'a> {
    pub(super) fn new(at: u64, columns: &'static [Column], texts: &'a [String]) -> Self {
        Self { at, columns, texts }
    }

    /// The trimmed text of a cell; empty where it is empty or the file has no such column.
    #[must_use]
    pub fn get(&self, key: &str) -> &'a str {
        let index = self.columns.iter().position(|column| column.key == key);
        index.and_then(|index| self.texts.get(index)).map_or("", String::as_str)
    }
}
