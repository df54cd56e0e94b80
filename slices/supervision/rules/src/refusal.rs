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
    /// The final report is in.
    FinalReportIn,
    /// The final report is missing.
    FinalReportMissing,
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
            Self::FinalReportIn => "supervision-refused-final-report-in",
            Self::FinalReportMissing => "supervision-refused-final-report-missing",
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
            | Self::FinalReportIn
            | Self::FinalReportMissing
            | Self::StepsOpen { .. } => Family::NotNow,
            Self::TooManySteps | Self::DayPast | Self::DayAhead | Self::DayNotAhead => Family::Unfit,
            Self::NoSuchStep => Family::Missing,
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let refused = Self::new(refusal.family(), refusal.key());
        match refusal {
            Refusal::StepsOpen { count } => refused.with("count", count),
            Refusal::TooManySteps => refused.with("most", crate::MOST_STEPS),
            _ => refused,
        }
    }
}
