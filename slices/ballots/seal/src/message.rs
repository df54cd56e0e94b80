//! The messages, field by field in the order in which they are written.

use serde::{Deserialize, Serialize};

use crate::group::Group;

/// Writes a message; one that cannot be written does not exist, since all are made of texts and numbers.
pub fn write(message: &impl Serialize) -> String {
    serde_json::to_string(message).unwrap_or_default()
}

/// Reads a message that, written again, is the same byte for byte.
pub fn read<T: Serialize + for<'a> Deserialize<'a>>(text: &str) -> Option<T> {
    let message: T = serde_json::from_str(text).ok()?;
    (write(&message) == text).then_some(message)
}

/// An encrypted number.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cipher {
    pub alpha: String,
    pub beta: String,
}

impl Cipher {
    pub fn of<G: Group>(alpha: &G::Point, beta: &G::Point) -> Self {
        Self { alpha: G::shown(alpha), beta: G::shown(beta) }
    }

    pub fn points<G: Group>(&self) -> Option<(G::Point, G::Point)> {
        Some((G::point(&self.alpha)?, G::point(&self.beta)?))
    }

    /// As it stands in the hash of a proof.
    pub fn hashed(&self) -> String {
        format!("{},{}", self.alpha, self.beta)
    }
}

/// A challenge with its response.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    pub challenge: String,
    pub response: String,
}

impl Proof {
    pub fn of<G: Group>(challenge: &G::Scalar, response: &G::Scalar) -> Self {
        Self { challenge: G::written(challenge), response: G::written(response) }
    }

    pub fn numbers<G: Group>(&self) -> Option<(G::Scalar, G::Scalar)> {
        Some((G::scalar(&self.challenge)?, G::scalar(&self.response)?))
    }
}

/// What one question came to on one ballot.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub choices: Vec<Cipher>,
    pub individual_proofs: Vec<Vec<Proof>>,
    pub overall_proof: Vec<Proof>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub blank_proof: Option<Vec<Proof>>,
}

/// A ballot before it is signed: what the signature covers.
#[derive(Debug, Serialize)]
pub struct Unsigned<'a> {
    pub election_uuid: &'a str,
    pub election_hash: &'a str,
    pub credential: &'a str,
    pub answers: &'a [Answer],
}

/// A ballot.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    pub election_uuid: String,
    pub election_hash: String,
    pub credential: String,
    pub answers: Vec<Answer>,
    pub signature: Signature,
}

impl Ballot {
    pub fn unsigned(&self) -> Unsigned<'_> {
        Unsigned {
            election_uuid: &self.election_uuid,
            election_hash: &self.election_hash,
            credential: &self.credential,
            answers: &self.answers,
        }
    }
}

/// The signature of a ballot.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    pub hash: String,
    pub proof: Proof,
}

/// A trustee's public half.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    pub pok: Proof,
    pub public_key: String,
}

/// A trustee's part of the decryption. The archive takes it without `bound_proofs`, which are published beside it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factors {
    pub decryption_factors: Vec<Vec<String>>,
    pub decryption_proofs: Vec<Vec<Proof>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub bound_proofs: Option<Vec<Vec<Proof>>>,
}
