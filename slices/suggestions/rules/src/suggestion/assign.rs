//! 交办: a numbered suggestion goes to one unit, to a lead with co-units, or to several separately. 改派、增加承办单位: the assigning body puts
//! that right.

use crate::{
    Act, AssignedTo, Assignment, AssignmentId, Done, Fact, Form, Given, Handler, Handlers, Handling, Refusal, RemarkId,
    Stage, Suggestion,
};

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
        let to = handlers.all().map(told).collect();
        let stage = Stage::Handling(Handling { numbered, assigned: given.now, handlers });
        Ok((Self { stage, ..self }, Fact::Assigned { to }))
    }

    /// The assigning body gives a part to another unit, whose clocks start now; the others' run on.
    ///
    /// # Errors
    /// When an opinion is given, a first reply signed or an objection lies, or when the other unit has a part or objected to this one.
    pub fn reassign(self, id: AssignmentId, to: Handler, reason: RemarkId, given: &Given<'_>) -> Done {
        let Stage::Handling(Handling { numbered, assigned, handlers }) = self.stage else {
            return Err(self.not_now(Act::Reassign));
        };
        let unit = handlers.find(id).map_or(to.unit, |part| part.unit);
        let (handlers, next) = handlers.reassign(id, to, given)?;
        let hops = u16::try_from(handlers.hops(next.id)).unwrap_or(u16::MAX);
        let fact = Fact::Reassigned { assignment: id, unit, to: told(&next), hops, reason };
        Ok((Self { stage: Stage::Handling(Handling { numbered, assigned, handlers }), ..self }, fact))
    }

    /// The assigning body gives one more unit a part: a co-unit, or another of those that answer separately.
    ///
    /// # Errors
    /// When the unit has a part, or when the answer is signed for which a co-unit would write its opinion.
    pub fn add_unit(self, unit: Handler, reason: RemarkId, given: &Given<'_>) -> Done {
        let Stage::Handling(Handling { numbered, assigned, handlers }) = self.stage else {
            return Err(self.not_now(Act::AddUnit));
        };
        let (handlers, next) = handlers.add(unit, given)?;
        let fact = Fact::UnitAdded { to: told(&next), reason };
        Ok((Self { stage: Stage::Handling(Handling { numbered, assigned, handlers }), ..self }, fact))
    }
}

const fn told(part: &Assignment) -> AssignedTo {
    AssignedTo { assignment: part.id, unit: part.unit, role: part.role, due: part.due }
}
