//! Paragraphs: lines of exactly 29 points, fonts by the names office programs know.

use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, Paragraph, ParagraphBorder, ParagraphBorders, Run, RunFonts,
    SpecialIndentType,
};

use super::Piece;

/// 3号, in half points.
pub(super) const SIZE: usize = 32;
/// 29 points: 22 lines in 225 mm.
const PITCH: i32 = 580;
/// A character of 3号, in twentieths of a point.
const CHARACTER: i32 = 320;
/// The red of official documents.
pub(super) const RED: &str = "E60012";

/// The typefaces of official documents.
#[derive(Clone, Copy)]
pub(super) enum Style {
    Title,
    Fang,
    Hei,
    Kai,
    Song,
}

/// Fonts by name: whoever opens the file has them, or a substitute of the program's choice.
pub(super) fn fonts(style: Style) -> RunFonts {
    let (chinese, western) = match style {
        Style::Title => ("方正小标宋简体", "Times New Roman"),
        Style::Fang => ("仿宋_GB2312", "Times New Roman"),
        Style::Hei => ("黑体", "黑体"),
        Style::Kai => ("楷体_GB2312", "Times New Roman"),
        Style::Song => ("宋体", "Times New Roman"),
    };
    RunFonts::new().east_asia(chinese).ascii(western).hi_ansi(western).cs(western)
}

/// About how wide a text of 3号 is, in twentieths of a point.
pub(super) fn width(text: &str) -> i32 {
    text.chars().map(|c| if c.is_ascii() { CHARACTER / 2 } else { CHARACTER }).sum()
}

/// A paragraph being put together.
pub(super) struct Line {
    paragraph: Paragraph,
    size: usize,
    pitch: Option<i32>,
    colour: Option<&'static str>,
}

impl Line {
    fn new(paragraph: Paragraph) -> Self {
        Self { paragraph, size: SIZE, pitch: Some(PITCH), colour: None }
    }

    /// Running text: two characters in, both edges straight.
    pub(super) fn text() -> Self {
        let indent = Some(SpecialIndentType::FirstLine(2 * CHARACTER));
        Self::new(Paragraph::new().align(AlignmentType::Both).indent(None, indent, None, None).first_line_chars(200))
    }

    /// Without indent.
    pub(super) fn flush() -> Self {
        Self::new(Paragraph::new())
    }

    /// In the middle.
    pub(super) fn centred() -> Self {
        Self::new(Paragraph::new().align(AlignmentType::Center))
    }

    /// So far from the right edge.
    pub(super) fn right(mut self, distance: i32) -> Self {
        self.paragraph = self.paragraph.align(AlignmentType::Right).indent(None, None, Some(distance), None);
        self
    }

    /// In another size, in half points.
    pub(super) const fn size(mut self, size: usize) -> Self {
        self.size = size;
        self
    }

    /// In lines of so many twentieths of a point; without, as high as its type.
    pub(super) const fn pitch(mut self, pitch: Option<i32>) -> Self {
        self.pitch = pitch;
        self
    }

    /// In red.
    pub(super) const fn red(mut self) -> Self {
        self.colour = Some(RED);
        self
    }

    /// On the page of what follows.
    pub(super) fn with_next(mut self) -> Self {
        self.paragraph = self.paragraph.keep_next(true);
        self
    }

    /// With a line above or below it.
    pub(super) fn ruled(mut self, borders: impl IntoIterator<Item = ParagraphBorder>) -> Self {
        let borders = borders.into_iter().fold(ParagraphBorders::with_empty(), ParagraphBorders::set);
        self.paragraph.property = self.paragraph.property.set_borders(borders);
        self
    }

    /// Changes the paragraph itself.
    pub(super) fn with(mut self, change: impl FnOnce(Paragraph) -> Paragraph) -> Self {
        self.paragraph = change(self.paragraph);
        self
    }

    /// Says something in a typeface.
    pub(super) fn say(mut self, style: Style, words: &str) -> Self {
        if words.is_empty() {
            return self;
        }
        let mut run = Run::new().add_text(words).fonts(fonts(style)).size(self.size);
        if let Some(colour) = self.colour {
            run = run.color(colour);
        }
        self.paragraph = self.paragraph.add_run(run);
        self
    }

    /// The paragraph.
    pub(super) fn done(self) -> Paragraph {
        let spacing = LineSpacing::new().before(0).after(0);
        let spacing = match self.pitch {
            Some(pitch) => spacing.line_rule(LineSpacingType::Exact).line(pitch),
            None => spacing.line_rule(LineSpacingType::Auto).line(240),
        };
        self.paragraph.line_spacing(spacing).size(self.size)
    }

    pub(super) fn piece(self) -> Piece {
        Piece::Words(Box::new(self.done()))
    }
}

/// A blank line.
pub(super) fn empty() -> Piece {
    Line::flush().with_next().piece()
}
