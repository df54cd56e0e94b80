//! Cutting a text into overlapping two-character terms.
//!
//! Position `n` of a text holds the term made of its characters `n` and `n + 1`; before a space, or at the end, the term is
//! the one character alone. Characters are folded one to one first, so counting positions in the text and in the
//! phrase comes to the same.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The form in which a character is compared: lower case, and full-width Latin, digits and punctuation (`Ａ１，`) as narrow ones.
#[must_use]
pub fn fold(c: char) -> char {
    let narrow = match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        _ => c,
    };
    let mut lower = narrow.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => narrow,
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
