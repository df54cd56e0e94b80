//! Watches the XML of a workbook for a text or a tag that the reader behind us would hold in memory whole.

/// Bytes of text in one cell or shared string. What a spreadsheet takes in a cell, all of it written as entities, is a tenth of it.
const MOST_TEXT: usize = 4 << 20;
/// Bytes of one tag.
const MOST_TAG: usize = 1 << 20;
/// The ends at which the reader lets go of what it gathered.
const ENDS: [&[u8]; 4] = [b"/is", b"/si", b"/v", b"/f"];

/// One part of a workbook, byte by byte.
#[derive(Default)]
pub(super) struct Texts {
    in_tag: bool,
    tag: usize,
    text: usize,
    name: [u8; 4],
    named: Option<usize>,
}

impl Texts {
    /// Whether more was gathered with these bytes than any honest workbook has.
    pub(super) fn excessive(&mut self, bytes: &[u8]) -> bool {
        bytes.iter().any(|byte| self.step(*byte))
    }

    fn step(&mut self, byte: u8) -> bool {
        match (self.in_tag, byte) {
            (false, b'<') => {
                (self.in_tag, self.tag, self.named) = (true, 0, Some(0));
            }
            (false, _) => self.text += 1,
            (true, b'>') => {
                self.in_tag = false;
                if self.ends() {
                    self.text = 0;
                }
            }
            (true, _) => {
                self.tag += 1;
                self.spell(byte);
            }
        }
        self.text > MOST_TEXT || self.tag > MOST_TAG
    }

    /// Gathers the name of the tag without the prefix of its namespace: `/x:is` is `/is`.
    fn spell(&mut self, byte: u8) {
        let Some(length) = self.named else { return };
        if byte == b':' {
            self.named = Some(usize::from(self.name.first() == Some(&b'/')));
            return;
        }
        match self.name.get_mut(length) {
            Some(place) if !byte.is_ascii_whitespace() => {
                *place = byte;
                self.named = Some(length + 1);
            }
            Some(_) => {}
            // Longer than any of the ends: no end, unless what stood there was a prefix.
            None => {}
        }
    }

    fn ends(&self) -> bool {
        let name = self.named.and_then(|length| self.name.get(..length));
        name.is_some_and(|name| ENDS.contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excessive(pieces: &[&str]) -> bool {
        let mut texts = Texts::default();
        pieces.iter().any(|piece| texts.excessive(piece.as_bytes()))
    }

    #[test]
    fn a_giant_cell_is_found_however_it_is_cut_into_pieces() {
        let piece = "甲".repeat(200_000);
        let run = format!("<r><t>{piece}</t></r>");
        assert!(excessive(&["<c t=\"inlineStr\"><is>", &run, &run, &run, &run, &run, &run, &run, &run]));
        assert!(excessive(&["<is><t>", &piece, &piece, "<row/></c>", &piece, &piece, &piece, &piece, &piece]));
        assert!(excessive(&["<c r=\"", &"<".repeat(600_000), &"x".repeat(600_000)]));
    }

    #[test]
    fn many_cells_of_a_usual_size_are_not() {
        let cell = format!("<c r=\"A1\" t=\"inlineStr\"><is><t>{}</t></is></c>", "甲".repeat(10_000));
        assert!(!excessive(&vec![cell.as_str(); 500]));
        let prefixed = format!("<x:c><x:v>{}</x:v ></x:c>", "1".repeat(300_000));
        assert!(!excessive(&vec![prefixed.as_str(); 50]));
    }
}
