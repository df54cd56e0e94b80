//! 照抄: a reply that says again what the last one said to the same deputy on the same matter (suggestions.md §16). Whether that answers stays
//! with the people who write and check it; they are told.

use std::collections::BTreeSet;

use crate::RuleBook;

/// Shorter sentences say nothing of their own.
const LEAST: usize = 8;

/// How much of a letter stands word for word in an earlier one, in hundredths, courtesies aside.
#[must_use]
pub fn copied(body: &str, before: &str, book: &RuleBook) -> u16 {
    let before: BTreeSet<String> = sentences(before, book).collect();
    let (mut all, mut same) = (0usize, 0usize);
    for said in sentences(body, book) {
        let length = said.chars().count();
        all += length;
        if before.contains(&said) {
            same += length;
        }
    }
    let share = (same * 100).checked_div(all).unwrap_or(0);
    u16::try_from(share).unwrap_or(100)
}

/// The sentences without marks and blanks; courtesies and the shortest left out.
fn sentences(body: &str, book: &RuleBook) -> impl Iterator<Item = String> {
    let parts = body.split(['。', '！', '？', '；', '：', ':', ';', '!', '?', '\n']);
    let courteous = |said: &str| book.courtesy_words.value.iter().any(|word| said.contains(word));
    let bare = parts.filter(move |said| !courteous(said)).map(|said| said.chars().filter(|c| c.is_alphanumeric()));
    bare.map(Iterator::collect::<String>).filter(|said| said.chars().count() >= LEAST)
}
