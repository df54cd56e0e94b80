//! Tables: lists and forms.

use docx_rs::{
    AlignmentType, HeightRule, Paragraph, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType,
    WidthType,
};

use super::{
    twips,
    words::{Line, Style},
};
use crate::paper::{Cell, Column, cell::Kind};

/// 小四, in half points, and 五号 for lists.
const FORM: usize = 24;
const LIST: usize = 21;

fn table(rows: Vec<TableRow>, grid: Vec<usize>) -> Table {
    let whole = grid.iter().sum();
    let margins = TableCellMargins::new().margin(60, 100, 60, 100);
    let table = Table::new(rows).set_grid(grid).width(whole, WidthType::Dxa).layout(TableLayoutType::Fixed);
    table.margins(margins)
}

fn box_of(width: usize, paragraphs: impl IntoIterator<Item = Paragraph>) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center);
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

/// What stands in a box, line by line; no box is without a paragraph.
fn paragraphs(text: &str) -> Vec<&str> {
    if text.is_empty() { vec![""] } else { text.lines().collect() }
}

fn small(size: usize, align: AlignmentType, style: Style, words: &str) -> Paragraph {
    Line::flush().size(size).pitch(None).with(|it| it.align(align)).say(style, words).done()
}

/// A list; its columns share the type area, or that of a page on its side.
pub(super) fn list(columns: &[Column], rows: &[Vec<String>], wide: bool) -> Table {
    let area = usize::try_from(twips(if wide { 243 } else { 156 })).unwrap_or_default();
    let shares: usize = columns.iter().map(|column| usize::from(column.width)).sum::<usize>().max(1);
    let grid: Vec<usize> = columns.iter().map(|column| area * usize::from(column.width) / shares).collect();
    let heads = columns
        .iter()
        .zip(&grid)
        .map(|(column, width)| box_of(*width, [small(LIST, AlignmentType::Center, Style::Hei, &column.title)]));
    let head = TableRow::new(heads.collect()).cant_split();
    let line = |row: &Vec<String>| {
        let said = |text: &str| small(LIST, AlignmentType::Left, Style::Fang, text);
        let cells = row.iter().zip(&grid).map(|(text, width)| box_of(*width, paragraphs(text).into_iter().map(said)));
        TableRow::new(cells.collect()).cant_split()
    };
    table(std::iter::once(head).chain(rows.iter().map(line)).collect(), grid)
}

/// A form; its widths are millimetres.
pub(super) fn form(widths: &[u16], rows: &[Vec<Cell>]) -> Table {
    let grid: Vec<usize> = widths.iter().map(|mm| usize::try_from(twips(i32::from(*mm))).unwrap_or_default()).collect();
    let rows = rows.iter().map(|row| {
        let mut at = 0;
        let cells = row.iter().map(|cell| {
            let span = usize::from(cell.span);
            let width = grid.iter().skip(at).take(span).sum();
            at += span;
            filled(cell, width)
        });
        let line = TableRow::new(cells.collect());
        let height = row.iter().map(|cell| cell.height).max().unwrap_or(0);
        let high = u16::try_from(twips(i32::from(height.max(9)))).unwrap_or(u16::MAX);
        line.row_height(f32::from(high)).height_rule(HeightRule::AtLeast)
    });
    table(rows.collect(), grid.clone())
}

fn filled(cell: &Cell, width: usize) -> TableCell {
    let filled = match cell.kind {
        Kind::Label => box_of(width, [small(FORM, AlignmentType::Center, Style::Hei, &cell.text)]),
        Kind::Value => box_of(width, [small(FORM, AlignmentType::Left, Style::Fang, &cell.text)]),
        Kind::Body => {
            let paragraph = |text: &str| Line::text().size(FORM).pitch(None).say(Style::Fang, text).done();
            box_of(width, paragraphs(&cell.text).into_iter().map(paragraph)).vertical_align(VAlignType::Top)
        }
    };
    if cell.span > 1 { filled.grid_span(usize::from(cell.span)) } else { filled }
}
