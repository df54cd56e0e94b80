//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};

/// Why a verb was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is closed.
    Closed,
    /// It is answered already; the person's word is waited for.
    Answered,
    /// It was raised to a suggestion: the answer comes from there.
    Raised,
    /// The person was told already where it belongs.
    Elsewhere,
    /// It lies with that congress already.
    SameHolder,
    /// That body has it in that very way already.
    SameUnit,
    /// There is no answer to be judged.
    NoAnswer,
    /// It was judged already.
    Judged,
    /// It is neither answered nor elsewhere: nothing is to be closed.
    NotAnswered,
    /// Nothing is proposed.
    NothingProposed,
    /// It is given to no body, or to another one by now.
    NotGiven,
    /// How it is treated, the body itself answers.
    AnswerItself,
    /// What the body says is for the office and the deputy, who answer the person.
    FeedsBack,
    /// It was signed for.
    SignedFor,
    /// It lies with 12345 already.
    AtHotline,
    /// It is not over yet, or only lately.
    TooSoon,
    /// It was told already whether it held.
    Surveyed,
    /// A form that was opened only now, or by no person.
    TooQuick,
    /// A form that was opened long ago.
    TooLate,
}

impl Refusal {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Closed => "opinions-refused-closed",
            Self::Answered => "opinions-refused-answered",
            Self::Raised => "opinions-refused-raised",
            Self::Elsewhere => "opinions-refused-elsewhere",
            Self::SameHolder => "opinions-refused-same-holder",
            Self::SameUnit => "opinions-refused-same-unit",
            Self::NoAnswer => "opinions-refused-no-answer",
            Self::Judged => "opinions-refused-judged",
            Self::NotAnswered => "opinions-refused-not-answered",
            Self::NothingProposed => "opinions-refused-nothing-proposed",
            Self::NotGiven => "opinions-refused-not-given",
            Self::AnswerItself => "opinions-refused-answer-itself",
            Self::FeedsBack => "opinions-refused-feeds-back",
            Self::SignedFor => "opinions-refused-signed-for",
            Self::AtHotline => "opinions-refused-at-hotline",
            Self::TooSoon => "opinions-refused-too-soon",
            Self::Surveyed => "opinions-refused-surveyed",
            Self::TooQuick => "opinions-refused-too-quick",
            Self::TooLate => "opinions-refused-too-late",
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::new(Family::NotNow, refusal.key())
    }
}
