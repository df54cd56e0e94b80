//! 并案: papers on one matter go the same way together. Each keeps its number and is answered to its own signers (suggestions.md §5).

use kernel::Moment;

use crate::{Act, Done, Fact, Form, Given, Refusal, RemarkId, Stage, Suggestion, SuggestionId};

/// With which suggestion another is handled (并案).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The suggestion it goes with.
    pub into: SuggestionId,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: RemarkId,
}

impl Suggestion {
    /// The office lets it go with another on the same matter; `leads` says whether others go with this one.
    ///
    /// It must have its number, which it keeps, and lie to be assigned; the other may be with its units already.
    ///
    /// # Errors
    /// When it is not numbered, is assigned, goes with another already, has others going with it or lies with a transfer office; when the other is of another
    /// congress, goes with a third, or is not on its way to the units.
    pub fn merge(self, master: &Self, leads: bool, reason: RemarkId, given: &Given<'_>) -> Done {
        let Stage::Numbered(_) = self.stage else { return Err(self.not_now(Act::Merge)) };
        if self.merged.is_some() {
            return Err(Refusal::MergedAlready);
        }
        if leads {
            return Err(Refusal::OthersMerged);
        }
        if self.routed.is_some() {
            return Err(Refusal::WithTransfer);
        }
        if master.merged.is_some() {
            return Err(Refusal::MasterMerged);
        }
        let open = matches!(master.stage, Stage::Numbered(_) | Stage::Handling(_));
        if master.id == self.id || master.congress != self.congress || !open {
            return Err(Refusal::MasterUnfit);
        }
        let merged = Some(Merged { into: master.id, at: given.now, reason });
        Ok((Self { merged, ..self }, Fact::Merged { into: master.id, reason }))
    }

    /// It goes its own way again; units that have it keep it. Without a reason when the other was withdrawn.
    ///
    /// # Errors
    /// When it goes with no other, or is at rest.
    pub fn separate(self, reason: Option<RemarkId>) -> Done {
        let (Stage::Numbered(_) | Stage::Handling(_)) = self.stage else { return Err(self.not_now(Act::Separate)) };
        let Some(Merged { into, .. }) = self.merged else { return Err(Refusal::NotMerged) };
        Ok((Self { merged: None, ..self }, Fact::Separated { from: into, reason }))
    }

    /// It goes to the units of the suggestion it is merged into, with clocks and replies of its own.
    ///
    /// # Errors
    /// When it does not go with that one, that one is not with its units, or as [`Suggestion::assign`].
    pub fn assign_with(self, master: &Self, form: Form, given: &Given<'_>) -> Done {
        if self.merged.is_none_or(|merged| merged.into != master.id) {
            return Err(Refusal::NotMerged);
        }
        if !matches!(master.stage, Stage::Handling(_)) {
            return Err(Refusal::MasterUnfit);
        }
        self.hand_over(form, given)
    }
}
