//! The usual form: a grid of four columns, label and answer twice on a line.

use super::{Block, Cell};

/// A form being put together, line by line.
#[derive(Clone, Debug, Default)]
pub struct Boxes(Vec<Vec<Cell>>);

/// Millimetres of the four columns; together the width of the type area.
const WIDTHS: [u16; 4] = [30, 48, 30, 48];

impl Boxes {
    /// A form without a line yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Two labels with their answers.
    #[must_use]
    pub fn pair(mut self, left: (&str, impl Into<String>), right: (&str, impl Into<String>)) -> Self {
        let (one, other) = (Cell::value(left.1), Cell::value(right.1));
        self.0.push(vec![Cell::label(left.0), one, Cell::label(right.0), other]);
        self
    }

    /// A label with its answer along the line.
    #[must_use]
    pub fn line(mut self, label: &str, answer: impl Into<String>) -> Self {
        self.0.push(vec![Cell::label(label), Cell::value(answer).over(3)]);
        self
    }

    /// A label with paragraphs beside it, at least so many millimetres high.
    #[must_use]
    pub fn tall(mut self, label: &str, text: impl Into<String>, height: u16) -> Self {
        self.0.push(vec![Cell::label(label), Cell::body(text).over(3).high(height)]);
        self
    }

    /// Paragraphs along the whole line.
    #[must_use]
    pub fn whole(mut self, text: impl Into<String>, height: u16) -> Self {
        self.0.push(vec![Cell::body(text).over(4).high(height)]);
        self
    }

    /// The form.
    #[must_use]
    pub fn done(self) -> Block {
        Block::Form { widths: WIDTHS.to_vec(), rows: self.0 }
    }
}
