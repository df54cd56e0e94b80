//! 附件: files are added and taken away while the sheet, or the reply, can still be changed.

use crate::{Act, AssignmentId, AttachmentId, Done, Fact, Hand, Refusal, Round, RoundStage, Suggestion};

impl Suggestion {
    /// The lead deputy adds a file to the sheet.
    ///
    /// # Errors
    /// When another deputy leads it, or when it lies with the congress.
    pub fn attach(self, hand: Hand, attachment: AttachmentId, sha256: String) -> Done {
        self.sheet_open(hand)?;
        Ok((self, Fact::AttachmentAdded { attachment, sha256, assignment: None, round: None }))
    }

    /// The lead deputy takes a file away again.
    ///
    /// # Errors
    /// As [`Suggestion::attach`].
    pub fn detach(self, hand: Hand, attachment: AttachmentId) -> Done {
        self.sheet_open(hand)?;
        Ok((self, Fact::AttachmentRemoved { attachment, assignment: None }))
    }

    /// The unit adds a file to the reply it is writing.
    ///
    /// # Errors
    /// When the unit does not reply, has not signed for it, or when the reply is past drafting.
    pub fn attach_to_reply(self, id: AssignmentId, attachment: AttachmentId, sha256: String) -> Done {
        let (now, (round, ())) = self.in_round(Act::Attach, id, reply_open)?;
        Ok((now, Fact::AttachmentAdded { attachment, sha256, assignment: Some(id), round: Some(round) }))
    }

    /// The unit takes a file away from the reply it is writing.
    ///
    /// # Errors
    /// As [`Suggestion::attach_to_reply`].
    pub fn detach_from_reply(self, id: AssignmentId, attachment: AttachmentId) -> Done {
        let (now, _) = self.in_round(Act::Attach, id, reply_open)?;
        Ok((now, Fact::AttachmentRemoved { attachment, assignment: Some(id) }))
    }

    fn sheet_open(&self, hand: Hand) -> Result<(), Refusal> {
        self.led_by(hand)?;
        if self.with_the_deputy() { Ok(()) } else { Err(self.not_now(Act::Attach)) }
    }
}

fn reply_open(round: Round) -> Result<(Round, ()), Refusal> {
    match round.stage {
        RoundStage::Awaited | RoundStage::Drafted { .. } | RoundStage::SentBack { .. } => Ok((round, ())),
        RoundStage::Checking { .. }
        | RoundStage::Passed { .. }
        | RoundStage::Signed { .. }
        | RoundStage::Delivered { .. } => Err(round.stage.not_now(Act::Attach)),
    }
}
