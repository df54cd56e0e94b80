//! The keys outside the archive: the one that signed credentials unseen, and those of the devices.

use num_bigint::BigUint;
use ring::signature::{ECDSA_P256_SHA256_FIXED, RSA_PSS_2048_8192_SHA384, UnparsedPublicKey};

use crate::{group::hex, report::Flaw};

const BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const END: &str = "-----END PUBLIC KEY-----";
/// What stands before the modulus in a key of 3,072 bits (RFC 5280, RFC 8017), and where the inner key begins in it.
const BEFORE: &[u8] = &[
    0x30, 0x82, 0x01, 0xa2, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
    0x03, 0x82, 0x01, 0x8f, 0x00, 0x30, 0x82, 0x01, 0x8a, 0x02, 0x82, 0x01, 0x81, 0x00,
];
const INNER: usize = 24;
/// The exponent 65,537.
const AFTER: &[u8] = &[0x02, 0x03, 0x01, 0x00, 0x01];
const EXPONENT: u32 = 65_537;
const MODULUS: usize = 384;

/// The key that signs blinded credentials: RSA of 3,072 bits with the exponent 65,537 (RFC 9474), and no other.
pub struct Blind {
    inner: Vec<u8>,
    modulus: BigUint,
    /// SHA-256 of the key as it is published.
    pub hash: String,
}

impl Blind {
    /// Reads the one spelling there is.
    pub fn read(text: &[u8]) -> Result<Self, Flaw> {
        let text = std::str::from_utf8(text).ok().and_then(|text| text.strip_suffix('\n')).ok_or(Flaw::Form)?;
        let mut lines: Vec<&str> = text.split('\n').collect();
        let (last, first) = (lines.pop(), lines.first().copied());
        let letters = lines.get(1..).unwrap_or_default();
        let (whole, rest) = letters.split_at(letters.len().saturating_sub(1));
        let even = whole.iter().all(|line| line.len() == 64) && rest.iter().all(|line| (1..=64).contains(&line.len()));
        if first != Some(BEGIN) || last != Some(END) || !even {
            return Err(Flaw::Form);
        }
        let bytes = bytes(&letters.concat()).ok_or(Flaw::Form)?;
        let modulus = bytes.strip_prefix(BEFORE).and_then(|rest| rest.strip_suffix(AFTER)).ok_or(Flaw::Form)?;
        if modulus.len() != MODULUS || modulus.first().is_none_or(|byte| *byte < 128) {
            return Err(Flaw::Form);
        }
        let inner = bytes.get(INNER..).unwrap_or_default().to_vec();
        Ok(Self { inner, modulus: BigUint::from_bytes_be(modulus), hash: hex(&bytes) })
    }

    /// Whether it signed a text: RSASSA-PSS with SHA-384 and a salt of 48 bytes (RFC 8017 8.1.2).
    pub fn signed(&self, text: &str, token: &[u8]) -> Result<(), Flaw> {
        let key = UnparsedPublicKey::new(&RSA_PSS_2048_8192_SHA384, &self.inner);
        key.verify(text.as_bytes(), token).map_err(|_| Flaw::Signature)
    }

    /// Whether it answered a blinded text with this: `signed ^ e mod n = blinded`.
    pub fn answered(&self, blinded: &[u8], signed: &[u8]) -> Result<(), Flaw> {
        if blinded.len() != MODULUS || signed.len() != MODULUS {
            return Err(Flaw::Form);
        }
        let [blinded, signed] = [blinded, signed].map(BigUint::from_bytes_be);
        let within = blinded != BigUint::ZERO && blinded < self.modulus && signed < self.modulus;
        let holds = within && signed.modpow(&BigUint::from(EXPONENT), &self.modulus) == blinded;
        if holds { Ok(()) } else { Err(Flaw::Signature) }
    }
}

/// Whether a device signed a text: ECDSA over P-256 with SHA-256, the key as an uncompressed point, the signature as `r‖s`.
pub fn device(key: &[u8], text: &str, signature: &[u8]) -> Result<(), Flaw> {
    let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key);
    key.verify(text.as_bytes(), signature).map_err(|_| Flaw::Signature)
}

/// The hash by which a device's key stands on the roll.
pub fn hash(key: &str) -> Option<String> {
    bytes(key).map(|key| hex(&key))
}

/// Base64 with its filling, written in the one way.
pub fn bytes(text: &str) -> Option<Vec<u8>> {
    let letters = text.trim_end_matches('=');
    let filled = text.len().is_multiple_of(4) && text.len() - letters.len() <= 2;
    if !filled || letters.len() % 4 == 1 {
        return None;
    }
    let (mut out, mut word, mut bits) = (Vec::with_capacity(letters.len()), 0_u32, 0);
    for letter in letters.bytes() {
        word = word << 6 | value(letter)?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(word >> bits & 255).ok()?);
            word &= (1 << bits) - 1;
        }
    }
    (word == 0).then_some(out)
}

fn value(letter: u8) -> Option<u32> {
    Some(match letter {
        b'A'..=b'Z' => u32::from(letter - b'A'),
        b'a'..=b'z' => u32::from(letter - b'a') + 26,
        b'0'..=b'9' => u32::from(letter - b'0') + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_in_one_spelling_only() {
        for (text, read) in [
            ("", Some(&b""[..])),
            ("YQ==", Some(b"a")),
            ("YWI=", Some(b"ab")),
            ("YWJj", Some(b"abc")),
            ("+/+/", Some(&[0xfb, 0xff, 0xbf])),
            ("YQ", None),
            ("YQ=", None),
            ("YQ===", None),
            ("YR==", None),
            ("YWJ=", None),
            ("Y===", None),
            ("====", None),
            ("YQ==YQ==", None),
            ("Y Q=", None),
            ("-_-_", None),
        ] {
            assert_eq!(bytes(text).as_deref(), read, "{text}");
        }
    }
}
