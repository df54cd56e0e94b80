//! 退办、改办、延期: what a unit asks of the assigning body and what that answers.

use kernel::{BodyId, Day};

use crate::{Act, AssignedTo, AssignmentId, Done, Fact, Given, Grounds, Handling, RemarkId, Ruling, Stage, Suggestion};

impl Suggestion {
    /// The unit objects that the matter is not its own, and proposes whose it is (退办申请).
    ///
    /// # Errors
    /// When its window is over, its reply signed, or the rulings along this chain are used up.
    pub fn object(self, id: AssignmentId, proposed: BodyId, grounds: impl Into<Grounds>, given: &Given<'_>) -> Done {
        let grounds = grounds.into();
        let Stage::Handling(Handling { numbered, assigned, handlers }) = self.stage else {
            return Err(self.not_now(Act::Object));
        };
        let (handlers, unit) = handlers.object(id, proposed, grounds, given)?;
        let stage = Stage::Handling(Handling { numbered, assigned, handlers });
        let Grounds { reason, basis } = grounds;
        Ok((Self { stage, ..self }, Fact::Objected { assignment: id, unit, proposed, reason, basis }))
    }

    /// The assigning body rules on it: the unit keeps it, or another gets it with clocks of its own (裁定、改办).
    ///
    /// # Errors
    /// When no objection lies, or when the other unit has or had a part of it.
    pub fn rule_objection(self, id: AssignmentId, ruling: Ruling, reason: RemarkId, given: &Given<'_>) -> Done {
        let Stage::Handling(Handling { numbered, assigned, handlers }) = self.stage else {
            return Err(self.not_now(Act::RuleObjection));
        };
        let unit = handlers.find(id).map(|part| part.unit);
        let (handlers, part) = handlers.rule(id, ruling, reason, given)?;
        let fact = match ruling {
            Ruling::Refuse => Fact::ObjectionRefused { assignment: id, unit: part.unit, reason },
            Ruling::PassOn(_) => {
                let to = AssignedTo { assignment: part.id, unit: part.unit, role: part.role, due: part.due };
                let hops = u16::try_from(handlers.hops(part.id)).unwrap_or(u16::MAX);
                Fact::PassedOn { assignment: id, unit: unit.unwrap_or(part.unit), to, hops, reason }
            }
        };
        let stage = Stage::Handling(Handling { numbered, assigned, handlers });
        Ok((Self { stage, ..self }, fact))
    }

    /// The unit asks for more time (延期申请).
    ///
    /// # Errors
    /// When asked after the due day, a second time, for a day beyond the longer limit, or past signing.
    pub fn ask_extension(self, id: AssignmentId, until: Day, reason: RemarkId, given: &Given<'_>) -> Done {
        let (now, unit) = self.at_work(Act::AskExtension, id, |part| {
            let unit = part.unit;
            part.ask_extension(until, reason, given).map(|part| (part, unit))
        })?;
        Ok((now, Fact::ExtensionAsked { assignment: id, unit, until, reason }))
    }

    /// The assigning body consents, and the deputies are told; or it does not, with the reason (批复延期).
    ///
    /// # Errors
    /// When nothing was asked, or when it is refused without a reason.
    pub fn answer_extension(
        self,
        id: AssignmentId,
        granted: bool,
        reason: Option<RemarkId>,
        given: &Given<'_>,
    ) -> Done {
        let (now, (unit, was, due)) = self.at_work(Act::AnswerExtension, id, |part| {
            let unit = part.unit;
            part.answer_extension(granted, reason, given).map(|(part, was)| {
                let due = part.due;
                (part, (unit, was, due))
            })
        })?;
        let fact = if granted {
            Fact::ExtensionGranted { assignment: id, unit, was, due, reason }
        } else {
            Fact::ExtensionRefused { assignment: id, unit, reason }
        };
        Ok((now, fact))
    }
}
