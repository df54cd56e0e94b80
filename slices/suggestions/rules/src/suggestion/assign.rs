//! 交办: a numbered suggestion goes to one unit, to a lead with co-units, or to several separately.

use crate::{Act, AssignedTo, Done, Fact, Form, Given, Handlers, Handling, Refusal, Stage, Suggestion};

impl Suggestion {
    /// The assigning body hands it over; every unit's clocks start now, not at submission (law.md F28).
    ///
    /// # Errors
    /// When it has no number or is assigned already, goes with another, or when the units do not add up to a form of handling.
    pub fn assign(self, form: Form, given: &Given<'_>) -> Done {
        if self.merged.is_some() && matches!(self.stage, Stage::Numbered(_)) {
            return Err(Refusal::GoesWithMaster);
        }
        self.hand_over(form, given)
    }

    pub(super) fn hand_over(self, form: Form, given: &Given<'_>) -> Done {
        let Stage::Numbered(numbered) = self.stage else { return Err(self.not_now(Act::Assign)) };
        let handlers = Handlers::form(form, given)?;
        let to = handlers
            .all()
            .map(|part| AssignedTo { assignment: part.id, unit: part.unit, role: part.role, due: part.due })
            .collect();
        let stage = Stage::Handling(Handling { numbered, assigned: given.now, handlers });
        Ok((Self { stage, ..self }, Fact::Assigned { to }))
    }
}
