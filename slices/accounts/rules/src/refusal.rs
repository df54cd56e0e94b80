//! Why somebody may not do a thing, and the sentence that tells them.

use kernel::{Refusal, Refused};

use crate::Right;

/// Why a right was denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAllowed {
    /// Nobody is signed in.
    Nobody,
    /// No post the person holds carries the right.
    NoPost,
    /// A post carries it, but over another body. Levels are not subordinate.
    Elsewhere,
    /// The person acts for a deputy, and this is not done for another.
    NotForAnother,
}

impl NotAllowed {
    /// The refusal with its sentence's key; the sentence names the right, so that the reader knows whom to ask for it.
    #[must_use]
    pub fn refused(self, right: Right) -> Refused {
        let key = match self {
            Self::Nobody => "accounts-refused-nobody",
            Self::NoPost => "accounts-refused-no-post",
            Self::Elsewhere => "accounts-refused-elsewhere",
            Self::NotForAnother => "accounts-refused-not-for-another",
        };
        Refused::new(Refusal::NotYours, key).with("right", right.as_str())
    }
}
