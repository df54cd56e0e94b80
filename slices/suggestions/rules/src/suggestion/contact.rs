//! 沟通记录: what a unit keeps of its talks with the deputies.

use crate::{Act, AssignmentId, Contact, ContactId, Fact, Given, Handling, Refusal, Stage, Suggestion, Talk, Word};

impl Suggestion {
    /// The unit records a talk while its part is being handled; co-units too.
    ///
    /// # Errors
    /// When the part is not being handled, the day is to come or lies before the assignment, the deputy signed nothing, or the
    /// congress has no such way.
    pub fn record_contact(
        &self,
        part: AssignmentId,
        id: ContactId,
        talk: Talk,
        given: &Given<'_>,
    ) -> Result<(Contact, Fact), Refusal> {
        let Stage::Handling(Handling { handlers, .. }) = &self.stage else {
            return Err(self.not_now(Act::RecordContact));
        };
        let part = handlers.find(part).ok_or(Refusal::NoAssignment)?;
        if !part.is_handled() {
            return Err(part.not_now(Act::RecordContact));
        }
        let way = given.book.way(&talk.way).ok_or(Refusal::UnknownWay)?;
        if talk.day > given.today() || talk.day < part.assigned.day() {
            return Err(Refusal::ContactDayUnfit);
        }
        if !self.signers().contains(&talk.with) {
            return Err(Refusal::ContactWithUnfit);
        }
        let (with, day) = (talk.with, talk.day);
        let fact = Fact::ContactRecorded { contact: id, assignment: part.id, unit: part.unit, with, day };
        let (face, recorded) = (way.face, given.now);
        Ok((Contact { id, assignment: part.id, talk, face, recorded, word: Word::Waiting }, fact))
    }
}
