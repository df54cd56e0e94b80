//! Answers that are no: a rule's, or one beside a field.

use accounts_rules::SignInRefusal;
use kernel::Refused;
use kit::{
    Problem,
    web::{Errors, Wrong},
};

/// A rule says no.
pub(crate) fn refused(why: SignInRefusal) -> Problem {
    match why {
        SignInRefusal::Wait { seconds } => {
            Problem::Wait { why: why.into(), seconds: u64::try_from(seconds).unwrap_or(1).max(1) }
        }
        other => Refused::from(other).into(),
    }
}

/// One field cannot be taken.
pub(crate) fn field(name: &'static str, key: &'static str) -> Problem {
    Errors::one(name, Wrong::new(key)).into()
}
