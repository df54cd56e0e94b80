//! 延期: a unit asks for more time with a reason; whoever assigns consents or not; the deputies are told (suggestions.md §3).

use kernel::{Day, Moment};

use crate::{Act, Assignment, Given, Limit, Refusal, RemarkId, RuleBook, Work};

/// An extension a unit asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    /// When.
    pub asked: Moment,
    /// Why more time is needed.
    pub reason: RemarkId,
    /// The day asked for.
    pub until: Day,
    /// What was answered.
    pub answer: Option<Consent>,
}

/// The answer to a unit that asked for more time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// When.
    pub at: Moment,
    /// Whether it got the time.
    pub granted: bool,
    /// Why not, or with what demand.
    pub reason: Option<RemarkId>,
}

impl Assignment {
    /// The extension that lies before the assigning body.
    #[must_use]
    pub fn extension_asked(&self) -> Option<&Extension> {
        self.extensions.last().filter(|last| last.answer.is_none())
    }

    /// Whether its unit may ask for more time now.
    ///
    /// # Errors
    /// Why it may not: it owes no reply, its reply is signed, it has asked, had its time, or its day is over.
    pub fn may_extend(&self, given: &Given<'_>) -> Result<(), Refusal> {
        if !self.role.replies() {
            return Err(Refusal::CoUnitRepliesNot);
        }
        let Work::Handling { round, .. } = &self.work else { return Err(self.not_now(Act::AskExtension)) };
        if round.ordinal > 1 || round.signature().is_some() {
            return Err(round.stage.not_now(Act::AskExtension));
        }
        if self.extension_asked().is_some() {
            return Err(Refusal::ExtensionAskedAlready);
        }
        if self.extensions_used_up(given.book) {
            return Err(Refusal::ExtensionsUsedUp);
        }
        if given.today() > self.due { Err(Refusal::ExtensionLate) } else { Ok(()) }
    }

    /// Whether it was given more time as often as the congress allows; a wish that was refused does not count.
    fn extensions_used_up(&self, book: &RuleBook) -> bool {
        let granted = self.extensions.iter().filter(|asked| asked.answer.is_some_and(|answer| answer.granted));
        granted.count() >= usize::from(book.extension_rounds.value)
    }

    /// The unit asks before its day, for a day within the longer limit.
    pub(crate) fn ask_extension(mut self, until: Day, reason: RemarkId, given: &Given<'_>) -> Result<Self, Refusal> {
        self.may_extend(given)?;
        let longest = given.explain(Limit::ReplyComplex, self.assigned.day()).due.day;
        if until <= self.due || until > longest {
            return Err(Refusal::ExtensionUnfit);
        }
        self.extensions.push(Extension { asked: given.now, reason, until, answer: None });
        Ok(self)
    }

    /// Granted, the due day moves; the reply may be written all the while.
    pub(crate) fn answer_extension(
        mut self,
        granted: bool,
        reason: Option<RemarkId>,
        given: &Given<'_>,
    ) -> Result<(Self, Day), Refusal> {
        let was = self.due;
        let Work::Handling { round, .. } = &mut self.work else { return Err(self.not_now(Act::AnswerExtension)) };
        if round.ordinal > 1 || round.signature().is_some() {
            return Err(round.stage.not_now(Act::AnswerExtension));
        }
        if !granted && reason.is_none() {
            return Err(Refusal::ReasonNeeded);
        }
        let asked = self.extensions.last_mut().filter(|last| last.answer.is_none());
        let Some(asked) = asked else { return Err(Refusal::NoExtensionAsked) };
        asked.answer = Some(Consent { at: given.now, granted, reason });
        let until = asked.until;
        if granted {
            self.due = until;
            round.due = until;
        }
        Ok((self, was))
    }
}
