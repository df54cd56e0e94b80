//! Posters and table cards: a picture to be scanned with the words around it. PDF alone: nobody edits them.

use serde::Serialize;

/// One poster or table card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Poster {
    /// The size of the paper.
    pub size: PosterSize,
    /// What it is for, in red at the top.
    pub title: String,
    /// Whose it is.
    pub name: String,
    /// What is said of them, a line each.
    pub lines: Vec<String>,
    /// The picture: a row each, `1` for a dark square and `0` for a light one.
    pub code: Vec<String>,
    /// What to do with it.
    pub under: String,
    /// Small words at the foot.
    pub foot: String,
}

/// Sizes of paper on which posters are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PosterSize {
    /// 297 × 420 mm, for a wall.
    A3,
    /// 210 × 297 mm, for a notice board.
    A4,
    /// 105 × 148 mm, for a table.
    A6,
}
