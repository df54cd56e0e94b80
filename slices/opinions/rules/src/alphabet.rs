//! Letters that are told apart on a poster and over the telephone: Crockford's base 32, without I, L, O and U.

/// The 32 signs, by their value.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The sign of the lowest five bits.
pub fn sign(value: u64) -> char {
    let at = usize::try_from(value & 31).unwrap_or(0);
    SIGNS.get(at).map_or('0', |byte| char::from(*byte))
}

/// The value of a sign as people write it: in either case, O for 0, I and L for 1.
pub fn value(sign: char) -> Option<u64> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = SIGNS.iter().position(|known| char::from(*known) == sign)?;
    u64::try_from(at).ok()
}

/// A number of so many signs, the weightiest first.
pub fn written(number: u64, signs: u32) -> String {
    (0..signs).rev().map(|at| sign(number >> (5 * at))).collect()
}

/// Reads exactly so many signs; what only spreads them (blanks, hyphens) is passed over, letters of any width are one.
pub fn read(text: &str, signs: usize) -> Option<Vec<u64>> {
    let plain = kernel::plain(text.get(..200).unwrap_or(text));
    let spread = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '‐' | '–' | '—');
    let values: Option<Vec<u64>> = plain.chars().filter(spread).map(value).collect();
    values.filter(|values| values.len() == signs && text.len() <= 200)
}

/// The number of some signs.
pub fn number(values: &[u64]) -> u64 {
    values.iter().fold(0, |number, value| number << 5 | value)
}
