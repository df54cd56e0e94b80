//! 征求意见: before a reply is signed its unit may show the draft to signers, who say once what they think of it (suggestions.md §8, §9).

use kernel::{BodyId, Moment, PersonId};

use crate::{
    Act, Assignment, AssignmentId, Fact, Given, Hand, Refusal, RemarkId, Round, RoundStage, ShownId, Stage, Suggestion,
};

/// A draft shown to one signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownDraft {
    /// Its identity.
    pub id: ShownId,
    /// The unit's part.
    pub assignment: AssignmentId,
    /// The round of the reply.
    pub round: u16,
    /// To whom.
    pub to: PersonId,
    /// When.
    pub at: Moment,
    /// What became of it.
    pub end: ShownEnd,
}

/// What became of a shown draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum ShownEnd {
    /// 待反馈.
    Waiting,
    /// 已反馈, on the letter in this version; without words there was nothing to say.
    Answered { at: Moment, letter: i64, words: Option<RemarkId> },
    /// 已撤回.
    TakenBack { at: Moment },
}

impl ShownEnd {
    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered { .. } => "answered",
            Self::TakenBack { .. } => "taken-back",
        }
    }
}

impl ShownDraft {
    /// The deputy says of the letter in this version what should be changed, or that there is nothing (反馈意见).
    ///
    /// # Errors
    /// When it was shown to somebody else, was answered or taken back before, or the reply is signed.
    pub fn answer(
        self,
        of: &Suggestion,
        hand: Hand,
        (letter, words): (i64, Option<RemarkId>),
        given: &Given<'_>,
    ) -> Result<(Self, Fact), Refusal> {
        if hand.person != self.to {
            return Err(Refusal::NotShown);
        }
        let unit = self.lies(of, Act::AnswerDraft)?;
        let fact = Fact::DraftAnswered { shown: self.id, assignment: self.assignment, unit, by: self.to, words };
        Ok((Self { end: ShownEnd::Answered { at: given.now, letter, words }, ..self }, fact))
    }

    /// The unit shows it no longer (撤回). Once the reply is signed nobody reads the draft, and that it was not answered stays true.
    ///
    /// # Errors
    /// When it was answered or taken back before, or the reply is signed.
    pub fn take_back(self, of: &Suggestion, given: &Given<'_>) -> Result<(Self, Fact), Refusal> {
        self.lies(of, Act::ShowDraft)?;
        let fact = Fact::DraftTakenBack { shown: self.id, assignment: self.assignment };
        Ok((Self { end: ShownEnd::TakenBack { at: given.now }, ..self }, fact))
    }

    /// Whether the deputy reads the letter of that round now: it is shown, and not signed yet.
    #[must_use]
    pub fn opens(&self, round: &Round) -> bool {
        let shown = !matches!(self.end, ShownEnd::TakenBack { .. });
        shown && round.ordinal == self.round && in_writing(&round.stage)
    }

    /// Whether it still waits for the deputy: what was not answered before the reply was signed waits no more.
    #[must_use]
    pub fn waits(&self, round: &Round) -> bool {
        self.end == ShownEnd::Waiting && self.opens(round)
    }

    /// The unit, while it waits and its letter is being written.
    fn lies(&self, of: &Suggestion, act: Act) -> Result<BodyId, Refusal> {
        if self.end != ShownEnd::Waiting {
            return Err(Refusal::ShownAnswered);
        }
        let (part, round) = of.writing(self.assignment, act)?;
        if round.ordinal == self.round { Ok(part.unit) } else { Err(part.not_now(act)) }
    }
}

impl Suggestion {
    /// The unit shows the draft of its reply to a signer (征求意见). `earlier` are those shown before.
    ///
    /// # Errors
    /// When no letter is being written, the person signed nothing, or one shown to that person waits.
    pub fn show_draft(
        &self,
        part: AssignmentId,
        (id, to): (ShownId, PersonId),
        earlier: &[ShownDraft],
        given: &Given<'_>,
    ) -> Result<(ShownDraft, Fact), Refusal> {
        let (part, round) = self.writing(part, Act::ShowDraft)?;
        if !self.signers().contains(&to) {
            return Err(Refusal::ShownToUnfit);
        }
        let waits = |one: &&ShownDraft| one.assignment == part.id && one.round == round.ordinal && one.to == to;
        if earlier.iter().filter(waits).any(|one| one.end == ShownEnd::Waiting) {
            return Err(Refusal::ShownAlready);
        }
        let (assignment, unit, round) = (part.id, part.unit, round.ordinal);
        let fact = Fact::DraftShown { shown: id, assignment, unit, round, to };
        Ok((ShownDraft { id, assignment, round, to, at: given.now, end: ShownEnd::Waiting }, fact))
    }

    /// The part whose letter is being written, with its round.
    fn writing(&self, part: AssignmentId, act: Act) -> Result<(&Assignment, &Round), Refusal> {
        let Stage::Handling(handling) = &self.stage else { return Err(self.not_now(act)) };
        let part = handling.handlers.find(part).ok_or(Refusal::NoAssignment)?;
        let round = part.round().filter(|_| part.live()).ok_or_else(|| part.not_now(act))?;
        if in_writing(&round.stage) { Ok((part, round)) } else { Err(round.stage.not_now(act)) }
    }
}

/// Whether there is a letter that nobody has signed.
const fn in_writing(stage: &RoundStage) -> bool {
    match stage {
        RoundStage::Drafted { .. }
        | RoundStage::Checking { .. }
        | RoundStage::SentBack { .. }
        | RoundStage::Passed { .. } => true,
        RoundStage::Awaited | RoundStage::Signed { .. } | RoundStage::Delivered { .. } => false,
    }
}
