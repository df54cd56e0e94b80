//! 议案转建议: a bill that the presidium treats as a suggestion keeps everybody who signed it (suggestions.md §5).

use kernel::{BodyId, Moment};

use crate::{
    BillId, Cosigner, Done, Entered, Fact, Lead, Occasion, Refusal, SessionId, Sheet, Stage, Submission, Suggestion,
    SuggestionId,
};

/// What comes over from the bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOver {
    /// The bill.
    pub bill: BillId,
    /// The congress to which it was put.
    pub congress: BodyId,
    /// The session in which it was.
    pub session: SessionId,
    /// 领衔代表.
    pub lead: kernel::PersonId,
    /// Those who were asked to sign, with their answers.
    pub signers: Vec<Cosigner>,
    /// What it says.
    pub sheet: Sheet,
}

impl Suggestion {
    /// The bill goes on as a suggestion, handed in and to be checked. Bills are decided while the congress sits, so the handover meeting
    /// starts its clocks.
    ///
    /// # Errors
    /// When what comes over is no complete sheet.
    pub fn of_bill(id: SuggestionId, from: TakenOver, now: Moment) -> Done {
        let TakenOver { bill, congress, session, lead, signers, sheet } = from;
        sheet.complete().map_err(|_| Refusal::Incomplete)?;
        let submission =
            Submission { at: now, occasion: Occasion::InSession, assign_by: None, returns: 0, insisted: false };
        let (stage, entered) = (Stage::Submitted(submission), Entered::Own);
        let lead = Lead { person: lead, entered };
        let (merged, routed, open_when_closed) = (None, None, false);
        let suggestion =
            Self { id, congress, session, lead, cosigners: signers, sheet, stage, merged, routed, open_when_closed };
        let fact = Fact::MadeOfBill { bill, lead: lead.person, signers: suggestion.signers() };
        Ok((suggestion, fact))
    }
}
