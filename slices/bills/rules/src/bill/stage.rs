//! What a stage holds of those before it.

use crate::{Act, Decided, Held, Number, Numbered, Refusal, Review, Stage, Submission};

impl Stage {
    /// The words of the stages in which a congress's office sees a bill, in the order of the work.
    pub const WORDS: [&'static str; 8] =
        ["submitted", "returned", "numbered", "reviewed", "agenda", "referred", "closed", "withdrawn"];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted(_) => "submitted",
            Self::Returned { .. } => "returned",
            Self::Numbered(_) => "numbered",
            Self::Reviewed(_) => "reviewed",
            Self::Agenda { .. } => "agenda",
            Self::Referred { .. } => "referred",
            Self::Closed(_) => "closed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// How it was handed in.
    #[must_use]
    pub const fn submission(&self) -> Option<&Submission> {
        match self {
            Self::Submitted(submission)
            | Self::Returned { submission, .. }
            | Self::Withdrawn { held: Held::Submitted(submission), .. } => Some(submission),
            _ => match self.numbered() {
                Some(numbered) => Some(&numbered.submission),
                None => None,
            },
        }
    }

    /// With its number.
    #[must_use]
    pub const fn numbered(&self) -> Option<&Numbered> {
        match self {
            Self::Numbered(numbered) | Self::Withdrawn { held: Held::Numbered(numbered), .. } => Some(numbered),
            Self::Reviewed(reviewed) | Self::Withdrawn { held: Held::Reviewed(reviewed), .. } => {
                Some(&reviewed.numbered)
            }
            _ => match self.decided() {
                Some(decided) => Some(&decided.numbered),
                None => None,
            },
        }
    }

    /// Its number.
    #[must_use]
    pub const fn number(&self) -> Option<&Number> {
        match self.numbered() {
            Some(numbered) => Some(&numbered.number),
            None => None,
        }
    }

    /// The committee's opinion.
    #[must_use]
    pub const fn review(&self) -> Option<&Review> {
        match self {
            Self::Reviewed(reviewed) | Self::Withdrawn { held: Held::Reviewed(reviewed), .. } => Some(&reviewed.review),
            _ => match self.decided() {
                Some(decided) => decided.review.as_ref(),
                None => None,
            },
        }
    }

    /// The presidium's decision.
    #[must_use]
    pub const fn decided(&self) -> Option<&Decided> {
        match self {
            Self::Agenda { decided, .. }
            | Self::Referred { decided, .. }
            | Self::Withdrawn { held: Held::Agenda(decided) | Held::Referred(decided, _), .. } => Some(decided),
            Self::Closed(closed) => Some(&closed.decided),
            Self::Draft
            | Self::Submitted(_)
            | Self::Returned { .. }
            | Self::Numbered(_)
            | Self::Reviewed(_)
            | Self::Withdrawn { .. } => None,
        }
    }

    /// Splits off the bill as the presidium finds it.
    pub(super) fn before_decision(self, act: Act) -> Result<(Numbered, Option<Review>), Refusal> {
        match self {
            Self::Numbered(numbered) => Ok((numbered, None)),
            Self::Reviewed(reviewed) => Ok((reviewed.numbered, Some(reviewed.review))),
            other => Err(Refusal::NotNow { act, stage: other.word() }),
        }
    }
}

impl Held {
    /// The word in rows: the stage it was in.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Submitted(_) => "submitted",
            Self::Numbered(_) => "numbered",
            Self::Reviewed(_) => "reviewed",
            Self::Agenda(_) => "agenda",
            Self::Referred(..) => "referred",
        }
    }
}
