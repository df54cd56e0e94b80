//! A phone in Rust: device, credential, blind token (written from RFC 9474 and RFC 8017), sealed ballot. Knows nothing of the server but texts.

use ballots_seal::{Choices, Curve, Election, Group, Question, Secret, seal};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use num_bigint::BigUint;
use ring::{
    rand::{SecureRandom as _, SystemRandom},
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, ED25519, EcdsaKeyPair, KeyPair as _, RSA_PSS_2048_8192_SHA384,
        RsaPublicKeyComponents, UnparsedPublicKey,
    },
};
use serde_json::Value;
use sha2::{Digest, Sha256, Sha384};

/// With what the DER of a key of 3,072 bits begins; the modulus follows.
const BEFORE: usize = 33;
const BYTES: usize = 384;
const E: u32 = 65_537;

fn chance(bytes: &mut [u8]) {
    SystemRandom::new().fill(bytes).unwrap();
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub struct Phone {
    device: EcdsaKeyPair,
    secret: Secret<Curve>,
    inverse: BigUint,
    n: Vec<u8>,
    pub blinded: String,
    pub token: String,
    pub ballot: String,
    pub tracker: String,
}

impl Phone {
    pub fn new() -> Self {
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).unwrap();
        let device =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &SystemRandom::new());
        Self {
            device: device.unwrap(),
            secret: Secret::draw(&mut chance),
            inverse: BigUint::from(1_u32),
            n: Vec::new(),
            blinded: String::new(),
            token: String::new(),
            ballot: String::new(),
            tracker: String::new(),
        }
    }

    pub fn key(&self) -> String {
        STANDARD.encode(self.device.public_key())
    }

    pub fn key_hash(&self) -> String {
        hex(&Sha256::digest(self.device.public_key()))
    }

    pub fn credential(&self) -> String {
        self.secret.credential()
    }

    pub fn sign(&self, words: &str) -> String {
        STANDARD.encode(self.device.sign(&SystemRandom::new(), words.as_bytes()).unwrap())
    }

    fn words(&self, vote: &str) -> String {
        format!("ballot-token|{vote}|{}", self.credential())
    }

    /// Blinds the token's message under the key of the vote.
    pub fn blind(&mut self, vote: &str, rsa_key: &str) {
        let der = STANDARD.decode(rsa_key).unwrap();
        self.n = der[BEFORE..BEFORE + BYTES].to_vec();
        let n = BigUint::from_bytes_be(&self.n);
        let message = BigUint::from_bytes_be(&encoded(self.words(vote).as_bytes()));
        let mut drawn = [0; BYTES];
        chance(&mut drawn);
        let factor = BigUint::from_bytes_be(&drawn) % &n;
        self.inverse = factor.modinv(&n).unwrap();
        self.blinded = padded(&(message * factor.modpow(&E.into(), &n) % &n));
    }

    /// Takes the blinding away; what comes out must be a signature of the key.
    pub fn finish(&mut self, vote: &str, signed: &str) {
        let n = BigUint::from_bytes_be(&self.n);
        let signed = BigUint::from_bytes_be(&STANDARD.decode(signed).unwrap());
        self.token = padded(&(signed * &self.inverse % &n));
        assert!(self.holds(vote, &self.n.clone()), "the token is a signature");
    }

    /// Whether the token is one of this vote under this modulus.
    pub fn holds(&self, vote: &str, n: &[u8]) -> bool {
        let key = RsaPublicKeyComponents { n, e: &[1, 0, 1][..] };
        let token = STANDARD.decode(&self.token).unwrap();
        key.verify(&RSA_PSS_2048_8192_SHA384, self.words(vote).as_bytes(), &token).is_ok()
    }

    /// Seals one choice of each question.
    pub fn seal(&mut self, election: &Election<Curve>, chosen: &[usize]) {
        let choice = |(question, at): (&Question, &usize)| {
            let mut row = vec![0; question.width()];
            row[*at] = 1;
            row
        };
        let rows: Vec<Vec<u64>> = election.questions().iter().zip(chosen).map(choice).collect();
        let choices: Choices = rows.into();
        self.ballot = seal(election, &self.secret, &choices, &mut chance).unwrap();
        self.tracker = base64::engine::general_purpose::STANDARD_NO_PAD.encode(Sha256::digest(&self.ballot));
    }

    /// Whether the board signed for this ballot.
    pub fn is_receipt(&self, vote: &str, board: &str, answer: &Value) -> bool {
        let text = |at: &str| answer.get(at).and_then(Value::as_str).unwrap();
        let height = answer.get("height").and_then(Value::as_u64).unwrap();
        let words = format!("{vote}|receipt|{}|{height}|{}", self.tracker, text("event"));
        let key: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&board[2 * at..2 * at + 2], 16).unwrap()).collect();
        let receipt = STANDARD.decode(text("receipt")).unwrap();
        text("tracker") == self.tracker
            && UnparsedPublicKey::new(&ED25519, key).verify(words.as_bytes(), &receipt).is_ok()
    }
}

/// The vote as a phone reads it.
pub fn election(json: &str) -> Box<Election<Curve>> {
    let read: Value = serde_json::from_str(json).unwrap();
    let text = |at: &Value| at.as_str().unwrap().to_owned();
    let number = |at: &Value| u32::try_from(at.as_u64().unwrap()).unwrap();
    let question = |one: &Value| {
        let answers = one["answers"].as_array().unwrap().iter().map(text).collect();
        let blank = one.get("blank").is_some();
        Question::new(&text(&one["question"]), answers, number(&one["min"]), number(&one["max"]), blank).unwrap()
    };
    let questions = read["questions"].as_array().unwrap().iter().map(question).collect();
    let key = Curve::point(&text(&read["public_key"])).unwrap();
    let made = Election::bound(&text(&read["uuid"]), &text(&read["name"]), &text(&read["description"]), questions, key)
        .unwrap();
    assert_eq!(made.json(), json, "it is written in the one way");
    Box::new(made)
}

fn padded(number: &BigUint) -> String {
    let bytes = number.to_bytes_be();
    STANDARD.encode([vec![0; BYTES - bytes.len()], bytes].concat())
}

/// EMSA-PSS with SHA-384 and a salt of 48 bytes (RFC 8017, 9.1.1).
fn encoded(message: &[u8]) -> Vec<u8> {
    let mut salt = [0; 48];
    chance(&mut salt);
    let told = Sha384::digest([&[0; 8][..], &Sha384::digest(message)[..], &salt[..]].concat());
    let mask = (0..7_u32).flat_map(|at| Sha384::digest([&told[..], &at.to_be_bytes()[..]].concat()).to_vec());
    let block = [vec![0; 286], vec![1], salt.to_vec()].concat();
    let mut block: Vec<u8> = block.into_iter().zip(mask).map(|(one, other)| one ^ other).collect();
    block[0] &= 127;
    [&block[..], &told[..], &[0xbc][..]].concat()
}
