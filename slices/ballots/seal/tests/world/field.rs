//! The same protocol over numbers modulo a prime of 2,048 bits: the group of the stock tool that Debian packages. For tests alone; it
//! takes longer for some secrets than for others.

use std::sync::LazyLock;

use ballots_seal::Group;
use num_bigint::BigUint;
use zeroize::{Zeroize, Zeroizing};

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

static P: LazyLock<BigUint> = LazyLock::new(|| BigUint::parse_bytes(PRIME.as_bytes(), 16).unwrap());
static Q: LazyLock<BigUint> = LazyLock::new(|| BigUint::parse_bytes(ORDER.as_bytes(), 16).unwrap());
static G: LazyLock<BigUint> = LazyLock::new(|| BigUint::parse_bytes(GENERATOR.as_bytes(), 16).unwrap());

/// A number modulo the order.
#[derive(Clone)]
pub struct Number(BigUint);

impl Zeroize for Number {
    fn zeroize(&mut self) {
        self.0 = BigUint::ZERO;
    }
}

impl Group for Field {
    const NAME: &'static str = "BELENIOS-2048";
    type Point = BigUint;
    type Scalar = Number;
    type Table = BigUint;

    fn point(text: &str) -> Option<BigUint> {
        let number = BigUint::parse_bytes(text.as_bytes(), 10)?;
        let fits = number < *P && number.modpow(&Q, &P) == BigUint::from(1_u8);
        (fits && number.to_string() == text).then_some(number)
    }
    fn shown(point: &BigUint) -> String {
        point.to_string()
    }
    fn zero() -> BigUint {
        BigUint::from(1_u8)
    }
    fn add(one: &BigUint, other: &BigUint) -> BigUint {
        one * other % &*P
    }
    fn sub(one: &BigUint, other: &BigUint) -> BigUint {
        one * other.modinv(&P).unwrap() % &*P
    }
    fn same(one: &BigUint, other: &BigUint) -> bool {
        one == other
    }
    fn base(times: &Number) -> BigUint {
        G.modpow(&times.0, &P)
    }
    fn mul(times: &Number, point: &BigUint) -> BigUint {
        point.modpow(&times.0, &P)
    }
    fn table(point: &BigUint) -> BigUint {
        point.clone()
    }
    fn by_table(times: &Number, table: &BigUint) -> BigUint {
        Self::mul(times, table)
    }
    fn open_base(times: &Number, of: &Number, point: &BigUint) -> BigUint {
        Self::base(times) * Self::mul(of, point) % &*P
    }
    fn open_both(one: (&Number, &BigUint), other: (&Number, &BigUint)) -> BigUint {
        Self::mul(one.0, one.1) * Self::mul(other.0, other.1) % &*P
    }

    fn scalar(text: &str) -> Option<Number> {
        let number = BigUint::parse_bytes(text.as_bytes(), 10)?;
        (number < *Q && number.to_string() == text).then_some(Number(number))
    }
    fn written(number: &Number) -> String {
        number.0.to_string()
    }
    fn number(small: u64) -> Number {
        Number(BigUint::from(small))
    }
    fn reduced(hash: [u8; 32]) -> Number {
        Number(BigUint::from_bytes_be(&hash) % &*Q)
    }
    fn wide(bytes: &[u8; 64]) -> Number {
        Number(BigUint::from_bytes_be(bytes) % &*Q)
    }
    fn bytes(number: &Number) -> Zeroizing<[u8; 32]> {
        let mut bytes = number.0.to_bytes_le();
        bytes.resize(32, 0);
        Zeroizing::new(bytes.try_into().unwrap())
    }
    fn of_bytes(bytes: [u8; 32]) -> Option<Number> {
        Some(Number(BigUint::from_bytes_le(&bytes))).filter(|number| number.0 < *Q)
    }
    fn plus(one: &Number, other: &Number) -> Number {
        Number((&one.0 + &other.0) % &*Q)
    }
    fn minus(one: &Number, other: &Number) -> Number {
        Number((&one.0 + &*Q - &other.0) % &*Q)
    }
    fn times(one: &Number, other: &Number) -> Number {
        Number(&one.0 * &other.0 % &*Q)
    }
}
