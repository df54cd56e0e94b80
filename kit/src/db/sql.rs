//! A statement built from pieces that stand in the program; what people typed can only be bound.

use super::{Engine, Val};

/// A statement with its values. `{}` marks the place of each value, in the order they are bound.
///
/// Pieces are `&'static str`, so SQL cannot be made by joining text that came from outside.
#[derive(Clone, Debug, Default)]
pub struct Sql {
    pieces: Vec<&'static str>,
    pub(super) values: Vec<Val>,
}

impl Sql {
    /// Begins a statement.
    #[must_use]
    pub fn new(piece: &'static str) -> Self {
        Self { pieces: vec![piece], values: Vec::new() }
    }

    /// Adds a piece; mind the blank before it.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "a piece is added to a statement; `+` would read as arithmetic")]
    pub fn add(mut self, piece: &'static str) -> Self {
        self.pieces.push(piece);
        self
    }

    /// Adds another statement's pieces and values, for conditions that several queries share.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.pieces.extend(other.pieces);
        self.values.extend(other.values);
        self
    }

    /// Binds the next `{}`.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Val>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Adds `({}, {}, …)` and binds a value in each place, for `in`. An empty list matches nothing.
    #[must_use]
    pub fn list<T: Into<Val>>(mut self, values: impl IntoIterator<Item = T>) -> Self {
        self.pieces.push("(");
        let before = self.values.len();
        for value in values {
            self.pieces.push(if self.values.len() == before { "{}" } else { ", {}" });
            self.values.push(value.into());
        }
        if self.values.len() == before {
            self.pieces.push("null");
        }
        self.pieces.push(")");
        self
    }

    /// The text as the engine wants it: `$1` for PostgreSQL, `?1` for SQLite.
    pub(super) fn text(&self, engine: Engine) -> String {
        let mark = match engine {
            Engine::Sqlite => '?',
            Engine::Postgres => '$',
        };
        let mut text = String::with_capacity(self.pieces.iter().map(|p| p.len()).sum::<usize>() + 16);
        let mut place = 0usize;
        for piece in &self.pieces {
            let mut rest = *piece;
            while let Some((before, after)) = rest.split_once("{}") {
                place += 1;
                text.push_str(before);
                text.push(mark);
                text.push_str(&place.to_string());
                rest = after;
            }
            text.push_str(rest);
        }
        text
    }
}

impl From<&'static str> for Sql {
    fn from(piece: &'static str) -> Self {
        Self::new(piece)
    }
}
