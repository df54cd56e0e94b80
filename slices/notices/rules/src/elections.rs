//! Whom a fact of an election concerns: whoever was elected, and whose mandate ends or rests.

use elections_rules::election::Fact;
use kernel::PersonId;

use crate::{Audience, Kind, Particulars, Tidings};

/// What a fact of an election or a departure gives to tell to `whom` it is about.
#[must_use]
pub fn told_by_election(fact: &Fact, whom: PersonId) -> Vec<Tidings> {
    let kind = match fact {
        Fact::Elected { .. } => Kind::Elected,
        Fact::Confirmed { .. } => Kind::SeatConfirmed,
        Fact::DepartureAccepted { .. } => Kind::SeatChanged,
        _ => return vec![],
    };
    vec![Tidings { to: Audience::People(vec![whom]), kind, given: Particulars::default() }]
}
