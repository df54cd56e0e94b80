//! A checkpoint: the head of the chain on some day, signed, to be kept where the operator cannot reach it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, Signer, Verifier, VerifyingKey};
use kernel::Moment;
use serde::{Deserialize, Serialize};

use super::Verified;

/// The head of a journal, signed with Ed25519.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// When it was made.
    pub at: Moment,
    /// The last fact.
    pub seq: i64,
    /// Its hash.
    pub head: String,
    /// The public key, base64.
    pub key: String,
    /// The signature over `lianluo-checkpoint\n{at}\n{seq}\n{head}`, base64.
    pub signature: String,
}

/// The office's key for checkpoints.
pub struct SigningKey(ed25519_dalek::SigningKey);

/// Why a checkpoint does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckpointError {
    /// The signature is not one of the key named.
    Signature,
    /// The journal is shorter than the checkpoint says: facts were cut off.
    Cut,
    /// The fact at that place has another hash: the chain was rewritten.
    Rewritten,
}

impl std::fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Signature => "the checkpoint's signature is not right",
            Self::Cut => "the journal is shorter than at the checkpoint: facts were cut off",
            Self::Rewritten => "the fact at the checkpoint has another hash: the chain was rewritten",
        })
    }
}
impl std::error::Error for CheckpointError {}

impl SigningKey {
    /// A key from 32 bytes of chance, or of a key file.
    #[must_use]
    pub fn from_bytes(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// Signs the head of a journal.
    #[must_use]
    pub fn sign(&self, at: Moment, seq: i64, head: &str) -> Checkpoint {
        let signature = self.0.sign(&message(at, seq, head));
        Checkpoint {
            at,
            seq,
            head: head.to_owned(),
            key: STANDARD.encode(self.0.verifying_key().as_bytes()),
            signature: STANDARD.encode(signature.to_bytes()),
        }
    }
}

impl Checkpoint {
    /// Whether the signature is right, and the journal still holds the fact it names with the same hash.
    ///
    /// `hash_at` gives the hash of the fact at a place, from the verified export.
    ///
    /// # Errors
    /// Says which of the three does not hold.
    pub fn holds(
        &self,
        journal: &Verified,
        hash_at: impl FnOnce(i64) -> Option<String>,
    ) -> Result<(), CheckpointError> {
        self.check_signature().ok_or(CheckpointError::Signature)?;
        if i64::try_from(journal.facts).unwrap_or(i64::MAX) < self.seq {
            return Err(CheckpointError::Cut);
        }
        let hash = if self.seq == 0 { Some("none".to_owned()) } else { hash_at(self.seq) };
        if hash.as_deref() == Some(&self.head) { Ok(()) } else { Err(CheckpointError::Rewritten) }
    }

    fn check_signature(&self) -> Option<()> {
        let key: [u8; 32] = STANDARD.decode(&self.key).ok()?.try_into().ok()?;
        let signature: [u8; 64] = STANDARD.decode(&self.signature).ok()?.try_into().ok()?;
        let key = VerifyingKey::from_bytes(&key).ok()?;
        key.verify(&message(self.at, self.seq, &self.head), &Signature::from_bytes(&signature)).ok()
    }
}

fn message(at: Moment, seq: i64, head: &str) -> Vec<u8> {
    format!("lianluo-checkpoint\n{}\n{seq}\n{head}", at.millis()).into_bytes()
}
