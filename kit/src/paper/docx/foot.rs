//! Page numbers and 版记.

use docx_rs::{
    AlignmentType, BorderType, Footer, PageNum, Paragraph, ParagraphBorder, ParagraphBorderPosition, Tab, TabValueType,
};

use super::{
    Piece, twips,
    words::{Line, RED, Style, empty},
};
use crate::paper::{Imprint, Layout};

/// 4号, in half points.
const SMALL: usize = 28;

/// — 1 —, one character from the outer edge: odd pages at the right, even ones at the left.
pub(super) fn folio(odd: bool) -> Footer {
    let dash = |line: Line, said| line.size(SMALL).say(Style::Song, said);
    let edge = 280;
    let line = if odd {
        Line::flush().right(edge)
    } else {
        Line::flush().with(|it: Paragraph| it.align(AlignmentType::Left).indent(Some(edge), None, None, None))
    };
    let line = dash(line.pitch(None), "— ").with(|it| it.add_page_num(PageNum::new()));
    Footer::new().add_paragraph(dash(line, " —").done())
}

/// The double red line at the foot of a letter's first page, which bears no number.
pub(super) fn double() -> Footer {
    let wider = |it: Paragraph| it.indent(Some(-twips(7)), None, Some(-twips(7)), None);
    let line = ParagraphBorder::new(ParagraphBorderPosition::Bottom);
    let line = line.val(BorderType::ThinThickSmallGap).size(24).space(1).color(RED);
    Footer::new().add_paragraph(Line::flush().pitch(None).with(wider).ruled([line]).done())
}

/// 版记 after the text; a letter has only whom it is copied to, without lines.
pub(super) fn imprint(imprint: &Imprint, layout: Layout) -> Vec<Piece> {
    let rule =
        |position, size| ParagraphBorder::new(position).val(BorderType::Single).size(size).space(4).color("000000");
    let (thick, thin) = (8, 6);
    let line = || Line::flush().size(SMALL).pitch(None).with(|it| it.indent(Some(280), None, Some(280), None));
    let copies = (!imprint.copies.is_empty()).then(|| line().say(Style::Fang, &format!("抄送：{}。", imprint.copies)));
    if layout == Layout::Letter {
        return copies.map(|copies| vec![empty(), copies.piece()]).unwrap_or_default();
    }
    let tab = Tab::new().val(TabValueType::Right).pos(usize::try_from(twips(151)).unwrap_or_default());
    let issued = line().with(|it| it.add_tab(tab)).say(Style::Fang, &imprint.office);
    let issued = issued.with(|it| it.add_run(docx_rs::Run::new().add_tab()));
    let issued = issued.say(Style::Fang, &format!("{}印发", imprint.printed));
    let above = |size| rule(ParagraphBorderPosition::Top, size);
    let first = above(if copies.is_some() { thin } else { thick });
    let copies = copies.map(|copies| copies.ruled([above(thick)]).with_next().piece());
    let issued = issued.ruled([first, rule(ParagraphBorderPosition::Bottom, thick)]).piece();
    std::iter::once(empty()).chain(copies).chain([issued]).collect()
}
