//! The units that handle one suggestion, and how they add up to a form of handling.

use kernel::BodyId;

use crate::{Assignment, AssignmentId, Given, Refusal, Role, Round};

/// A unit to be named in an assignment, with the identity the assignment will have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// The identity of the assignment to be made.
    pub id: AssignmentId,
    /// The unit.
    pub unit: BodyId,
}

/// How a suggestion is handed to units.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Form {
    /// 独办.
    Sole(Handler),
    /// 主办+会办.
    Joint { lead: Handler, co: Vec<Handler> },
    /// 分办.
    Separate(Vec<Handler>),
}

/// The units that handle a suggestion: one alone, one lead with co-units, or several separately; nobody twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handlers(Vec<Assignment>);

/// The assignments do not add up to a form of handling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsound;

impl Handlers {
    /// Makes the assignments of a form, all clocks starting now.
    pub(crate) fn form(form: Form, given: &Given<'_>) -> Result<Self, Refusal> {
        let give = |handler, role| Assignment::give(handler, role, None, given);
        let assignments = match form {
            Form::Sole(unit) => vec![give(unit, Role::Sole)],
            Form::Joint { lead, co } => {
                std::iter::once(give(lead, Role::Lead)).chain(co.into_iter().map(|unit| give(unit, Role::Co))).collect()
            }
            Form::Separate(units) => units.into_iter().map(|unit| give(unit, Role::Separate)).collect(),
        };
        Self::read(assignments).map_err(|Unsound| Refusal::HandlersUnfit)
    }

    /// Reads assignments as one form of handling; those passed on are kept beside it and do not count.
    ///
    /// # Errors
    /// When they add up to none: a sole unit beside others, a lead without co-units, one separate unit, a unit twice.
    pub fn read(assignments: Vec<Assignment>) -> Result<Self, Unsound> {
        let count = |role| assignments.iter().filter(|part| part.live() && part.role == role).count();
        let sound = match (count(Role::Sole), count(Role::Lead), count(Role::Co), count(Role::Separate)) {
            (1, 0, 0, 0) => true,
            (0, 1, co, 0) => co > 0,
            (0, 0, 0, separate) => separate > 1,
            _ => false,
        };
        let twice = assignments.iter().enumerate().any(|(at, part)| {
            let mut others = assignments.iter().skip(at + 1);
            others.any(|other| other.id == part.id || (other.unit == part.unit && other.live() && part.live()))
        });
        let handlers = Self(assignments);
        if sound && !twice && handlers.linked() { Ok(handlers) } else { Err(Unsound) }
    }

    /// With units that have it to read.
    pub(crate) fn with_readers(self, units: &[Handler], given: &Given<'_>) -> Result<Self, Refusal> {
        let readers = units.iter().map(|unit| Assignment::give(*unit, Role::Reader, None, given));
        Self::read(self.0.into_iter().chain(readers).collect()).map_err(|Unsound| Refusal::HandlersUnfit)
    }

    /// Every assignment, in the order given.
    pub fn all(&self) -> impl Iterator<Item = &Assignment> {
        self.0.iter()
    }

    /// Every assignment that was not passed on.
    pub fn live(&self) -> impl Iterator<Item = &Assignment> {
        self.0.iter().filter(|assignment| assignment.live())
    }

    /// The assignments whose units reply to the deputies.
    pub fn replying(&self) -> impl Iterator<Item = &Assignment> {
        self.live().filter(|assignment| assignment.role.replies())
    }

    /// The assignment of that identity.
    #[must_use]
    pub fn find(&self, id: AssignmentId) -> Option<&Assignment> {
        self.0.iter().find(|assignment| assignment.id == id)
    }

    pub(crate) fn each_round(&mut self, mut change: impl FnMut(AssignmentId, &mut Round)) {
        for assignment in &mut self.0 {
            let id = assignment.id;
            assignment.work.each_round(&mut |round| change(id, round));
        }
    }

    pub(crate) fn each(&mut self, change: impl FnMut(&mut Assignment)) {
        self.0.iter_mut().for_each(change);
    }

    /// With one more at the end.
    pub(crate) fn and(mut self, part: Assignment) -> Self {
        self.0.push(part);
        self
    }

    pub(crate) fn change<T>(
        mut self,
        id: AssignmentId,
        step: impl FnOnce(Assignment) -> Result<(Assignment, T), Refusal>,
    ) -> Result<(Self, T), Refusal> {
        let at = self.0.iter().position(|assignment| assignment.id == id).ok_or(Refusal::NoAssignment)?;
        let (changed, said) = step(self.0.remove(at))?;
        self.0.insert(at, changed);
        Ok((self, said))
    }
}
