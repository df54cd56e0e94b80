//! 版头: red mark, number, red line; the title.

use docx_rs::{BorderType, ParagraphBorder, ParagraphBorderPosition, Tab, TabValueType};

use super::{
    Piece, twips,
    words::{Line, RED, Style, empty},
};
use crate::paper::Paper;

/// 2号, in half points, in lines of 33 points.
const TITLE: usize = 44;
const TITLE_PITCH: i32 = 660;

/// The title as it is broken into lines.
pub(super) fn title(lines: &[String]) -> Vec<Piece> {
    let line = |said: &String| {
        Line::centred().size(TITLE).pitch(Some(TITLE_PITCH)).say(Style::Title, said).with_next().piece()
    };
    lines.iter().map(line).chain([empty()]).collect()
}

/// The office's name, as large as the line allows, at most of so many half points.
fn mark(office: &str, most: usize) -> Line {
    let count = office.chars().count().max(1);
    Line::centred().size((884 / count).clamp(24, most)).pitch(None).red().say(Style::Title, office).with_next()
}

fn red_line(kind: BorderType, size: usize) -> ParagraphBorder {
    ParagraphBorder::new(ParagraphBorderPosition::Bottom).val(kind).size(size).space(11).color(RED)
}

/// 文件格式.
pub(super) fn document(paper: &Paper) -> Vec<Piece> {
    let top = if paper.mark.is_empty() { empty() } else { Line::flush().right(0).say(Style::Hei, &paper.mark).piece() };
    let number = Line::centred().say(Style::Fang, &paper.number).ruled([red_line(BorderType::Single, 12)]).with_next();
    let mut pieces = vec![top, empty(), empty(), mark(&paper.office, 72).piece(), empty(), empty(), number.piece()];
    pieces.extend([empty(), empty()]);
    pieces.extend(title(&paper.lines));
    pieces
}

/// 信函格式: the mark stands above the type area, the line is as wide as 170 mm.
pub(super) fn letter(paper: &Paper) -> Vec<Piece> {
    let wider = |paragraph: docx_rs::Paragraph| paragraph.indent(Some(-twips(7)), None, Some(-twips(7)), None);
    let mark = mark(&paper.office, 60).with(wider).ruled([red_line(BorderType::ThickThinSmallGap, 24)]);
    let said: Vec<&str> =
        [&paper.number, &paper.mark].into_iter().filter(|s| !s.is_empty()).map(String::as_str).collect();
    let number = Line::flush().right(0).say(Style::Fang, &said.join("　")).with_next();
    let mut pieces = vec![mark.piece(), number.piece(), empty()];
    pieces.extend(title(&paper.lines));
    pieces
}

/// A form's number and mark, small, at both ends of a line of so many millimetres.
pub(super) fn form(paper: &Paper, line: i32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if !paper.number.is_empty() || !paper.mark.is_empty() {
        let end = usize::try_from(twips(line)).unwrap_or_default();
        let tab = Tab::new().val(TabValueType::Right).pos(end);
        let line = Line::flush().size(24).with(|paragraph| paragraph.add_tab(tab));
        let line = line.say(Style::Fang, &paper.number);
        let line = line.with(|paragraph| paragraph.add_run(docx_rs::Run::new().add_tab()));
        pieces.push(line.say(Style::Fang, &paper.mark).piece());
    }
    pieces.extend(title(&paper.lines));
    pieces
}
