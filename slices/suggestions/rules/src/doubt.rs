//! 结果类别异议: who has a reply in hand may say that its class does not fit, and the unit's head answers (suggestions.md §9: the class is
//! set by the unit itself).

use kernel::{Moment, PersonId};

use crate::{
    Act, Assignment, AssignmentId, DoubtId, Explained, Fact, Given, Hand, Handling, Limit, Refusal, RemarkId,
    RoundStage, Stage, Suggestion,
};

/// A doubt about the class of one delivered reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Its identity.
    pub id: DoubtId,
    /// The unit's part.
    pub assignment: AssignmentId,
    /// The round of the reply.
    pub round: u16,
    /// The signer who doubts it; nobody where the office does.
    pub by: Option<PersonId>,
    /// When.
    pub at: Moment,
    /// The class that is doubted.
    pub class: String,
    /// Why.
    pub reason: RemarkId,
    /// What became of it.
    pub end: DoubtEnd,
}

/// What became of a doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are; the variants carry exactly what exists in them")]
pub enum DoubtEnd {
    /// 待答复.
    Open,
    /// 维持.
    Kept { at: Moment, reason: RemarkId },
    /// 变更.
    Changed { at: Moment, class: String, reason: RemarkId },
    /// 已撤回.
    Withdrawn { at: Moment },
}

impl DoubtEnd {
    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept { .. } => "kept",
            Self::Changed { .. } => "changed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

impl Doubt {
    /// Until when the unit answers it, with the working; nothing once it was answered or taken back. Asked, never stored: a limit that
    /// is changed holds for what is open.
    #[must_use]
    pub fn due(&self, given: &Given<'_>) -> Option<Explained> {
        (self.end == DoubtEnd::Open).then(|| given.explain(Limit::DoubtAnswer, self.at.day()))
    }

    /// Who doubted takes it back (撤回): that signer, or the office, which is nobody's hand.
    ///
    /// # Errors
    /// When somebody else doubted, or it was answered or taken back before.
    pub fn withdraw(self, by: Option<Hand>, at: Moment) -> Result<(Self, Fact), Refusal> {
        if self.by != by.map(|hand| hand.person) {
            return Err(Refusal::NotDoubter);
        }
        by.map_or(Ok(()), |hand| hand.in_person(Act::DoubtClass))?;
        self.is_open()?;
        let fact = Fact::DoubtWithdrawn { doubt: self.id, assignment: self.assignment };
        Ok((Self { end: DoubtEnd::Withdrawn { at }, ..self }, fact))
    }

    /// The unit's head keeps the class, and says why (维持).
    ///
    /// # Errors
    /// When it was answered or taken back before, or the matter is no longer the unit's.
    pub fn keep(self, of: &Suggestion, reason: RemarkId, given: &Given<'_>) -> Result<(Self, Fact), Refusal> {
        let unit = of.answering(self.assignment)?.unit;
        self.is_open()?;
        let fact = Fact::DoubtKept { doubt: self.id, assignment: self.assignment, unit, by: self.by, reason };
        Ok((Self { end: DoubtEnd::Kept { at: given.now, reason }, ..self }, fact))
    }

    fn is_open(&self) -> Result<(), Refusal> {
        if self.end == DoubtEnd::Open { Ok(()) } else { Err(Refusal::DoubtAnswered) }
    }
}

impl Suggestion {
    /// A signer in person, or the office, doubts the class of the present reply of a part (提出异议). `earlier` are the doubts there are.
    ///
    /// # Errors
    /// When no reply is out, the window is over, one is open already, or this one doubted as often as the congress allows.
    pub fn doubt_class(
        &self,
        part: AssignmentId,
        (id, by): (DoubtId, Option<Hand>),
        reason: RemarkId,
        earlier: &[Doubt],
        given: &Given<'_>,
    ) -> Result<(Doubt, Fact), Refusal> {
        let part = self.answering(part)?;
        let round = part.round().ok_or_else(|| part.not_now(Act::DoubtClass))?;
        let RoundStage::Delivered { at, signature, .. } = &round.stage else {
            return Err(round.stage.not_now(Act::DoubtClass));
        };
        if let Some(hand) = by {
            hand.in_person(Act::DoubtClass)?;
            if !self.signers().contains(&hand.person) {
                return Err(Refusal::NotSigner);
            }
        }
        if given.today() > given.explain(Limit::ClassDoubt, at.day()).due.day {
            return Err(Refusal::DoubtLate);
        }
        let by = by.map(|hand| hand.person);
        let of_reply = || earlier.iter().filter(|one| one.assignment == part.id && one.round == round.ordinal);
        if of_reply().any(|one| one.end == DoubtEnd::Open) {
            return Err(Refusal::DoubtOpen);
        }
        if of_reply().filter(|one| one.by == by).count() >= usize::from(given.book.class_doubts.value) {
            return Err(Refusal::DoubtsUsedUp);
        }
        let (assignment, unit, round, class) = (part.id, part.unit, round.ordinal, signature.class.clone());
        let fact = Fact::ClassDoubted { doubt: id, assignment, unit, round, by, class: class.clone(), reason };
        Ok((Doubt { id, assignment, round, by, at: given.now, class, reason, end: DoubtEnd::Open }, fact))
    }

    /// The unit's head gives the reply another class (变更).
    ///
    /// # Errors
    /// When the doubt was answered or taken back, the dictionary has no such class, or the reply has it already.
    pub fn change_class(
        mut self,
        doubt: Doubt,
        (class, reason): (&str, RemarkId),
        given: &Given<'_>,
    ) -> Result<(Self, Doubt, Fact), Refusal> {
        let (id, unit) = (doubt.assignment, self.answering(doubt.assignment)?.unit);
        doubt.is_open()?;
        let class = given.book.class(class).ok_or(Refusal::UnknownClass)?;
        let mut was = None;
        if let Some(handling) = self.stage.handling_mut() {
            handling.handlers.each_round(|part, round| {
                if part == id && round.ordinal == doubt.round {
                    was = round.reclass(class);
                }
            });
        }
        let was = was.ok_or(Refusal::NoAssignment)?;
        if was == class.code {
            return Err(Refusal::ClassTheSame);
        }
        let fact = Fact::ClassChanged {
            doubt: doubt.id,
            assignment: id,
            unit,
            round: doubt.round,
            by: doubt.by,
            was,
            class: class.code.clone(),
            counted_as: class.canonical,
            reason,
        };
        let end = DoubtEnd::Changed { at: given.now, class: class.code.clone(), reason };
        Ok((self, Doubt { end, ..doubt }, fact))
    }

    /// The part whose reply is doubted, while the matter is handled or after it was closed.
    fn answering(&self, part: AssignmentId) -> Result<&Assignment, Refusal> {
        let (Stage::Handling(Handling { handlers, .. }) | Stage::Closed { handling: Handling { handlers, .. }, .. }) =
            &self.stage
        else {
            return Err(self.not_now(Act::DoubtClass));
        };
        let part = handlers.find(part).ok_or(Refusal::NoAssignment)?;
        if !part.role.replies() {
            return Err(Refusal::CoUnitRepliesNot);
        }
        if part.live() { Ok(part) } else { Err(part.not_now(Act::DoubtClass)) }
    }
}
