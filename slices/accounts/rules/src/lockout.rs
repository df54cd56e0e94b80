//! How long to wait after wrong passwords, so that guessing is slow and nobody can lock anybody else out.
//!
//! Failures are counted per account *and* where they come from, never per account alone: whoever guesses at a deputy's
//! password from somewhere else slows down only themself. A device that has signed in to the account before is counted
//! by its own cookie and passes whatever happens at its address.

use kernel::Moment;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// After this long without a failure a tally is forgotten.
pub const FORGOTTEN_AFTER_MILLIS: i64 = 24 * HOUR;

/// What failures are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One account tried from one client address.
    AccountAtAddress,
    /// One account tried from a device that has signed in to it before.
    AccountAtDevice,
    /// One client address, whatever accounts it tries. Wide, for a whole office may stand behind it.
    Address,
}

/// Failures counted so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many, without a success between.
    pub failures: u32,
    /// When the last was.
    pub last: Moment,
}

impl Scope {
    /// The scope as its row's key begins.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AccountAtAddress => "account-address",
            Self::AccountAtDevice => "account-device",
            Self::Address => "address",
        }
    }

    /// Failures that cost nothing, the first delay, and the greatest.
    const fn steps(self) -> (u32, i64, i64) {
        match self {
            Self::AccountAtAddress => (5, 30 * SECOND, HOUR),
            Self::AccountAtDevice => (10, 10 * SECOND, 5 * MINUTE),
            Self::Address => (50, 5 * SECOND, 15 * MINUTE),
        }
    }

    /// How long after the last of so many failures the next attempt is heard, in milliseconds; doubles each time.
    #[must_use]
    pub fn delay_millis(self, failures: u32) -> i64 {
        let (free, first, most) = self.steps();
        match failures.checked_sub(free) {
            None => 0,
            Some(over) => first.saturating_mul(1_i64.checked_shl(over.min(20)).unwrap_or(i64::MAX)).min(most),
        }
    }
}

impl Tally {
    /// The moment from which the next attempt is heard; nothing when it is heard now.
    #[must_use]
    pub fn closed_until(self, scope: Scope, now: Moment) -> Option<Moment> {
        let opens = self.last.plus_millis(scope.delay_millis(self.failures));
        (opens > now).then_some(opens)
    }

    /// The tally after one more failure.
    #[must_use]
    pub fn failed_again(before: Option<Self>, now: Moment) -> Self {
        let counted = before.filter(|tally| now.millis() - tally.last.millis() < FORGOTTEN_AFTER_MILLIS);
        Self { failures: counted.map_or(0, |tally| tally.failures).saturating_add(1), last: now }
    }
}
