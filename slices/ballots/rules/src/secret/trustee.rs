//! A trustee of the key, and what was handed in.

use kernel::{AccountId, Text};

use super::{Fact, Refusal};

/// A trustee. What it hands in comes in this order: commitment, key, decryption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trustee {
    /// The number in the archive, from 1.
    pub n: u32,
    /// Who.
    pub name: Text<60>,
    /// Whose account, where there is one.
    pub account: Option<AccountId>,
    /// SHA-256 of the key with its proof.
    pub commitment: Option<String>,
    /// The key with its proof, as it was printed.
    pub key: Option<String>,
    /// Its part of the totals, as it was printed.
    pub decryption: Option<String>,
    /// Which of the decryptions came, from 1: their order in the archive.
    pub turn: Option<u32>,
}

impl Trustee {
    /// Commits to a key.
    pub(super) fn commit(&mut self, hash: &str) -> Result<Fact, Refusal> {
        if self.commitment.is_some() {
            return Err(Refusal::Handed);
        }
        let digits = hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !digits {
            return Err(Refusal::BadCommitment);
        }
        self.commitment = Some(hash.to_owned());
        Ok(Fact::TrusteeCommitted { n: self.n })
    }

    /// Shows the key, whose SHA-256 is handed in beside it.
    pub(super) fn show(&mut self, key: String, hash: &str) -> Result<Fact, Refusal> {
        if self.key.is_some() {
            return Err(Refusal::Handed);
        }
        if self.commitment.as_deref() != Some(hash) {
            return Err(Refusal::BadKey);
        }
        self.key = Some(key);
        Ok(Fact::TrusteeKeyed { n: self.n })
    }
}
