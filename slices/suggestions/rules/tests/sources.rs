//! What the default names as its documents are words a clerk can look up: no code of a list that nobody at a desk has.

use suggestions_rules::{RuleBook, sources};

#[test]
fn documents_are_named_in_words() {
    let book = RuleBook::hunan().unwrap();
    for entry in book.entries() {
        let bare = |mark: &str| !entry.document.contains(mark);
        assert!(["出处", "§", ".md", "同上"].into_iter().all(bare), "{}: {}", entry.key, entry.document);
        let code = |word: &str| word.len() > 1 && word[1..].bytes().all(|byte| byte.is_ascii_digit());
        let words = entry.document.split(|c: char| !c.is_ascii_alphanumeric());
        let coded = words.filter(|word| word.starts_with(['S', 'P', 'H'])).any(code);
        assert!(!coded && !entry.document.is_empty(), "{}: {}", entry.key, entry.document);
    }
}

#[test]
fn every_address_belongs_to_a_document_that_is_named() {
    let book = RuleBook::hunan().unwrap();
    for source in sources() {
        assert!(source.address.starts_with("http"), "{source:?}");
        assert!(book.entries().any(|entry| entry.source() == Some(source)), "{source:?} is named by no entry");
    }
    assert!(book.entry("limit.reply").document.starts_with("代表法"));
}
