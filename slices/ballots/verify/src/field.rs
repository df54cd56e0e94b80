//! Numbers modulo a prime of 2,048 bits: the group of the stock tool that Debian packages, which does not know the curve.

use std::sync::LazyLock;

use num_bigint::BigUint;

use crate::group::Group;

/// The group `BELENIOS-2048`.
pub struct Field;

const PRIME: &str = "a3ef2d011fefb1b6e39e568fccdffb0fb7dc7ef3a791b6862791811d21fc35f21e6d36856b428030421f514ed40bfd4c\
    06e092a495af8d79a2f85e0fb11c0ede07dd973f9c53e50930c6e82ac36de1ae3fb8c3aabfff12ce27a5022ddd8912d1\
    07435012768a2cdd0a4091d8fa447f6c7ebc15a349fa318a6b4fe17d8d47e843a3e14dfa9b2162f4d7229abe93a188b4\
    6b006517d6f6747ebbb29c9ec3099b607f18fb1a8bc858279aa8599411d998d3e3fada9e010840d082d8c31911acdd4a\
    0e7992d0f18cc759cb5de0acf66a3882555bc810941e021b6a4ccfa04ee4008f878affa2375e2999b44f6cef17d70730\
    1e59e0e6351e051ed9cec4157646e64f";
const ORDER: &str = "adb6066a73522565f4daa0f2579db7f2f0fa90c2168bc709e20263387d55c491";
const GENERATOR: &str = "1307c1ab5f295885d7caa3a78a42415e31fd1c5807b61fb1e781878a52230a51988b98c259597f9c5a9dfd001d26ba31\
    d9d8976f01d95a1c8262ee68a0e92cea541e5219e0d0d094301b894236823fe1d4bc04e29f3748aefd4f10d5b1a356a8\
    643e673fd9d215fc8fe5fb9cf9fdb8ea88fdb1a3381a697fdf9c2458570b06d26aef1be365fdd90165f397c6b870df8c\
    1b9e519edcee8bb0f74b7a1615a274ba60a7ea574a61f552d2dde0ce514e0927c4ff49b1964c4a913731ae4268d60d7f\
    22127b6cbba44d453ac8b72fd04e0991b7aeff04867d8724ac638f5f34100d2d47aa680d43771902743d663f42d853c0\
    41e1c91fe3823f4bcf284308f1d7e653";

fn constant(digits: &str) -> BigUint {
    BigUint::parse_bytes(digits.as_bytes(), 16).unwrap_or_default()
}

static P: LazyLock<BigUint> = LazyLock::new(|| constant(PRIME));
static Q: LazyLock<BigUint> = LazyLock::new(|| constant(ORDER));
static G: LazyLock<BigUint> = LazyLock::new(|| constant(GENERATOR));

/// Reads a decimal number written in the one way.
fn decimal(text: &str) -> Option<BigUint> {
    let fits = text.bytes().all(|digit| digit.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if fits && !text.is_empty() && text.len() <= 617 { BigUint::parse_bytes(text.as_bytes(), 10) } else { None }
}

impl Group for Field {
    const NAME: &'static str = "BELENIOS-2048";
    type Point = BigUint;
    type Scalar = BigUint;

    fn point(text: &str) -> Option<BigUint> {
        let number = decimal(text)?;
        (number < *P && number.modpow(&Q, &P) == BigUint::from(1_u8)).then_some(number)
    }

    fn shown(point: &BigUint) -> String {
        point.to_string()
    }

    const PACKED: usize = 256;

    fn pack(point: &BigUint) -> Vec<u8> {
        let mut bytes = point.to_bytes_le();
        bytes.resize(Self::PACKED, 0);
        bytes
    }

    fn unpack(bytes: &[u8]) -> Option<BigUint> {
        Some(BigUint::from_bytes_le(bytes))
    }

    fn zero() -> BigUint {
        BigUint::from(1_u8)
    }

    fn add(one: &BigUint, other: &BigUint) -> BigUint {
        one * other % &*P
    }

    fn sub(one: &BigUint, other: &BigUint) -> BigUint {
        one * other.modpow(&(&*P - 2_u8), &P) % &*P
    }

    fn same(one: &BigUint, other: &BigUint) -> bool {
        one == other
    }

    fn base(times: &BigUint) -> BigUint {
        G.modpow(times, &P)
    }

    fn with_base(times: &BigUint, of: &BigUint, point: &BigUint) -> BigUint {
        Self::both((times, &G), (of, point))
    }

    fn both(one: (&BigUint, &BigUint), other: (&BigUint, &BigUint)) -> BigUint {
        one.1.modpow(one.0, &P) * other.1.modpow(other.0, &P) % &*P
    }

    fn scalar(text: &str) -> Option<BigUint> {
        decimal(text).filter(|number| *number < *Q)
    }

    fn number(small: u64) -> BigUint {
        BigUint::from(small)
    }

    fn reduced(hash: [u8; 32]) -> BigUint {
        BigUint::from_bytes_be(&hash) % &*Q
    }

    fn plus(one: &BigUint, other: &BigUint) -> BigUint {
        (one + other) % &*Q
    }

    fn minus(one: &BigUint, other: &BigUint) -> BigUint {
        (one + &*Q - other) % &*Q
    }

    fn times(one: &BigUint, other: &BigUint) -> BigUint {
        one * other % &*Q
    }

    fn inverse(one: &BigUint) -> BigUint {
        one.modpow(&(&*Q - 2_u8), &Q)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_has_the_order() {
        assert_eq!(Field::base(&Q), Field::zero());
        assert_ne!(Field::base(&BigUint::from(1_u8)), Field::zero());
        assert_eq!((&*P - 1_u8) % &*Q, BigUint::ZERO);
        assert_eq!(Field::point(&(&*P - 1_u8).to_string()), None, "minus one has order two");
    }
}
