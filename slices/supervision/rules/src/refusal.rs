//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};

/// Why a verb was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Only a numbered suggestion that was not withdrawn can be a key one.
    NotNumbered,
    /// Its supervision is over.
    KeyOver,
    /// The plan has as many steps as it can hold.
    TooManySteps,
    /// There is no such step.
    NoSuchStep,
    /// The step is done.
    StepDone,
    /// A day that should lie ahead is past.
    DayPast,
    /// A day that should be past lies ahead.
    DayAhead,
    /// The last day to answer must lie after today.
    DayNotAhead,
    /// The letter asks for nothing now.
    NothingAsked,
    /// The unit has not answered.
    NoAnswer,
    /// The letter is closed or was taken back.
    LetterOver,
    /// The scheme is fixed since the evaluation was opened.
    SchemeFixed,
    /// No unit has a part assigned in those days.
    NoUnits,
    /// Scores, votes and counting belong to an open evaluation.
    EvaluationNotOpen,
    /// The evaluation does not judge that unit.
    UnitNotJudged,
    /// The scheme asks for no scores, or for no vote.
    NotAsked,
    /// It is not computed, or was told already.
    NotComputed,
    /// Appeals belong to results that were told and are not yet final.
    NoAppealNow,
    /// The days to appeal are over.
    AppealOver,
    /// The unit has appealed.
    Appealed,
    /// A figure is corrected that the scheme does not ask for, or to more than its whole.
    CorrectionUnfit,
    /// There is no appeal to answer.
    NoAppeal,
    /// Units may still appeal.
    AppealRuns,
    /// An appeal waits for its answer.
    AppealWaits,
    /// Results are not final.
    NotDecided,
    /// The scheme cannot be worked out.
    SchemeUnfit(crate::Unfit),
    /// The final report is in.
    FinalReportIn,
    /// The final report is missing.
    FinalReportMissing,
    /// A report tells only so many examples.
    TooManyExamples,
    /// A report tells each example once.
    ExampleTwice,
    /// An example is a numbered suggestion of the session.
    ExampleUnfit,
    /// Somebody wrote in the report meanwhile.
    AnnualChanged,
    /// The inquiry is over.
    InquiryOver,
    /// The units have the questions.
    InquiryTold,
    /// The units were not sent the questions.
    InquiryNotTold,
    /// The inquiry has taken place.
    InquiryHeld,
    /// The inquiry has not taken place.
    InquiryNotHeld,
    /// The day of the inquiry has not come.
    InquiryAhead,
    /// There is no question.
    NoQuestions,
    /// The question was answered.
    QuestionAnswered,
    /// The measure is missing.
    PlanFirst,
    /// The item is settled.
    ItemSettled,
    /// The vote at the inquiry was not entered.
    FirstVoteMissing,
    /// The list of questions is full.
    TooManyQuestions,
    /// The list of what is to be put right is full.
    TooManyItems,
    /// As many files are there as may be.
    TooManyFiles,
    /// The key suggestion has no such visit, report or policy.
    NoSuchEntry,
    /// The votes do not add up to the ballots.
    PollUnfit,
    /// There is no such question.
    NoSuchQuestion,
    /// There is no such item.
    NoSuchItem,
    /// The inquiry does not concern that unit.
    UnitNotAsked,
    /// Questions wait for their answer.
    QuestionsOpen {
        /// How many.
        count: usize,
    },
    /// Items are not settled.
    ItemsOpen {
        /// How many.
        count: usize,
    },
    /// Steps of the plan are open.
    StepsOpen {
        /// How many.
        count: usize,
    },
}

