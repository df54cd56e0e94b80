//! 电话催评: the office telephones a signer who has not judged a reply, and keeps what was said (suggestions.md §10).

use kernel::PersonId;

use crate::{Act, AssignmentId, Fact, Refusal, RemarkId, RoundStage, Stage, Suggestion};

impl Suggestion {
    /// The office keeps that it called a signer who is silent, before the window's end or after it. The call is no word: who stays silent
    /// stays counted as silent.
    ///
    /// # Errors
    /// When no reply of that part waits to be judged, the person did not receive it, or has judged it.
    pub fn call_for_judgement(&self, id: AssignmentId, person: PersonId, words: RemarkId) -> Result<Fact, Refusal> {
        let Stage::Handling(handling) = &self.stage else { return Err(self.not_now(Act::CallForJudgement)) };
        let part = handling.handlers.find(id).ok_or(Refusal::NoAssignment)?;
        let round = part.round().ok_or_else(|| part.not_now(Act::CallForJudgement))?;
        let RoundStage::Delivered { deliveries, .. } = &round.stage else {
            return Err(round.stage.not_now(Act::CallForJudgement));
        };
        match deliveries.iter().find(|delivery| delivery.signer == person) {
            None => Err(Refusal::NotSigner),
            Some(delivery) if delivery.judgement.is_some() => Err(Refusal::JudgedAlready),
            Some(_) => Ok(Fact::JudgementCalledFor { assignment: id, round: round.ordinal, person, words }),
        }
    }
}
