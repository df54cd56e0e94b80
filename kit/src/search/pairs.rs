//! Cutting a text into overlapping two-character terms.
//!
//! Position `n` of a text holds the term made of its characters `n` and `n + 1`; before a space, or at the end, the term is
//! the one character alone. Characters are folded one to one first, so counting positions in the text and in the
//! phrase comes to the same.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::UnicodeNormalization as _;

/// The form in which a character is compared: lower case, full-width Latin, digits and punctuation (`Ａ１，`) as narrow ones, and
/// the look-alikes that come out of PDF files (the radical ⽅) as the character. One to one, so that a hit can be marked.
#[must_use]
pub fn fold(c: char) -> char {
    let narrow = match c {
        '\u{2E80}'..='\u{2FD5}' | '\u{3000}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF5E}' => normal(c),
        _ => c,
    };
    let mut lower = narrow.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => narrow,
    }
}

/// The normal form (NFKC) where it is one character.
fn normal(c: char) -> char {
    let mut form = std::iter::once(c).nfkc();
    match (form.next(), form.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// Whether a character separates phrases: no phrase reaches across it.
pub(super) fn parts(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// The phrases of a question: what stands between spaces, folded. All of them must be found.
pub(super) fn phrases(question: &str) -> Vec<Vec<char>> {
    let folded: String = question.chars().map(fold).collect();
    folded.split(parts).filter(|phrase| !phrase.is_empty()).map(|phrase| phrase.chars().collect()).collect()
}

/// What a search means, said by a plain scan: every phrase of the question stands in one of the texts.
///
/// The index must answer exactly this; tests and benches hold it to it.
#[must_use]
pub fn found_in(question: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| text.chars().map(fold).collect()).collect();
    let phrases = phrases(question);
    !phrases.is_empty()
        && phrases.iter().all(|phrase| {
            let phrase: String = phrase.iter().collect();
            texts.iter().any(|text| text.contains(&phrase))
        })
}

/// The tokenizer by which documents are indexed.
#[derive(Clone, Default)]
pub(super) struct Pairs;

/// The terms of one text.
pub(super) struct Terms<'a> {
    chars: std::str::Chars<'a>,
    ahead: Option<char>,
    token: Token,
}

impl Tokenizer for Pairs {
    type TokenStream<'a> = Terms<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Terms<'a> {
        let mut chars = text.chars();
        let ahead = chars.next().map(fold);
        Terms { chars, ahead, token: Token::default() }
    }
}

impl TokenStream for Terms<'_> {
    fn advance(&mut self) -> bool {
        while let Some(first) = self.ahead {
            self.ahead = self.chars.next().map(fold);
            self.token.position = self.token.position.wrapping_add(1);
            if parts(first) {
                continue;
            }
            self.token.text.clear();
            self.token.text.push(first);
            if let Some(second) = self.ahead.filter(|c| !parts(*c)) {
                self.token.text.push(second);
            }
            return true;
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_found_as_the_same() {
        // The radicals and the compatibility form are what a PDF file gives when text is copied out of it.
        for (typed, text) in
            [("方案", "关于⽅案的建议"), ("⽅案", "关于方案的建议"), ("六盘", "\u{F9D1}盘水"), ("ａ１", "A1线")]
        {
            assert!(found_in(typed, &[text]), "{typed} in {text}");
        }
        assert_eq!(['①', '㎡', '㐱'].map(fold), ['①', '㎡', '㐱'], "what has a form of its own keeps it");
    }
}