impl Refusal {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotNumbered => "supervision-refused-not-numbered",
            Self::KeyOver => "supervision-refused-key-over",
            Self::TooManySteps => "supervision-refused-too-many-steps",
            Self::NoSuchStep => "supervision-refused-no-such-step",
            Self::StepDone => "supervision-refused-step-done",
            Self::DayPast => "supervision-refused-day-past",
            Self::DayAhead => "supervision-refused-day-ahead",
            Self::DayNotAhead => "supervision-refused-day-not-ahead",
            Self::NothingAsked => "supervision-refused-nothing-asked",
            Self::NoAnswer => "supervision-refused-no-answer",
            Self::LetterOver => "supervision-refused-letter-over",
            Self::SchemeFixed => "supervision-refused-scheme-fixed",
            Self::NoUnits => "supervision-refused-no-units",
            Self::EvaluationNotOpen => "supervision-refused-evaluation-not-open",
            Self::UnitNotJudged => "supervision-refused-unit-not-judged",
            Self::NotAsked => "supervision-refused-not-asked",
            Self::NotComputed => "supervision-refused-not-computed",
            Self::NoAppealNow => "supervision-refused-no-appeal-now",
            Self::AppealOver => "supervision-refused-appeal-over",
            Self::Appealed => "supervision-refused-appealed",
            Self::CorrectionUnfit => "supervision-refused-correction-unfit",
            Self::NoAppeal => "supervision-refused-no-appeal",
            Self::AppealRuns => "supervision-refused-appeal-runs",
            Self::AppealWaits => "supervision-refused-appeal-waits",
            Self::NotDecided => "supervision-refused-not-decided",
            Self::SchemeUnfit(unfit) => unfit.key(),
            Self::FinalReportIn => "supervision-refused-final-report-in",
            Self::FinalReportMissing => "supervision-refused-final-report-missing",
            Self::TooManyExamples => "supervision-refused-too-many-examples",
            Self::ExampleTwice => "supervision-refused-example-twice",
            Self::ExampleUnfit => "supervision-refused-example-unfit",
            Self::AnnualChanged => "supervision-refused-annual-changed",
            Self::InquiryOver => "supervision-refused-inquiry-over",
            Self::InquiryTold => "supervision-refused-inquiry-told",
            Self::InquiryNotTold => "supervision-refused-inquiry-not-told",
            Self::InquiryHeld => "supervision-refused-inquiry-held",
            Self::InquiryNotHeld => "supervision-refused-inquiry-not-held",
            Self::InquiryAhead => "supervision-refused-inquiry-ahead",
            Self::NoQuestions => "supervision-refused-no-questions",
            Self::QuestionAnswered => "supervision-refused-question-answered",
            Self::PlanFirst => "supervision-refused-plan-first",
            Self::ItemSettled => "supervision-refused-item-settled",
            Self::FirstVoteMissing => "supervision-refused-first-vote-missing",
            Self::TooManyQuestions => "supervision-refused-too-many-questions",
            Self::TooManyItems => "supervision-refused-too-many-items",
            Self::TooManyFiles => "supervision-refused-too-many-files",
            Self::NoSuchEntry => "supervision-refused-no-such-entry",
            Self::PollUnfit => "supervision-refused-poll-unfit",
            Self::NoSuchQuestion => "supervision-refused-no-such-question",
            Self::NoSuchItem => "supervision-refused-no-such-item",
            Self::UnitNotAsked => "supervision-refused-unit-not-asked",
            Self::QuestionsOpen { .. } => "supervision-refused-questions-open",
            Self::ItemsOpen { .. } => "supervision-refused-items-open",
            Self::StepsOpen { .. } => "supervision-refused-steps-open",
        }
    }

    /// The family it belongs to.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::NotNumbered
            | Self::KeyOver
            | Self::StepDone
            | Self::NothingAsked
            | Self::NoAnswer
            | Self::LetterOver
            | Self::SchemeFixed
            | Self::NoUnits
            | Self::EvaluationNotOpen
            | Self::NotAsked
            | Self::NotComputed
            | Self::NoAppealNow
            | Self::AppealOver
            | Self::Appealed
            | Self::NoAppeal
            | Self::AppealRuns
            | Self::AppealWaits
            | Self::NotDecided
            | Self::FinalReportIn
            | Self::FinalReportMissing
            | Self::InquiryOver
            | Self::InquiryTold
            | Self::InquiryNotTold
            | Self::InquiryHeld
            | Self::InquiryNotHeld
            | Self::InquiryAhead
            | Self::NoQuestions
            | Self::QuestionAnswered
            | Self::PlanFirst
            | Self::ItemSettled
            | Self::FirstVoteMissing
            | Self::QuestionsOpen { .. }
            | Self::ItemsOpen { .. }
            | Self::AnnualChanged
            | Self::StepsOpen { .. } => Family::NotNow,
            Self::TooManySteps
            | Self::TooManyQuestions
            | Self::TooManyItems
            | Self::TooManyFiles
            | Self::PollUnfit
            | Self::TooManyExamples
            | Self::ExampleTwice
            | Self::ExampleUnfit
            | Self::DayPast
            | Self::DayAhead
            | Self::DayNotAhead
            | Self::CorrectionUnfit
            | Self::SchemeUnfit(_) => Family::Unfit,
            Self::NoSuchStep
            | Self::NoSuchEntry
            | Self::NoSuchQuestion
            | Self::NoSuchItem
            | Self::UnitNotAsked
            | Self::UnitNotJudged => Family::Missing,
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let refused = Self::new(refusal.family(), refusal.key());
        match refusal {
            Refusal::StepsOpen { count } | Refusal::QuestionsOpen { count } | Refusal::ItemsOpen { count } => {
                refused.with("count", count)
            }
            Refusal::TooManyQuestions | Refusal::TooManyItems => refused.with("most", crate::MOST_ASKED),
            Refusal::TooManyFiles => refused.with("most", crate::MOST_FILES),
            Refusal::TooManySteps => refused.with("most", crate::MOST_STEPS),
            Refusal::TooManyExamples => refused.with("most", crate::MOST_EXAMPLES),
            _ => refused,
        }
    }
}
