//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};

/// Why a verb was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The deputy did not consent to publication.
    NoConsent,
    /// It was withdrawn.
    Ended,
    /// It is not closed.
    NotClosed,
    /// No unit has replied.
    NoReply,
    /// The units keep back every reply.
    RepliesKept,
    /// It was taken up in another way already: what is disclosed or taken down cannot be withheld.
    NotWaiting,
    /// Only what is before the public can be taken down.
    NotDisclosed,
    /// A new edition says why there is one.
    NoReason,
    /// That is no reason not to disclose.
    GroundUnfit,
}

impl Refusal {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoConsent => "disclosure-refused-no-consent",
            Self::Ended => "disclosure-refused-ended",
            Self::NotClosed => "disclosure-refused-not-closed",
            Self::NoReply => "disclosure-refused-no-reply",
            Self::RepliesKept => "disclosure-refused-replies-kept",
            Self::NotWaiting => "disclosure-refused-not-waiting",
            Self::NotDisclosed => "disclosure-refused-not-disclosed",
            Self::NoReason => "disclosure-refused-no-reason",
            Self::GroundUnfit => "disclosure-refused-ground-unfit",
        }
    }

    /// The family it belongs to.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::NoReason | Self::GroundUnfit => Family::Unfit,
            _ => Family::NotNow,
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.family(), refusal.key())
    }
}
