//! Documents for paper: one plain structure, written as DOCX here and laid out as PDF by the [`Press`] the binary brings.
//!
//! Slices build a [`Paper`] from what their queries already show. Lengths, fonts and lines are nobody's business but the two
//! writers': they follow GB/T 9704-2012.

mod ask;
mod boxes;
mod cell;
mod day;
mod docx;
mod numeral;
mod offer;
mod poster;
mod press;
mod prose;
mod sitting;
mod title;

pub use ask::{Form, Name, give};
pub use boxes::Boxes;
pub use cell::Cell;
pub use day::written;
pub use numeral::numeral;
pub use offer::{File, Offer, PaperLine, Shelf};
pub use poster::{Poster, PosterSize};
pub use press::{Bound, Entry, Press, Sheaf, Unprinted};
pub use prose::points;
use serde::Serialize;
pub use sitting::sitting;
use utoipa::ToSchema;

/// One document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Paper {
    /// How its first page looks.
    pub layout: Layout,
    /// 发文机关标志: whose document it is, in red.
    pub office: String,
    /// 发文字号.
    pub number: String,
    /// What stands at the top right: the class of a reply, the number of a form.
    pub mark: String,
    /// The title, line by line.
    pub lines: Vec<String>,
    /// 主送: to whom, without the colon.
    pub to: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// 附件.
    pub annexes: Vec<Annex>,
    /// 署名 and 成文日期.
    pub close: Option<Close>,
    /// 附注, without its brackets.
    pub note: String,
    /// 版记.
    pub imprint: Option<Imprint>,
}

/// How the first page looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PaperLayout)]
pub enum Layout {
    /// 文件格式: red head, number, red line.
    Document,
    /// 信函格式: red head between the paper's edge and double red lines.
    Letter,
    /// A title alone, for forms, sheets and reports.
    #[default]
    Form,
    /// The same on pages that lie on their side, for a table.
    Ledger,
}

/// A part of what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[schema(as = PaperBlock)]
pub enum Block {
    /// A paragraph. Level 0 is running text; 1 to 4 are 一、（一）1. (1): `head` is set in the level's own type.
    Point {
        /// 0 to 4.
        level: u8,
        /// 一、关于路面修复
        head: String,
        /// What follows on the same line.
        text: String,
    },
    /// A line without indent.
    Line {
        /// The words.
        text: String,
    },
    /// A table with a head on every page.
    List {
        /// Its columns.
        columns: Vec<Column>,
        /// Its rows, each with as many texts as there are columns.
        rows: Vec<Vec<String>>,
    },
    /// Boxes to be read and filled in.
    Form {
        /// How wide the columns of the grid are, in millimetres; together 156.
        widths: Vec<u16>,
        /// Its rows; the spans of each add up to the columns.
        rows: Vec<Vec<Cell>>,
    },
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PaperColumn)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Its share of the line.
    pub width: u16,
}

/// 附件: what follows after the document itself, on pages of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PaperAnnex)]
pub struct Annex {
    /// Its name, as the document lists it.
    pub title: String,
    /// Its title, line by line.
    pub lines: Vec<String>,
    /// Whether its pages lie on their side.
    pub wide: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Who signs, and of which day it is. A seal comes over both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PaperClose)]
pub struct Close {
    /// One line each.
    pub signers: Vec<String>,
    /// `2026年5月12日`.
    pub date: String,
}

/// 版记.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PaperImprint)]
pub struct Imprint {
    /// 抄送, without the full stop.
    pub copies: String,
    /// 印发机关.
    pub office: String,
    /// 印发日期.
    pub printed: String,
}

impl Paper {
    /// A document of that layout and title, which is broken into lines.
    #[must_use]
    pub fn new(layout: Layout, title: &str) -> Self {
        Self { layout, lines: title::lines(title), ..Self::default() }
    }

    /// The title on one line.
    #[must_use]
    pub fn title(&self) -> String {
        self.lines.concat()
    }

    /// The bytes of a DOCX file, to be opened and edited in an office program.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn docx(&self) -> Result<Vec<u8>, crate::Fault> {
        docx::write(std::slice::from_ref(self))
    }
}

impl Sheaf {
    /// The bytes of one DOCX file with all of them.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn docx(&self) -> Result<Vec<u8>, crate::Fault> {
        docx::write(&self.0)
    }
}

impl Block {
    /// Running text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Point { level: 0, head: String::new(), text: text.into() }
    }

    /// A heading on a line of its own, with its number: 一、办理时限.
    #[must_use]
    pub fn heading(level: u8, head: impl Into<String>) -> Self {
        Self::Point { level, head: head.into(), text: String::new() }
    }

    /// A table; `columns` are heads with their shares of the line.
    #[must_use]
    pub fn list(columns: &[(&str, u16)], rows: Vec<Vec<String>>) -> Self {
        let column = |(title, width): &(&str, u16)| Column { title: (*title).to_owned(), width: *width };
        Self::List { columns: columns.iter().map(column).collect(), rows }
    }
}
