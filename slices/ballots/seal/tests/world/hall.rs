//! What is published beside an archive, made as whoever holds the vote would make it.

use std::collections::BTreeMap;

use ballots_seal::{Credentials, Curve};
use ballots_verify::{Files, Side};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use num_bigint::BigUint;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use sha2::{Digest, Sha256, Sha384};

use super::{UUID, World, question};

// Two primes of a key that signs for these tests and is worth nothing.
const P: &str = "e6e9e105e4b90f0603f58143f8ba1c7e6a3dc990463238d60e98d00f0d7e027cb83aec974ddb6ed834de6f2363b19e4a\
    5a0556218b8bd59d595599e4193a9dd62c90755c54171ac61134e072096ce2059f4f63a8fca0d84704accd6eb7f9796d\
    4c4ab93f602d5fc02d15daa8cde460cf9acc032a77822ff688401a604c995bd65e2c78b1a242022d970f971bf80cc270\
    eb37dacdb6ab00fb8ca797f0fa0b3832138faee2fd2d1cc52f418e0fa93397e3fc91faacc1b7259420060443145cf0df";
const Q: &str = "c33e885330ace16dcc0d0135c13bd90cec34a07c36b6ea8ee66f351f48414056ee64cd63c0fd61dc6bb3140406587ce5\
    866b8a702a0b8439bc28014b023df72511a593056da07e4f09ad98794a7b7cb4257a65ac4986daffc117c45b4da76eb9\
    218db31676e5ffca7892a496436eeb102fc55d42251063ca5fbd842be7023baac48151be15121191cbe47e71cd91fed2\
    c526fdab62c5770e9098e006f675b8e20561095fdde70144e453d79f1c7115de331a8d39fc81c4cb75d7620d86b256f1";

/// The device of a deputy.
pub struct Device(EcdsaKeyPair);

impl Device {
    pub fn new() -> Self {
        let (chance, algorithm) = (SystemRandom::new(), &ECDSA_P256_SHA256_FIXED_SIGNING);
        let document = EcdsaKeyPair::generate_pkcs8(algorithm, &chance).unwrap();
        Self(EcdsaKeyPair::from_pkcs8(algorithm, document.as_ref(), &chance).unwrap())
    }

    pub fn key(&self) -> String {
        STANDARD.encode(self.0.public_key())
    }

    pub fn sign(&self, text: &str) -> String {
        STANDARD.encode(self.0.sign(&SystemRandom::new(), text.as_bytes()).unwrap())
    }
}

/// A vote of four in a hall, all files beside its archive, line by line.
pub struct Hall {
    pub archive: Vec<u8>,
    pub setup: String,
    pub credentials: Credentials,
    pub devices: Vec<Device>,
    pub rule: String,
    pub key: String,
    pub issue: Vec<String>,
    pub tokens: Vec<String>,
    pub confirmations: Vec<String>,
    pub decryptions: Vec<String>,
}

fn modulus() -> (BigUint, BigUint) {
    let [p, q] = [P, Q].map(|digits| BigUint::parse_bytes(digits.as_bytes(), 16).unwrap());
    let order = (&p - 1_u8) * (&q - 1_u8);
    (p * q, BigUint::from(65_537_u32).modinv(&order).unwrap())
}

fn padded(number: &BigUint) -> Vec<u8> {
    let bytes = number.to_bytes_be();
    [vec![0; 384 - bytes.len()], bytes].concat()
}

/// A token: RSASSA-PSS with SHA-384 and a salt of 48 bytes, written from RFC 8017 9.1.1.
pub fn token(text: &str) -> String {
    let (digest, salt) = (Sha384::digest(text.as_bytes()), [7_u8; 48]);
    let told = Sha384::digest([&[0; 8][..], &digest[..], &salt[..]].concat());
    let mask = (0..7_u32).flat_map(|at| Sha384::digest([&told[..], &at.to_be_bytes()[..]].concat()).to_vec());
    let block = [vec![0; 286], vec![1], salt.to_vec()].concat();
    let mut block: Vec<u8> = block.into_iter().zip(mask).map(|(one, other)| one ^ other).collect();
    block[0] &= 127;
    let (n, d) = modulus();
    let encoded = [&block[..], &told[..], &[0xbc]].concat();
    STANDARD.encode(padded(&BigUint::from_bytes_be(&encoded).modpow(&d, &n)))
}

