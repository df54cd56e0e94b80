//! What may come before the public at all.

use suggestions_rules::{AssignmentId, DisclosureRules};

use crate::Refusal;

/// A suggestion as far as its disclosure is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Whether its deputy consented to publication.
    pub consented: bool,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether it was withdrawn or has ended otherwise than by being handled.
    pub ended: bool,
    /// The last letter that each unit delivered.
    pub letters: Vec<Letter>,
}

/// A delivered letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The unit's part.
    pub assignment: AssignmentId,
    /// Whether the unit lets the public read it.
    pub publish: bool,
}

impl Matter {
    /// Whether it may be disclosed under the rules of the congress. A letter that its unit keeps back keeps back only itself,
    /// as long as another may be read.
    ///
    /// # Errors
    /// Says what is missing: consent, that it is handled or was, the end of the handling, a reply, or a reply that may be read.
    pub fn may_be_disclosed(&self, rules: &DisclosureRules) -> Result<(), Refusal> {
        if !self.consented {
            return Err(Refusal::NoConsent);
        }
        if self.ended {
            return Err(Refusal::Ended);
        }
        if rules.after_closing.value && !self.closed {
            return Err(Refusal::NotClosed);
        }
        if self.letters.is_empty() {
            return Err(Refusal::NoReply);
        }
        if self.letters.iter().all(|letter| !letter.publish) {
            return Err(Refusal::RepliesKept);
        }
        Ok(())
    }
}
