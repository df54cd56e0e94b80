//! The code of a certificate: sixteen signs that nobody can guess, told apart on paper and over the telephone.

/// How many signs a code has.
pub const CODE_SIGNS: usize = 16;

/// Crockford's base 32, without I, L, O and U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The code of sixteen bytes of chance, in groups of four.
#[must_use]
pub fn code(chance: [u8; CODE_SIGNS]) -> String {
    let mut text = String::with_capacity(CODE_SIGNS + 3);
    for (at, byte) in chance.into_iter().enumerate() {
        if at > 0 && at % 4 == 0 {
            text.push('-');
        }
        text.push(SIGNS.get(usize::from(byte & 31)).map_or('0', |sign| char::from(*sign)));
    }
    text
}

/// A code as people type it: in either case and width, with or without hyphens, O for 0, I and L for 1.
#[must_use]
pub fn read_code(typed: &str) -> Option<String> {
    let plain = kernel::plain(typed.get(..100).unwrap_or(typed));
    let spread = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '‐' | '–' | '—');
    let known = |c: char| match c.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        sign => SIGNS.iter().any(|one| char::from(*one) == sign).then_some(sign),
    };
    let signs: Vec<char> = plain.chars().filter(spread).map(known).collect::<Option<_>>()?;
    if signs.len() != CODE_SIGNS {
        return None;
    }
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect()).collect();
    Some(groups.join("-"))
}