/// The public half as it is published, of any modulus.
pub fn pem(modulus: &BigUint) -> String {
    let before = "308201a2300d06092a864886f70d01010105000382018f003082018a0282018100";
    let bytes = (0..before.len()).step_by(2).map(|at| u8::from_str_radix(&before[at..at + 2], 16).unwrap());
    let der: Vec<u8> = bytes.chain(padded(modulus)).chain([2, 3, 1, 0, 1]).collect();
    let letters = STANDARD.encode(der);
    let lines: Vec<&str> = (0..letters.len()).step_by(64).map(|at| &letters[at..letters.len().min(at + 64)]).collect();
    format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", lines.join("\n"))
}

impl Hall {
    pub fn new() -> Self {
        let mut world = World::<Curve>::ours(vec![question(3, 1, 1, false)], 4, 2, 51);
        let ballots: Vec<String> = (0..3)
            .map(|voter| {
                let choices = world.any();
                world.ballot(voter, &choices)
            })
            .collect();
        let archive = world.archive(&ballots).0;
        let decryptions = world.decryptions(&ballots);
        let setup = world.setup().0.head().unwrap().to_owned();
        let devices: Vec<Device> = (0..4).map(|_| Device::new()).collect();
        let hash = "ab".repeat(32);
        let rule = format!(
            "{{\"version\":1,\"vote\":\"{UUID}\",\"title\":\"任免 “一”\",\"method\":\"表决办法\",\"article\":\"第六条\",\"least\":4,\
             \"changeable\":false,\"members\":6,\"present\":5,\"spec\":\"{hash}\",\"board_key\":\"{hash}\"}}\n"
        );
        let n = modulus().0;
        let issue = devices.iter().zip(1_u64..).map(|(device, at)| {
            let signed = BigUint::from(at).modpow(&BigUint::from(1_000_003_u32), &n);
            issued(device, at * 3, &signed, &signed.modpow(&BigUint::from(65_537_u32), &n))
        });
        let listed: Vec<String> = serde_json::from_str(&world.credentials.json()).unwrap();
        let tokens = listed.iter().map(|one| {
            let token = token(&format!("ballot-token|{UUID}|{one}"));
            format!("{{\"credential\":\"{one}\",\"token\":\"{token}\"}}\n")
        });
        let (issue, tokens) = (issue.collect(), tokens.collect());
        let confirmations = devices.iter().zip(1_u64..).map(|(device, at)| confirmed(device, at * 3, &setup)).collect();
        let (key, credentials) = (pem(&n), world.credentials);
        Self { archive, setup, credentials, devices, rule, key, issue, tokens, confirmations, decryptions }
    }

    /// Who was present with which device; it stays inside the body.
    pub fn roll(&self) -> String {
        let row = |(device, at): (&Device, u64)| {
            let hash = Sha256::digest(device.0.public_key());
            let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            let number = at * 3;
            format!(
                "{{\"number\":{number},\"name\":\"甲\",\"key_hash\":\"{hash}\",\"present\":true,\"issued\":true,\"confirmed\":true}}"
            )
        };
        let rows: Vec<String> = self.devices.iter().zip(1..).map(row).collect();
        format!("{{\"roll\":[{}]}}", rows.join(","))
    }

    pub fn files(&self) -> Files {
        BTreeMap::from([
            (Side::Rule, self.rule.clone().into_bytes()),
            (Side::Key, self.key.clone().into_bytes()),
            (Side::Issue, self.issue.concat().into_bytes()),
            (Side::Tokens, self.tokens.concat().into_bytes()),
            (Side::Confirmations, self.confirmations.concat().into_bytes()),
            (Side::Decryptions, self.decryptions.concat().into_bytes()),
        ])
    }
}

/// A line of who was handed a ballot.
pub fn issued(device: &Device, number: u64, signed: &BigUint, blinded: &BigUint) -> String {
    let [signed, blinded] = [signed, blinded].map(|one| STANDARD.encode(padded(one)));
    let (key, signature) = (device.key(), device.sign(&format!("{UUID}|collect|{blinded}")));
    format!(
        "{{\"number\":{number},\"key\":\"{key}\",\"blinded\":\"{blinded}\",\"signature\":\"{signature}\",\"signed\":\"{signed}\"}}\n"
    )
}

/// A line of who confirmed a list.
pub fn confirmed(device: &Device, number: u64, setup: &str) -> String {
    let (key, signature) = (device.key(), device.sign(&format!("{UUID}|confirm|{setup}")));
    format!("{{\"number\":{number},\"key\":\"{key}\",\"setup\":\"{setup}\",\"signature\":\"{signature}\"}}\n")
}
