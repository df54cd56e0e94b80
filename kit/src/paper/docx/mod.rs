//! Documents as DOCX: the same lines and sizes, fonts by name only, for offices that edit what they sign.
//!
//! Office programs lay out by themselves, so what falls on which page is theirs; measures, type and lines are the standard's.

mod boxes;
mod foot;
mod head;
mod words;

use std::io::Cursor;

use docx_rs::{Docx, PageMargin, PageOrientationType, PageSize, Paragraph, Section, Table};
use words::{Line, Style, empty};

use super::{Annex, Block, Close, Layout, Paper};
use crate::Fault;

/// Twentieths of a point in a millimetre, times ten.
const TWIPS_OF_TEN: i32 = 567;
/// A4.
const PAPER: (u32, u32) = (11_906, 16_838);

/// What follows on one kind of page.
struct Part {
    wide: bool,
    /// Whether its first page has the foot of a letter.
    letter: bool,
    pieces: Vec<Piece>,
}

enum Piece {
    Words(Box<Paragraph>),
    Boxes(Box<Table>),
}

const fn twips(millimetres: i32) -> i32 {
    millimetres * TWIPS_OF_TEN / 10
}

fn margin() -> PageMargin {
    let sides = PageMargin::new().top(twips(37)).bottom(twips(35)).left(twips(28)).right(twips(26));
    sides.header(twips(15)).footer(twips(24))
}

/// A document and what is annexed to it.
fn parts(paper: &Paper) -> impl Iterator<Item = Part> {
    let main =
        Part { wide: paper.layout == Layout::Ledger, letter: paper.layout == Layout::Letter, pieces: main(paper) };
    let annexed = |(nth, annex)| annexed(nth, paper.annexes.len(), annex);
    std::iter::once(main).chain(paper.annexes.iter().enumerate().map(annexed))
}

/// Packs documents, each from a new page.
pub(super) fn write(papers: &[Paper]) -> Result<Vec<u8>, Fault> {
    let mut parts: Vec<Part> = papers.iter().flat_map(parts).collect();
    let mut docx = Docx::new().default_fonts(words::fonts(Style::Fang)).default_size(words::SIZE);
    let last = parts.pop();
    for part in parts {
        docx = docx.add_section(section(part));
    }
    if let Some(part) = last {
        docx = ending(docx, part);
    }
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).map_err(|error| Fault::caused("a DOCX file could not be packed", error))?;
    Ok(bytes.into_inner())
}

fn size(wide: bool) -> (u32, u32) {
    if wide { (PAPER.1, PAPER.0) } else { PAPER }
}

const fn lies(wide: bool) -> PageOrientationType {
    if wide { PageOrientationType::Landscape } else { PageOrientationType::Portrait }
}

fn section(part: Part) -> Section {
    let (width, height) = size(part.wide);
    let mut section = Section::new()
        .page_size(PageSize::new().size(width, height))
        .page_margin(margin())
        .page_orient(lies(part.wide))
        .footer(foot::folio(true))
        .even_footer(foot::folio(false));
    if part.letter {
        section = section.first_footer(foot::double()).title_pg();
    }
    part.pieces.into_iter().fold(section, |section, piece| match piece {
        Piece::Words(words) => section.add_paragraph(*words),
        Piece::Boxes(boxes) => section.add_table(*boxes),
    })
}

fn ending(docx: Docx, part: Part) -> Docx {
    let (width, height) = size(part.wide);
    let mut docx = docx
        .page_size(width, height)
        .page_margin(margin())
        .page_orient(lies(part.wide))
        .footer(foot::folio(true))
        .even_footer(foot::folio(false));
    if part.letter {
        docx = docx.first_footer(foot::double()).title_pg();
    }
    part.pieces.into_iter().fold(docx, |docx, piece| match piece {
        Piece::Words(words) => docx.add_paragraph(*words),
        Piece::Boxes(boxes) => docx.add_table(*boxes),
    })
}

fn main(paper: &Paper) -> Vec<Piece> {
    let mut pieces = match paper.layout {
        Layout::Document => head::document(paper),
        Layout::Letter => head::letter(paper),
        Layout::Form => head::form(paper, 156),
        Layout::Ledger => head::form(paper, 243),
    };
    if !paper.to.is_empty() {
        pieces.push(Line::flush().say(Style::Fang, &format!("{}：", paper.to)).piece());
    }
    pieces.extend(blocks(&paper.blocks, paper.layout == Layout::Ledger));
    pieces.extend(annex_note(&paper.annexes));
    pieces.extend(paper.close.as_ref().map(closing).into_iter().flatten());
    if !paper.note.is_empty() {
        pieces.push(Line::text().say(Style::Fang, &format!("（{}）", paper.note)).piece());
    }
    pieces.extend(paper.imprint.as_ref().map(|imprint| foot::imprint(imprint, paper.layout)).into_iter().flatten());
    pieces
}

fn blocks(blocks: &[Block], wide: bool) -> Vec<Piece> {
    blocks.iter().map(|block| piece(block, wide)).collect()
}

fn piece(block: &Block, wide: bool) -> Piece {
    match block {
        Block::Point { level, head, text } => {
            let style = match level {
                1 => Style::Hei,
                2 => Style::Kai,
                _ => Style::Fang,
            };
            let line = Line::text().say(style, head).say(Style::Fang, text);
            if text.is_empty() { line.with_next().piece() } else { line.piece() }
        }
        Block::Line { text } => Line::flush().say(Style::Fang, text).piece(),
        Block::List { columns, rows } => Piece::Boxes(Box::new(boxes::list(columns, rows, wide))),
        Block::Form { widths, rows } => Piece::Boxes(Box::new(boxes::form(widths, rows))),
    }
}

/// 附件说明, a line below the text.
fn annex_note(annexes: &[Annex]) -> Vec<Piece> {
    let said = |(nth, annex): (usize, &Annex)| match (annexes.len(), nth) {
        (1, _) => Line::text().say(Style::Fang, &format!("附件：{}", annex.title)).piece(),
        (_, 0) => Line::text().say(Style::Fang, &format!("附件：1. {}", annex.title)).piece(),
        _ => Line::text().say(Style::Fang, &format!("　　　{}. {}", nth + 1, annex.title)).piece(),
    };
    let before = (!annexes.is_empty()).then(empty);
    before.into_iter().chain(annexes.iter().enumerate().map(said)).collect()
}

/// The signer over the date, the date four characters from the right.
fn closing(close: &Close) -> Vec<Piece> {
    let longest = close.signers.iter().chain([&close.date]).map(|said| words::width(said)).max().unwrap_or(0);
    let line = |said: &String| {
        let over = (longest - words::width(said)) / 2;
        Line::flush().right(words::width("四个字宽") + over).say(Style::Fang, said).with_next().piece()
    };
    std::iter::once(empty()).chain(close.signers.iter().chain([&close.date]).map(line)).collect()
}

fn annexed(nth: usize, of: usize, annex: &Annex) -> Part {
    let mark = if of == 1 { "附件".to_owned() } else { format!("附件{}", nth + 1) };
    let mut pieces = vec![Line::flush().say(Style::Hei, &mark).piece()];
    pieces.extend(head::title(&annex.lines));
    pieces.extend(blocks(&annex.blocks, annex.wide));
    Part { wide: annex.wide, letter: false, pieces }
}
