//! What sealing needs of a group of prime order in which discrete logarithms are hard, and the secrets in it.

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

/// Where chance comes from: bytes nobody can foretell.
pub trait Chance {
    /// Fills the whole of it.
    fn fill(&mut self, bytes: &mut [u8]);
}

impl<F: FnMut(&mut [u8])> Chance for F {
    fn fill(&mut self, bytes: &mut [u8]) {
        self(bytes);
    }
}

/// A group; the operation is written as a sum. Multiples take the same time whatever the number is, unless said otherwise.
pub trait Group: Sized + 'static {
    /// Its name in an election.
    const NAME: &'static str;
    /// An element of the group of prime order: no other value exists.
    type Point: Clone + Send + Sync;
    /// A number modulo the order.
    type Scalar: Clone + Zeroize + Send + Sync;
    /// What makes multiples of one element quick.
    type Table: Send + Sync;

    /// Reads an element written in the one way; refuses what lies outside.
    fn point(text: &str) -> Option<Self::Point>;
    /// As it is written.
    fn shown(point: &Self::Point) -> String;
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
    /// A multiple of any element.
    fn mul(times: &Self::Scalar, point: &Self::Point) -> Self::Point;
    /// Prepares multiples of one element.
    fn table(point: &Self::Point) -> Self::Table;
    /// A multiple of the element prepared.
    fn by_table(times: &Self::Scalar, table: &Self::Table) -> Self::Point;
    /// The first times the generator and the second times the element, of public numbers: as quick as may be.
    fn open_base(times: &Self::Scalar, of: &Self::Scalar, point: &Self::Point) -> Self::Point;
    /// The sum of two multiples, of public numbers: as quick as may be.
    fn open_both(one: (&Self::Scalar, &Self::Point), other: (&Self::Scalar, &Self::Point)) -> Self::Point;

    /// Reads a number written in the one way.
    fn scalar(text: &str) -> Option<Self::Scalar>;
    /// As it is written; for public numbers.
    fn written(number: &Self::Scalar) -> String;
    /// A small number.
    fn number(small: u64) -> Self::Scalar;
    /// A hash as a number, its first byte the highest.
    fn reduced(hash: [u8; 32]) -> Self::Scalar;
    /// So many even bytes that no number is likelier than another.
    fn wide(bytes: &[u8; 64]) -> Self::Scalar;
    /// As it is kept in a file of its owner.
    fn bytes(number: &Self::Scalar) -> Zeroizing<[u8; 32]>;
    /// What was kept; `None` if it is no number.
    fn of_bytes(bytes: [u8; 32]) -> Option<Self::Scalar>;
    /// The sum.
    fn plus(one: &Self::Scalar, other: &Self::Scalar) -> Self::Scalar;
    /// The difference.
    fn minus(one: &Self::Scalar, other: &Self::Scalar) -> Self::Scalar;
    /// The product.
    fn times(one: &Self::Scalar, other: &Self::Scalar) -> Self::Scalar;

    /// A text hashed to a number.
    fn challenge(parts: &[&str]) -> Self::Scalar {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part.as_bytes());
        }
        Self::reduced(hash.finalize().into())
    }
}

/// A secret number; wiped when dropped, and not shown.
pub struct Secret<G: Group>(G::Scalar);

impl<G: Group> Secret<G> {
    /// Draws one.
    pub fn draw(chance: &mut dyn Chance) -> Self {
        let mut bytes = Zeroizing::new([0; 64]);
        chance.fill(bytes.as_mut_slice());
        Self(G::wide(&bytes))
    }

    /// What its owner kept; `None` if it is no number.
    #[must_use]
    pub fn kept(bytes: &Zeroizing<[u8; 32]>) -> Option<Self> {
        G::of_bytes(**bytes).map(Self)
    }

    /// To be kept by its owner, and nowhere else.
    #[must_use]
    pub fn to_keep(&self) -> Zeroizing<[u8; 32]> {
        G::bytes(&self.0)
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> G::Point {
        G::base(&self.0)
    }

    pub(crate) const fn of(number: G::Scalar) -> Self {
        Self(number)
    }

    /// This secret times a number, as secret as it is.
    pub(crate) fn times(&self, number: &G::Scalar) -> Self {
        Self(G::times(&self.0, number))
    }

    pub(crate) const fn number(&self) -> &G::Scalar {
        &self.0
    }
}

impl<G: Group> Drop for Secret<G> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<G: Group> std::fmt::Debug for Secret<G> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// SHA-256 in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|half| char::from_digit(half.into(), 16).unwrap_or('0'));
    Sha256::digest(bytes).iter().flat_map(digits).collect()
}

/// SHA-256 in base64 without padding: how ballots and elections are named.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(Sha256::digest(bytes))
}
