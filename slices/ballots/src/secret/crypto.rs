//! What a hall signs and checks: blind signatures (RFC 9474, RSABSSA-SHA384-PSS-Deterministic), devices (ECDSA P-256), receipts (Ed25519).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use kit::{Fault, Site};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, Ed25519KeyPair, KeyPair as _, RSA_PSS_2048_8192_SHA384, RsaPublicKeyComponents,
    UnparsedPublicKey,
};
use rsa::{
    BigUint, RsaPrivateKey, RsaPublicKey,
    hazmat::rsa_decrypt_and_check,
    pkcs8::{DecodePrivateKey as _, DecodePublicKey as _, EncodePrivateKey as _, EncodePublicKey as _},
    rand_core::{CryptoRng, Error, RngCore},
    traits::PublicKeyParts as _,
};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// The size of the modulus, in bits; blinded values and tokens are as long.
pub const BITS: usize = 3072;
/// The same in bytes.
pub const BYTES: usize = BITS / 8;

/// SHA-256 in hexadecimal.
#[must_use]
pub fn hex_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// As bytes are written.
#[must_use]
pub fn written(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Bytes of this length, written in the one way.
#[must_use]
pub fn read(text: &str, length: usize) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok().filter(|bytes| bytes.len() == length && written(bytes) == text)
}

/// Bytes of any length.
#[must_use]
pub fn read_der(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Chance of the site, as the crate of RSA wants it.
struct Luck<'a>(&'a Site);

impl RngCore for Luck<'_> {
    fn next_u32(&mut self) -> u32 {
        u32::from_le_bytes(self.0.chance())
    }
    fn next_u64(&mut self) -> u64 {
        u64::from_le_bytes(self.0.chance())
    }
    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            for (to, from) in part.iter_mut().zip(self.0.chance::<32>()) {
                *to = from;
            }
        }
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}
impl CryptoRng for Luck<'_> {}

/// The identity of a vote in its archive: 22 letters and digits that cannot be mistaken for one another.
#[must_use]
pub fn new_vote(site: &Site) -> String {
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let letter = |byte: u8| LETTERS.get(usize::from(byte & 31)).map_or('2', |letter| char::from(*letter));
    site.chance::<22>().into_iter().map(letter).collect()
}

/// The key that signs blindly.
pub struct Signer(RsaPrivateKey);

impl Signer {
    /// A fresh one.
    ///
    /// # Errors
    /// When none can be made.
    pub fn fresh(site: &Site) -> Result<Self, Fault> {
        let made = RsaPrivateKey::new(&mut Luck(site), BITS);
        made.map(Self).map_err(|error| Fault::caused("no RSA key could be made", error))
    }

    /// One that was kept.
    ///
    /// # Errors
    /// When it is none.
    pub fn kept(bytes: &[u8]) -> Result<Self, Fault> {
        let read = RsaPrivateKey::from_pkcs8_der(bytes);
        read.map(Self).map_err(|error| Fault::caused("the signing key of a vote cannot be read", error))
    }

    /// To keep.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn to_keep(&self) -> Result<Zeroizing<Vec<u8>>, Fault> {
        let written = self.0.to_pkcs8_der();
        let written = written.map_err(|error| Fault::caused("the signing key of a vote cannot be written", error))?;
        Ok(Zeroizing::new(written.as_bytes().to_vec()))
    }

    /// SubjectPublicKeyInfo.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn public(&self) -> Result<Vec<u8>, Fault> {
        let written = RsaPublicKey::from(&self.0).to_public_key_der();
        let written = written.map_err(|error| Fault::caused("the signing key of a vote cannot be written", error))?;
        Ok(written.as_bytes().to_vec())
    }

    /// Signs a blinded value; `None` where it is none. The same value has the same answer.
    #[must_use]
    pub fn sign(&self, site: &Site, blinded: &[u8]) -> Option<Vec<u8>> {
        let value = BigUint::from_bytes_be(blinded);
        if value.bits() == 0 || &value >= self.0.n() {
            return None;
        }
        let signed = rsa_decrypt_and_check(&self.0, Some(&mut Luck(site)), &value).ok()?.to_bytes_be();
        let mut out = vec![0; BYTES.checked_sub(signed.len())?];
        out.extend(signed);
        Some(out)
    }
}

/// The public half of the key that signs blindly.
#[derive(Clone)]
pub struct Checker {
    n: Vec<u8>,
    e: Vec<u8>,
}

impl Checker {
    /// Reads SubjectPublicKeyInfo.
    #[must_use]
    pub fn read(der: &[u8]) -> Option<Self> {
        let key = RsaPublicKey::from_public_key_der(der).ok()?;
        Some(Self { n: key.n().to_bytes_be(), e: key.e().to_bytes_be() })
    }

    /// Whether a token was signed for these words.
    #[must_use]
    pub fn holds(&self, words: &str, token: &[u8]) -> bool {
        let key = RsaPublicKeyComponents { n: &self.n, e: &self.e };
        key.verify(&RSA_PSS_2048_8192_SHA384, words.as_bytes(), token).is_ok()
    }
}

/// SubjectPublicKeyInfo as PEM, 64 letters a line.
#[must_use]
pub fn pem(der: &str) -> String {
    let letters: Vec<char> = der.chars().collect();
    let lines: String = letters.chunks(64).map(|line| line.iter().collect::<String>() + "\n").collect();
    format!("-----BEGIN PUBLIC KEY-----\n{lines}-----END PUBLIC KEY-----\n")
}

/// Whether it has the form of a device's key: a point of P-256, not compressed.
#[must_use]
pub fn is_device(key: &str) -> bool {
    read(key, 65).is_some_and(|bytes| bytes.first() == Some(&4))
}

/// Whether a device signed these words.
#[must_use]
pub fn device_signed(key: &str, words: &str, signature: &str) -> bool {
    let (Some(key), Some(signature)) = (read(key, 65), read(signature, 64)) else { return false };
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key).verify(words.as_bytes(), &signature).is_ok()
}

/// The board: signs receipts.
pub struct Board(Ed25519KeyPair);

impl Board {
    /// The board with this seed.
    ///
    /// # Errors
    /// When it is none.
    pub fn of(seed: &[u8]) -> Result<Self, Fault> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed);
        pair.map(Self).map_err(|error| Fault::new(format_args!("the board's key of a vote cannot be read: {error}")))
    }

    /// Its public key in hexadecimal.
    #[must_use]
    pub fn public(&self) -> String {
        hex(self.0.public_key().as_ref())
    }

    /// A signature over these words.
    #[must_use]
    pub fn sign(&self, words: &str) -> String {
        written(self.0.sign(words.as_bytes()).as_ref())
    }
}
