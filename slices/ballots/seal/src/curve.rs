//! The group of prime order of edwards25519.

use curve25519_dalek::{
    EdwardsPoint, Scalar,
    edwards::{CompressedEdwardsY, EdwardsBasepointTable},
    traits::{BasepointTable, Identity, IsIdentity, VartimeMultiscalarMul},
};
use zeroize::Zeroizing;

use crate::group::Group;

/// edwards25519, in the format `Ed25519`.
#[derive(Debug)]
pub struct Curve;

const DIGITS: &[u8; 16] = b"0123456789abcdef";

impl Group for Curve {
    const NAME: &'static str = "Ed25519";
    type Point = EdwardsPoint;
    type Scalar = Scalar;
    type Table = EdwardsBasepointTable;

    fn point(text: &str) -> Option<EdwardsPoint> {
        let half = |digit: Option<&u8>| DIGITS.iter().position(|one| Some(one) == digit);
        let mut bytes = [0; 32];
        if text.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().rev().zip(text.as_bytes().chunks(2)) {
            *byte = u8::try_from(half(pair.first())? * 16 + half(pair.get(1))?).ok()?;
        }
        let point = CompressedEdwardsY(bytes).decompress()?;
        (Self::shown(&point) == text && point.is_torsion_free()).then_some(point)
    }

    fn shown(point: &EdwardsPoint) -> String {
        let bytes = point.compress().0;
        let digit = |half: u8| DIGITS.get(usize::from(half)).map_or('0', |digit| char::from(*digit));
        bytes.into_iter().rev().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }

    fn zero() -> EdwardsPoint {
        EdwardsPoint::identity()
    }

    fn add(one: &EdwardsPoint, other: &EdwardsPoint) -> EdwardsPoint {
        one + other
    }

    fn sub(one: &EdwardsPoint, other: &EdwardsPoint) -> EdwardsPoint {
        one - other
    }

    fn same(one: &EdwardsPoint, other: &EdwardsPoint) -> bool {
        (one - other).is_identity()
    }

    fn base(times: &Scalar) -> EdwardsPoint {
        EdwardsPoint::mul_base(times)
    }

    fn mul(times: &Scalar, point: &EdwardsPoint) -> EdwardsPoint {
        times * point
    }

    fn table(point: &EdwardsPoint) -> EdwardsBasepointTable {
        EdwardsBasepointTable::create(point)
    }

    fn by_table(times: &Scalar, table: &EdwardsBasepointTable) -> EdwardsPoint {
        table.mul_base(times)
    }

    fn open_base(times: &Scalar, of: &Scalar, point: &EdwardsPoint) -> EdwardsPoint {
        EdwardsPoint::vartime_double_scalar_mul_basepoint(of, point, times)
    }

    fn open_both(one: (&Scalar, &EdwardsPoint), other: (&Scalar, &EdwardsPoint)) -> EdwardsPoint {
        EdwardsPoint::vartime_multiscalar_mul([one.0, other.0], [one.1, other.1])
    }

    fn scalar(text: &str) -> Option<Scalar> {
        if text.is_empty() || text.len() > 77 || !text.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let ten = Scalar::from(10_u64);
        let number = text.bytes().fold(Scalar::ZERO, |sum, digit| sum * ten + Scalar::from(digit - b'0'));
        (Self::written(&number) == text).then_some(number)
    }

    fn written(number: &Scalar) -> String {
        const PART: u128 = 1_000_000_000_000_000_000;
        let mut words = [0_u64; 4];
        for (word, bytes) in words.iter_mut().zip(number.as_bytes().chunks(8)) {
            *word = bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        }
        let mut parts = Vec::new();
        while words != [0; 4] {
            let mut rest = 0_u128;
            for word in words.iter_mut().rev() {
                let whole = rest << 64 | u128::from(*word);
                *word = u64::try_from(whole / PART).unwrap_or_default();
                rest = whole % PART;
            }
            parts.push(rest);
        }
        let first = parts.pop().unwrap_or_default().to_string();
        parts.iter().rev().fold(first, |text, part| format!("{text}{part:018}"))
    }

    fn number(small: u64) -> Scalar {
        Scalar::from(small)
    }

    fn reduced(mut hash: [u8; 32]) -> Scalar {
        hash.reverse();
        Scalar::from_bytes_mod_order(hash)
    }

    fn wide(bytes: &[u8; 64]) -> Scalar {
        Scalar::from_bytes_mod_order_wide(bytes)
    }

    fn bytes(number: &Scalar) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(number.to_bytes())
    }

    fn of_bytes(bytes: [u8; 32]) -> Option<Scalar> {
        Option::from(Scalar::from_canonical_bytes(bytes))
    }

    fn plus(one: &Scalar, other: &Scalar) -> Scalar {
        one + other
    }

    fn minus(one: &Scalar, other: &Scalar) -> Scalar {
        one - other
    }

    fn times(one: &Scalar, other: &Scalar) -> Scalar {
        one * other
    }
}
