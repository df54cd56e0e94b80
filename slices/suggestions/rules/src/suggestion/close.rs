//! 办结: closed when every reply is out and every signer has spoken or had the time to.

use kernel::PersonId;

use crate::{Act, Assignment, Done, Fact, Given, Handling, Outcome, Refusal, Round, Score, Stage, Suggestion};

impl Suggestion {
    /// The office closes it.
    ///
    /// # Errors
    /// When a reply is outstanding, when a signer may still judge, or when the present reply is rejected and fewer replies of the
    /// part were than the rule book says (`close.rounds`).
    pub fn close(self, given: &Given<'_>) -> Done {
        let Stage::Handling(handling) = self.stage else { return Err(self.not_now(Act::Close)) };
        let lead = self.lead.person;
        for assignment in handling.handlers.replying() {
            may_rest(assignment, lead, given)?;
        }
        let outcome = handling.outcome(lead);
        let stage = Stage::Closed { handling, at: given.now };
        Ok((Self { stage, ..self }, Fact::Closed { outcome }))
    }
}

fn may_rest(part: &Assignment, lead: PersonId, given: &Given<'_>) -> Result<(), Refusal> {
    let round = part.round().ok_or(Refusal::ReplyOutstanding)?;
    if round.deliveries().is_empty() {
        return Err(Refusal::ReplyOutstanding);
    }
    if !round.heard_out(given.today()) {
        return Err(Refusal::JudgementsOutstanding);
    }
    let rejected = !round.rejections(lead, given.book).is_empty();
    if rejected && part.rejected_rounds(lead, given.book) < given.book.close_rounds.value {
        return Err(Refusal::RedoOutstanding);
    }
    Ok(())
}

impl Handling {
    /// The lead deputy's word on the results of the present rounds, the worst where several units reply.
    ///
    /// The lead's word counts officially, the others' are shown (suggestions.md §10). Silence is worse than 基本满意.
    #[must_use]
    pub fn outcome(&self, lead: PersonId) -> Outcome {
        let word = |round: &Round| match round.word_of(lead).map(|word| word.result) {
            None => Outcome::Unanswered,
            Some(Score::Satisfied) => Outcome::Satisfied,
            Some(Score::Basically) => Outcome::Basically,
            Some(Score::Dissatisfied) => Outcome::Dissatisfied,
        };
        let words = self.handlers.replying().map(|part| part.round().map_or(Outcome::Unanswered, word));
        words.max().unwrap_or(Outcome::Unanswered)
    }
}
