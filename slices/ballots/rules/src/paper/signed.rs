//! The report as it was signed by hand (计票结果报告单): photographed or scanned, and laid to the round.

use super::{Fact, Refusal, Round, Stage};

/// Most files of one edition.
pub const MOST_SIGNED: u32 = 10;

impl Round {
    /// Lays a file of the signed report to the edition that was reported; `before` are there.
    ///
    /// # Errors
    /// When nothing is reported, or there are as many files as there may be.
    pub fn sign(&self, before: u32, sha256: String) -> Result<Fact, Refusal> {
        let (Stage::Reported { .. } | Stage::Announced { .. }) = self.stage else { return Err(Refusal::NotReported) };
        if before >= MOST_SIGNED {
            return Err(Refusal::SignedMany { most: MOST_SIGNED });
        }
        Ok(Fact::ReportSigned { edition: self.edition, sha256 })
    }
}
