//! What the proofs need of a group of prime order in which discrete logarithms are hard.

use sha2::{Digest, Sha256};

/// A group; the operation is written as a sum.
pub trait Group: Sized + 'static {
    /// Its name in an election.
    const NAME: &'static str;
    /// An element of the group of prime order: no other value exists.
    type Point: Clone + Send + Sync;
    /// A number modulo the order.
    type Scalar: Clone + Send + Sync + PartialEq;

    /// Reads an element written in the one way; refuses what lies outside.
    fn point(text: &str) -> Option<Self::Point>;
    /// As it is written.
    fn shown(point: &Self::Point) -> String;
    /// How many bytes an element takes when it is kept.
    const PACKED: usize;
    /// As it is kept.
    fn pack(point: &Self::Point) -> Vec<u8>;
    /// What was kept.
    fn unpack(bytes: &[u8]) -> Option<Self::Point>;
    /// The neutral element.
    fn zero() -> Self::Point;
    /// The sum.
    fn add(one: &Self::Point, other: &Self::Point) -> Self::Point;
    /// The difference.
    fn sub(one: &Self::Point, other: &Self::Point) -> Self::Point;
    /// Whether two are the same element.
    fn same(one: &Self::Point, other: &Self::Point) -> bool;
    /// A multiple of the generator.
    fn base(times: &Self::Scalar) -> Self::Point;
    /// The sum of multiples: the first of the generator, the second of the element.
    fn with_base(times: &Self::Scalar, of: &Self::Scalar, point: &Self::Point) -> Self::Point;
    /// The sum of two multiples.
    fn both(one: (&Self::Scalar, &Self::Point), other: (&Self::Scalar, &Self::Point)) -> Self::Point;

    /// Reads a number written in the one way.
    fn scalar(text: &str) -> Option<Self::Scalar>;
    /// A small number.
    fn number(small: u64) -> Self::Scalar;
    /// A hash as a number, its first byte the highest.
    fn reduced(hash: [u8; 32]) -> Self::Scalar;
    /// The sum.
    fn plus(one: &Self::Scalar, other: &Self::Scalar) -> Self::Scalar;
    /// The difference.
    fn minus(one: &Self::Scalar, other: &Self::Scalar) -> Self::Scalar;
    /// The product.
    fn times(one: &Self::Scalar, other: &Self::Scalar) -> Self::Scalar;
    /// The inverse of what is not zero.
    fn inverse(one: &Self::Scalar) -> Self::Scalar;

    /// A text hashed to a number.
    fn challenge(parts: &[&str]) -> Self::Scalar {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part.as_bytes());
        }
        Self::reduced(hash.finalize().into())
    }
}

/// SHA-256 in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|half| char::from_digit(half.into(), 16).unwrap_or('0'));
    Sha256::digest(bytes).iter().flat_map(digits).collect()
}

/// SHA-256 in base64 without padding.
pub fn base64(parts: &[&[u8]]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    let hash = hash.finalize();
    let mut out = String::new();
    for three in hash.chunks(3) {
        let word = three.iter().fold(0, |word, byte| word << 8 | usize::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..=three.len() {
            out.extend(LETTERS.get(word >> (18 - 6 * at) & 63).map(|letter| char::from(*letter)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_written_as_the_format_has_them() {
        assert_eq!(hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(base64(&[b""]), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
        assert_eq!(base64(&[b"a", b"bc"]), base64(&[b"abc"]));
    }
}
