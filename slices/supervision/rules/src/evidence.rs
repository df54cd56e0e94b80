//! Files laid to what is supervised (佐证材料): the sealed answer of a unit to a letter, minutes and photographs of a visit, what shows that
//! something was put right. They are laid and never taken away.

use crate::{EntryId, Fact, Inquiry, Key, Letter, LetterStage, Refusal};

/// To one letter, visit, report, policy or item at most so many files are laid.
pub const MOST_FILES: u32 = 20;

/// One more, where so many are there.
fn laid(entry: Option<EntryId>, there: u32, sha256: String) -> Result<Fact, Refusal> {
    if there >= MOST_FILES { Err(Refusal::TooManyFiles) } else { Ok(Fact::EvidenceLaid { entry, sha256 }) }
}

impl Letter {
    /// Whether the unit may lay files to it: until the office has closed it.
    ///
    /// # Errors
    /// When it is closed or was taken back.
    pub fn takes_files(&self) -> Result<(), Refusal> {
        match self.stage {
            LetterStage::Issued | LetterStage::Answered => Ok(()),
            LetterStage::Closed { .. } | LetterStage::Withdrawn { .. } => Err(Refusal::LetterOver),
        }
    }

    /// The unit lays a file to it.
    ///
    /// # Errors
    /// As [`Letter::takes_files`]; when there are as many as there may be.
    pub fn lay(&self, there: u32, sha256: String) -> Result<Fact, Refusal> {
        self.takes_files()?;
        laid(None, there, sha256)
    }
}

impl Key {
    /// Whether files may be laid to one of its visits, reports or policies.
    ///
    /// # Errors
    /// When its supervision is over, or it has no such entry.
    pub fn takes_files(&self, entry: EntryId) -> Result<(), Refusal> {
        self.running()?;
        let visits = self.visits.iter().map(|visit| visit.id);
        let reports = self.reports.iter().map(|report| report.id);
        let policies = self.policies.iter().map(|policy| policy.id);
        if visits.chain(reports).chain(policies).any(|id| id == entry) { Ok(()) } else { Err(Refusal::NoSuchEntry) }
    }

    /// The office lays a file to one of them.
    ///
    /// # Errors
    /// As [`Key::takes_files`]; when there are as many as there may be.
    pub fn lay(&self, entry: EntryId, there: u32, sha256: String) -> Result<Fact, Refusal> {
        self.takes_files(entry)?;
        laid(Some(entry), there, sha256)
    }
}

impl Inquiry {
    /// Whether the unit may lay files to what it is to put right: until that is settled.
    ///
    /// # Errors
    /// When the inquiry was not held or is over, there is no such item, or it is settled.
    pub fn takes_files(&self, entry: EntryId) -> Result<(), Refusal> {
        self.held()?;
        if self.item(entry)?.settled.is_some() { Err(Refusal::ItemSettled) } else { Ok(()) }
    }

    /// The unit lays a file to it.
    ///
    /// # Errors
    /// As [`Inquiry::takes_files`]; when there are as many as there may be.
    pub fn lay(&self, entry: EntryId, there: u32, sha256: String) -> Result<Fact, Refusal> {
        self.takes_files(entry)?;
        laid(Some(entry), there, sha256)
    }
}
