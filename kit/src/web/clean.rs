//! Characters nobody sees: what is copied from chats and documents brings them along.

/// A text without characters that show nothing and are no writing: zero-width blanks, marks that turn the direction of what
/// follows, byte-order marks, tags, the placeholder that a phone's dictation leaves. Two names that look the same are then the same. Joiners and the selectors of Mongolian
/// writing stay: words there change without them.
#[must_use]
pub fn seen(text: &str) -> String {
    text.chars().filter(|c| !is_hidden(*c)).collect()
}

/// Whether a text holds a control character that no keyboard types; NUL is one, and PostgreSQL takes none.
#[must_use]
pub fn has_control(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFC}'
        | '\u{E0000}'..='\u{E007F}')
}
