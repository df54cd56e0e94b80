//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};

/// Why a verb was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was handed in.
    HandedIn,
    /// It is not handed in, or was examined.
    NotHandedIn,
    /// A check bars the way.
    Barred,
    /// It was not examined.
    NotExamined,
    /// It is on no agenda.
    NotListed,
    /// It was not adopted, or is announced.
    NotAdopted,
    /// It is not announced.
    NotAnnounced,
    /// It was voted on or withdrawn.
    Over,
    /// It is done already.
    Done,
    /// No letter is given for it.
    NoLetter,
    /// No oath is taken for it.
    NoOath,
    /// The oath comes first here.
    OathFirst,
    /// The letter comes first here.
    LetterFirst,
    /// More marks than people.
    MoreMarks,
    /// Too few came.
    NoQuorum,
    /// Before the vote.
    Early,
    /// The meeting is still to come.
    Ahead,
    /// The committee above has not approved it.
    NotApproved,
    /// It is voted on by ballot papers without names.
    OnPaper,
}

impl Refusal {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::HandedIn => "appointments-refused-handed-in",
            Self::NotHandedIn => "appointments-refused-not-handed-in",
            Self::Barred => "appointments-refused-barred",
            Self::NotExamined => "appointments-refused-not-examined",
            Self::NotListed => "appointments-refused-not-listed",
            Self::NotAdopted => "appointments-refused-not-adopted",
            Self::NotAnnounced => "appointments-refused-not-announced",
            Self::Over => "appointments-refused-over",
            Self::Done => "appointments-refused-done",
            Self::NoLetter => "appointments-refused-no-letter",
            Self::NoOath => "appointments-refused-no-oath",
            Self::OathFirst => "appointments-refused-oath-first",
            Self::LetterFirst => "appointments-refused-letter-first",
            Self::MoreMarks => "appointments-refused-more-marks",
            Self::NoQuorum => "appointments-refused-no-quorum",
            Self::Early => "appointments-refused-early",
            Self::Ahead => "appointments-refused-ahead",
            Self::NotApproved => "appointments-refused-not-approved",
            Self::OnPaper => "appointments-refused-on-paper",
        }
    }

    const fn family(self) -> Family {
        match self {
            Self::MoreMarks | Self::NoQuorum | Self::Early => Family::Unfit,
            _ => Family::NotNow,
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.family(), refusal.key())
    }
}
