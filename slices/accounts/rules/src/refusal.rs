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

/// Why an account, a code or a token was not taken, or a change to an account not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInRefusal {
    /// Name or password is wrong; which, nobody is told.
    Wrong,
    /// Too many failures from here; the next attempt is heard after so many seconds.
    Wait {
        /// Whole seconds, at least one.
        seconds: i64,
    },
    /// The account was closed by those who answer for it.
    Closed,
    /// The one-time code is unknown, used or out of date; which, nobody is told.
    CodeUnknown,
    /// The six digits are wrong or were used already.
    TotpWrong,
    /// The second step took too long, or began in another browser.
    StepExpired,
    /// Another account has that sign-in name.
    NameTaken,
    /// Another account has that telephone number.
    PhoneTaken,
    /// The person has an account already.
    PersonHasAccount,
    /// No such account, or it is not for this actor to know of.
    Unknown,
    /// A deputy's post follows from the mandate and is not issued.
    DeputyByMandate,
    /// No such order to act, or it is not for this actor to know of.
    UnknownOrder,
    /// Whoever is to act recorded the wish themself, and the deputy has not said yes yet.
    NotAccepted,
    /// Nobody gives themself a post.
    OwnPost,
    /// The deputy has asked nobody, or somebody else, to act for them on this day.
    NotAsked,
    /// A post of that duty cannot stand in a body of that kind, or there is no such body.
    PostMisfit,
    /// The deputy also sits in a higher congress, whose office answers for the account.
    HigherCongress,
    /// Somebody changed the account while it was being changed.
    Changed,
    /// The person is no deputy of that congress now.
    NotDeputyThere,
    /// Six digits are set up already.
    TotpSetUp,
    /// The last operator cannot be closed or lose the post.
    LastOperator,
    /// The provider's answer could not be trusted.
    ProviderRefused,
    /// The provider vouched for somebody no account is linked with.
    ProviderUnlinked,
    /// That identity at the provider is linked with another account.
    ProviderTaken,
}

impl From<SignInRefusal> for Refused {
    fn from(why: SignInRefusal) -> Self {
        use SignInRefusal as Why;
        let (kind, key) = match why {
            Why::Wrong => (Refusal::Unfit, "accounts-refused-wrong"),
            Why::Wait { seconds } => {
                return Self::new(Refusal::NotNow, "accounts-refused-wait").with("seconds", seconds);
            }
            Why::Closed => (Refusal::NotNow, "accounts-refused-closed"),
            Why::CodeUnknown => (Refusal::Unfit, "accounts-refused-code"),
            Why::TotpWrong => (Refusal::Unfit, "accounts-refused-totp"),
            Why::StepExpired => (Refusal::NotNow, "accounts-refused-step-expired"),
            Why::NameTaken => (Refusal::Unfit, "accounts-refused-name-taken"),
            Why::PhoneTaken => (Refusal::Unfit, "accounts-refused-phone-taken"),
            Why::PersonHasAccount => (Refusal::Unfit, "accounts-refused-person-has-account"),
            Why::Unknown => (Refusal::Missing, "accounts-refused-unknown"),
            Why::DeputyByMandate => (Refusal::Unfit, "accounts-refused-deputy-by-mandate"),
            Why::UnknownOrder => (Refusal::Missing, "accounts-refused-unknown-order"),
            Why::NotAccepted => (Refusal::NotNow, "accounts-refused-not-accepted"),
            Why::OwnPost => (Refusal::NotYours, "accounts-refused-own-post"),
            Why::NotAsked => (Refusal::NotYours, "accounts-refused-not-asked"),
            Why::PostMisfit => (Refusal::Unfit, "accounts-refused-post-misfit"),
            Why::HigherCongress => (Refusal::NotYours, "accounts-refused-higher-congress"),
            Why::Changed => (Refusal::Stale, "accounts-refused-changed"),
            Why::NotDeputyThere => (Refusal::Unfit, "accounts-refused-not-deputy-there"),
            Why::TotpSetUp => (Refusal::NotNow, "accounts-refused-totp-set-up"),
            Why::LastOperator => (Refusal::NotNow, "accounts-refused-last-operator"),
            Why::ProviderRefused => (Refusal::Unfit, "accounts-refused-provider"),
            Why::ProviderUnlinked => (Refusal::NotYours, "accounts-refused-provider-unlinked"),
            Why::ProviderTaken => (Refusal::Unfit, "accounts-refused-provider-taken"),
        };
        Self::new(kind, key)
    }
}
