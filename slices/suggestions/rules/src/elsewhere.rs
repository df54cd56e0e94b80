//! A reply that only sends the deputy elsewhere is an objection made too late (suggestions.md §7): it is not taken as a reply.

use crate::RuleBook;

/// Whether nothing but another unit to turn to, and courtesies, stands in a reply. Whether what is left answers the deputy stays
/// with the people who check it.
#[must_use]
pub fn only_elsewhere(body: &str, book: &RuleBook) -> bool {
    let has = |said: &str, words: &[String]| words.iter().any(|word| said.contains(word));
    let sentences = || body.split(['。', '！', '？', '；', '：', ':', ';', '!', '?', '\n']);
    if !sentences().any(|said| has(said, &book.elsewhere_words.value)) {
        return false;
    }
    let left = sentences()
        .filter(|said| !has(said, &book.elsewhere_words.value) && !has(said, &book.courtesy_words.value))
        .map(|said| said.chars().filter(|c| c.is_alphanumeric()).count());
    left.sum::<usize>() < usize::from(book.substance.value)
}
