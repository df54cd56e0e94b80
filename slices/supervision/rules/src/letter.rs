//! An urging letter (督办通知单): what is wrong, what is demanded and by when; the unit answers, the office closes it or asks again.

use kernel::{BodyId, Day, Moment, Text};
use serde::{Deserialize, Serialize};

use crate::{AssignmentId, Fact, LetterId, Refusal, SuggestionId};

/// Why it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LetterKind {
    /// 催办: something is overdue.
    Urge,
    /// 督办: the handling itself falls short.
    Supervise,
    /// 挂号督办: somebody is dissatisfied.
    Listed,
}

/// Its reference number: 督办〔2026〕3号. Dense in its series and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterNumber {
    /// The word before it, as the office writes it.
    pub series: Text<20>,
    /// The year.
    pub year: i16,
    /// Which of them.
    pub n: u32,
}

/// To whom, and about what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterTo {
    /// The congress.
    pub congress: BodyId,
    /// The suggestion.
    pub suggestion: SuggestionId,
    /// The unit's part in it.
    pub assignment: AssignmentId,
    /// The unit.
    pub unit: BodyId,
}

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterWords {
    /// Why it is sent.
    pub kind: LetterKind,
    /// 存在问题.
    pub problem: Text<2000>,
    /// 办理要求.
    pub demand: Text<2000>,
    /// 督办领导.
    pub leader: Text<60>,
    /// The last day to answer.
    pub due: Day,
}

/// What the unit answered, and whether that was enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterAnswer {
    /// When.
    pub at: Moment,
    /// What it did.
    pub words: Text<4000>,
    /// When and why the office asked again.
    pub back: Option<(Moment, Text<500>)>,
}

/// An urging letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its identity.
    pub id: LetterId,
    /// To whom.
    pub to: LetterTo,
    /// Its number.
    pub number: LetterNumber,
    /// What it says; the day moves when the office asks again.
    pub words: LetterWords,
    /// When it was sent.
    pub issued: Moment,
    /// What the unit answered, oldest first.
    pub answers: Vec<LetterAnswer>,
    /// How far it is.
    pub stage: LetterStage,
}

/// How far a letter is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum LetterStage {
    /// 待反馈.
    Issued,
    /// 已反馈, for the office to look at.
    Answered,
    /// 已销号.
    Closed { at: Moment, note: Text<500> },
    /// 已撤销.
    Withdrawn { at: Moment, reason: Text<500> },
}

impl LetterKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Urge, Self::Supervise, Self::Listed];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Urge => "urge",
            Self::Supervise => "supervise",
            Self::Listed => "listed",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl std::fmt::Display for LetterNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}〔{}〕{}号", self.series.as_str(), self.year, self.n)
    }
}

impl LetterStage {
    /// The words of all stages.
    pub const WORDS: [&'static str; 4] = ["issued", "answered", "closed", "withdrawn"];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Answered => "answered",
            Self::Closed { .. } => "closed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// What a verb answers.
type Done = Result<(Letter, Fact), Refusal>;

impl Letter {
    /// Sends it.
    ///
    /// # Errors
    /// When the day to answer is not after today.
    pub fn issue(id: LetterId, to: LetterTo, number: LetterNumber, words: LetterWords, now: Moment) -> Done {
        if words.due <= now.day() {
            return Err(Refusal::DayNotAhead);
        }
        let fact = Fact::LetterIssued { suggestion: to.suggestion, unit: to.unit, due: words.due, kind: words.kind };
        Ok((Self { id, to, number, words, issued: now, answers: vec![], stage: LetterStage::Issued }, fact))
    }

    /// The unit answers; late is taken and marked late.
    ///
    /// # Errors
    /// When nothing is asked of it.
    pub fn answer(mut self, words: Text<4000>, now: Moment) -> Done {
        if self.stage != LetterStage::Issued {
            return Err(Refusal::NothingAsked);
        }
        let fact = Fact::LetterAnswered { late: now.day() > self.words.due };
        self.answers.push(LetterAnswer { at: now, words, back: None });
        Ok((Self { stage: LetterStage::Answered, ..self }, fact))
    }

    /// The office asks again, until a new day.
    ///
    /// # Errors
    /// When there is no answer to look at, or the day is not after today.
    pub fn ask_again(mut self, reason: Text<500>, due: Day, now: Moment) -> Done {
        let (LetterStage::Answered, Some(answer)) = (&self.stage, self.answers.last_mut()) else {
            return Err(Refusal::NoAnswer);
        };
        if due <= now.day() {
            return Err(Refusal::DayNotAhead);
        }
        answer.back = Some((now, reason));
        self.words.due = due;
        Ok((Self { stage: LetterStage::Issued, ..self }, Fact::LetterSentBack { due }))
    }

    /// The office closes it (销号).
    ///
    /// # Errors
    /// When there is no answer to look at.
    pub fn close(self, note: Text<500>, now: Moment) -> Done {
        if self.stage != LetterStage::Answered {
            return Err(Refusal::NoAnswer);
        }
        Ok((Self { stage: LetterStage::Closed { at: now, note }, ..self }, Fact::LetterClosed))
    }

    /// The office takes it back, with a reason.
    ///
    /// # Errors
    /// When it is closed or taken back.
    pub fn withdraw(self, reason: Text<500>, now: Moment) -> Done {
        if !matches!(self.stage, LetterStage::Issued | LetterStage::Answered) {
            return Err(Refusal::LetterOver);
        }
        Ok((Self { stage: LetterStage::Withdrawn { at: now, reason }, ..self }, Fact::LetterWithdrawn))
    }

    /// Whether the unit's answer is overdue.
    #[must_use]
    pub fn overdue(&self, today: Day) -> bool {
        self.stage == LetterStage::Issued && self.words.due < today
    }
}
