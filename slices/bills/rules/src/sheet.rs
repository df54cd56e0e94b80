//! What a bill says: title, grounds, proposal (案由、案据、方案).

use kernel::{Text, TextError};
use serde::{Deserialize, Serialize};

/// The sheet as typed. Nothing is refused while it is a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// 案由.
    pub title: String,
    /// 案据.
    pub grounds: String,
    /// 方案.
    pub proposal: String,
    /// 是否同意公开; a bill treated as a suggestion keeps the answer.
    pub publish: Option<bool>,
    /// Why not, when not.
    pub not_public_because: String,
}

/// The sheet, read as complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// At most 60 characters, as the title of a suggestion.
    pub title: Text<60>,
    /// At most 8,000 characters.
    pub grounds: Text<8000>,
    /// At most 10,000 characters: together they fit a suggestion.
    pub proposal: Text<10000>,
    /// Whether it may be published.
    pub publish: bool,
}

/// What keeps a sheet from being handed in, by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Defect {
    /// The title is empty, too long or has odd characters.
    Title(TextError),
    /// The grounds are.
    Grounds(TextError),
    /// The proposal is.
    Proposal(TextError),
    /// Consent to publish was neither given nor withheld.
    Publish,
    /// Consent was withheld without a reason.
    NotPublicBecause(TextError),
}

impl Sheet {
    /// The sheet as a draft keeps it: as typed, however unfinished.
    ///
    /// # Errors
    /// What no keyboard types and no engine or printer takes unharmed.
    pub fn as_draft(self) -> Result<Self, Vec<Defect>> {
        let mut defects = Vec::new();
        let mut typable = |text: &str, defect: fn(TextError) -> Defect| {
            if let Err(TextError::Control) = Text::<{ usize::MAX }>::parse(text) {
                defects.push(defect(TextError::Control));
            }
        };
        typable(&self.title, Defect::Title);
        typable(&self.grounds, Defect::Grounds);
        typable(&self.proposal, Defect::Proposal);
        typable(&self.not_public_because, Defect::NotPublicBecause);
        if defects.is_empty() { Ok(self) } else { Err(defects) }
    }

    /// Reads the sheet as complete: a bill has a title, grounds and a proposal (代表法 2025, 15).
    ///
    /// # Errors
    /// Every defect, in the order of the form.
    pub fn complete(&self) -> Result<Content, Vec<Defect>> {
        let mut defects = Vec::new();
        let title = Text::parse(&self.title).map_err(|error| defects.push(Defect::Title(error)));
        let grounds = Text::parse(&self.grounds).map_err(|error| defects.push(Defect::Grounds(error)));
        let proposal = Text::parse(&self.proposal).map_err(|error| defects.push(Defect::Proposal(error)));
        let publish = self.publish.ok_or_else(|| defects.push(Defect::Publish));
        if publish == Ok(false)
            && let Err(error) = Text::<200>::parse(&self.not_public_because)
        {
            defects.push(Defect::NotPublicBecause(error));
        }
        match (title, grounds, proposal, publish) {
            (Ok(title), Ok(grounds), Ok(proposal), Ok(publish)) if defects.is_empty() => {
                Ok(Content { title, grounds, proposal, publish })
            }
            _ => Err(defects),
        }
    }

    /// Whether a deputy who signed `other` would have to look again: one of the three parts differs.
    #[must_use]
    pub fn reads_otherwise(&self, other: &Self) -> bool {
        let parts = |sheet: &Self| [sheet.title.trim(), sheet.grounds.trim(), sheet.proposal.trim()].map(str::to_owned);
        parts(self) != parts(other)
    }
}
