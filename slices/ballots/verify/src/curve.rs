//! The group of prime order of edwards25519.

use curve25519_dalek::{
    EdwardsPoint, Scalar,
    edwards::CompressedEdwardsY,
    traits::{Identity, IsIdentity, VartimeMultiscalarMul},
};

use crate::group::Group;

/// edwards25519, in the format `Ed25519`.
pub struct Curve;

impl Group for Curve {
    const NAME: &'static str = "Ed25519";
    type Point = EdwardsPoint;
    type Scalar = Scalar;

    fn point(text: &str) -> Option<EdwardsPoint> {
        let mut bytes = [0; 32];
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().rev().zip(digits.chunks(2)) {
            let [high, low] = *pair else { return None };
            *byte = nibble(high)? << 4 | nibble(low)?;
        }
        let point = CompressedEdwardsY(bytes).decompress()?;
        // Written again it must be the same: a y above the prime, and x = 0 with a sign, have second ways.
        (point.compress().0 == bytes && point.is_torsion_free()).then_some(point)
    }

    fn shown(point: &EdwardsPoint) -> String {
        let digits = |byte: u8| [byte >> 4, byte & 15].map(|half| char::from_digit(half.into(), 16).unwrap_or('0'));
        point.compress().0.into_iter().rev().flat_map(digits).collect()
    }

    const PACKED: usize = 32;

    fn pack(point: &EdwardsPoint) -> Vec<u8> {
        point.compress().0.to_vec()
    }

    fn unpack(bytes: &[u8]) -> Option<EdwardsPoint> {
        CompressedEdwardsY(bytes.try_into().ok()?).decompress()
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

    fn with_base(times: &Scalar, of: &Scalar, point: &EdwardsPoint) -> EdwardsPoint {
        EdwardsPoint::vartime_double_scalar_mul_basepoint(of, point, times)
    }

    fn both(one: (&Scalar, &EdwardsPoint), other: (&Scalar, &EdwardsPoint)) -> EdwardsPoint {
        EdwardsPoint::vartime_multiscalar_mul([one.0, other.0], [one.1, other.1])
    }

    fn scalar(text: &str) -> Option<Scalar> {
        let digits = text.as_bytes();
        if digits.is_empty() || digits.len() > 77 || (digits.len() > 1 && digits.starts_with(b"0")) {
            return None;
        }
        let mut words = [0_u64; 4];
        for digit in digits {
            let mut carry = u128::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
            for word in &mut words {
                let sum = u128::from(*word) * 10 + carry;
                *word = u64::try_from(sum & u128::from(u64::MAX)).unwrap_or_default();
                carry = sum >> 64;
            }
            if carry != 0 {
                return None;
            }
        }
        let mut bytes = [0; 32];
        for (place, byte) in bytes.iter_mut().zip(words.iter().flat_map(|word| word.to_le_bytes())) {
            *place = byte;
        }
        Option::from(Scalar::from_canonical_bytes(bytes))
    }

    fn number(small: u64) -> Scalar {
        Scalar::from(small)
    }

    fn reduced(mut hash: [u8; 32]) -> Scalar {
        hash.reverse();
        Scalar::from_bytes_mod_order(hash)
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

    fn inverse(one: &Scalar) -> Scalar {
        one.invert()
    }
}

/// A small hexadecimal digit.
fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
