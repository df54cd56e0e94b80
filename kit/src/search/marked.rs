//! Showing where a text holds what was asked for.

use super::pairs::{fold, phrases};

/// A piece of a text, and whether it is what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Whether it was asked for.
    pub hit: bool,
    /// The characters as they stand in the text.
    pub text: String,
}

/// The text cut into pieces where a phrase of the question begins and ends. Together they are the text.
#[must_use]
pub fn marked(question: &str, text: &str) -> Vec<Piece> {
    let chars: Vec<char> = text.chars().collect();
    pieces(&chars, &hits(question, &chars))
}

/// The beginning of a text or, where a phrase stands further on, what lies around the first one: about `most` characters.
#[must_use]
pub fn excerpt(question: &str, text: &str, most: usize) -> Vec<Piece> {
    let chars: Vec<char> = text.chars().collect();
    let hits = hits(question, &chars);
    let first = hits.iter().position(|hit| *hit).unwrap_or(0);
    let from = if first + most / 2 < most { 0 } else { first.saturating_sub(most / 4) };
    let to = chars.len().min(from + most);
    let mut all = pieces(chars.get(from..to).unwrap_or(&[]), hits.get(from..to).unwrap_or(&[]));
    let dots = || Piece { hit: false, text: "…".to_owned() };
    if from > 0 {
        all.insert(0, dots());
    }
    if to < chars.len() {
        all.push(dots());
    }
    all
}

/// Which characters belong to a phrase of the question.
fn hits(question: &str, chars: &[char]) -> Vec<bool> {
    let folded: Vec<char> = chars.iter().copied().map(fold).collect();
    let mut hits = vec![false; chars.len()];
    for phrase in phrases(question) {
        let found = folded.windows(phrase.len()).enumerate().filter(|(_, window)| *window == phrase.as_slice());
        for (at, _) in found {
            hits.iter_mut().skip(at).take(phrase.len()).for_each(|hit| *hit = true);
        }
    }
    hits
}

fn pieces(chars: &[char], hits: &[bool]) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    for (c, hit) in chars.iter().zip(hits) {
        match all.last_mut() {
            Some(last) if last.hit == *hit => last.text.push(*c),
            _ => all.push(Piece { hit: *hit, text: c.to_string() }),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Piece, excerpt, marked};

    fn shown(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
    }

    #[test]
    fn every_phrase_is_marked_as_it_stands_in_the_text() {
        for (question, text, wanted) in [
            ("供水", "城关供水管网供水", "城关[供水]管网[供水]"),
            ("ａ股 b", "A股和B股", "[A股]和[B]股"),
            ("水管 管网", "供水管网", "供[水管网]"),
            ("没有", "供水", "供水"),
            ("", "供水", "供水"),
        ] {
            assert_eq!(shown(&marked(question, text)), wanted);
        }
    }

    #[test]
    fn an_excerpt_begins_with_the_text_or_shortly_before_the_first_hit() {
        let text = format!("{}供水{}", "前".repeat(60), "后".repeat(60));
        assert_eq!(shown(&excerpt("供水", &text, 12)), "…前前前[供水]后后后后后后后…");
        assert_eq!(shown(&excerpt("没有", "很短", 12)), "很短");
    }
}
