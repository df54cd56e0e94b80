//! 评价期: until when the signers may judge a reply, and who waits for its end.

use kernel::Day;

use crate::{Delivery, Round, RoundStage};

impl Round {
    pub(crate) fn veil(&mut self, today: Day) {
        let open = self.scores_open(today);
        if let RoundStage::Delivered { deliveries, redo_by, .. } = &mut self.stage
            && !open
        {
            deliveries.iter_mut().for_each(|delivery| delivery.judgement = None);
            *redo_by = None;
        }
    }

    /// Whether scores may be shown to the unit: the window is over (suggestions.md §10). That everybody has spoken opens nothing: a
    /// unit with one signer would know the word on the day it was given, and whom to press.
    #[must_use]
    pub fn scores_open(&self, today: Day) -> bool {
        matches!(&self.stage, RoundStage::Delivered { judge_by, .. } if today > *judge_by)
    }

    /// Whether no signer's word is waited for any more: everybody has spoken or the window is over. Then the office may close it.
    #[must_use]
    pub fn heard_out(&self, today: Day) -> bool {
        let all = |deliveries: &[Delivery]| deliveries.iter().all(|delivery| delivery.judgement.is_some());
        match &self.stage {
            RoundStage::Delivered { judge_by, deliveries, .. } => today > *judge_by || all(deliveries),
            _ => false,
        }
    }
}
