//! A box of a form.

use serde::Serialize;
use utoipa::ToSchema;

/// A box of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PaperCell)]
pub struct Cell {
    /// What kind of box.
    pub kind: Kind,
    /// What stands in it.
    pub text: String,
    /// How many columns of the grid it takes.
    pub span: u8,
    /// The least height, in millimetres: room for a hand and a seal.
    pub height: u16,
}

/// What kind of box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PaperCellKind)]
pub enum Kind {
    /// What is asked.
    Label,
    /// What was filled in, or room for it.
    Value,
    /// Paragraphs, which may run over to the next page.
    Body,
}

impl Cell {
    /// What is asked.
    #[must_use]
    pub fn label(text: impl Into<String>) -> Self {
        Self { kind: Kind::Label, text: text.into(), span: 1, height: 0 }
    }

    /// What was filled in.
    #[must_use]
    pub fn value(text: impl Into<String>) -> Self {
        Self { kind: Kind::Value, text: text.into(), span: 1, height: 0 }
    }

    /// Paragraphs, a line of text each.
    #[must_use]
    pub fn body(text: impl Into<String>) -> Self {
        Self { kind: Kind::Body, text: text.into(), span: 1, height: 0 }
    }

    /// Takes so many columns.
    #[must_use]
    pub fn over(self, span: u8) -> Self {
        Self { span, ..self }
    }

    /// Is at least so many millimetres high.
    #[must_use]
    pub fn high(self, height: u16) -> Self {
        Self { height, ..self }
    }
}
