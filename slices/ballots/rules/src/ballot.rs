//! Which ballot counts (F13; 选举法 44): fewer names than seats is fine, more is void, none is an abstention.

use law_rules::{Act, Step, Verdict};
use serde::Serialize;

/// How one ballot counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BallotStatus {
    /// 有效票.
    Valid,
    /// 废票: it counts among the ballots cast and chooses nobody.
    Void,
}

/// What one ballot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Marked {
    /// How it counts.
    pub status: BallotStatus,
    /// Whether it chooses nobody: its voter took part and abstained.
    pub abstain: bool,
}

/// F13: how a ballot counts that chooses so many names for so many seats.
#[must_use]
pub fn ballot_status(names_chosen: u32, seats: u32) -> Verdict<Marked> {
    let rule = Step::new("ballots-step-names").with("names", names_chosen).with("seats", seats).by(Act::Electoral, 44);
    let (status, reason, working) = if names_chosen > seats {
        (BallotStatus::Void, Step::new("ballots-reason-too-many-names"), vec![rule])
    } else if names_chosen == 0 {
        let blank = Step::new("ballots-step-blank").reading();
        (BallotStatus::Valid, Step::new("ballots-reason-abstention"), vec![rule, blank])
    } else {
        (BallotStatus::Valid, Step::new("ballots-reason-valid-ballot"), vec![rule])
    };
    Verdict::new(Marked { status, abstain: names_chosen == 0 }, reason, working)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_names_than_seats_make_a_ballot_void() {
        // law.md F13
        for (names, seats, status, abstain) in [
            (0, 3, BallotStatus::Valid, true),
            (2, 3, BallotStatus::Valid, false),
            (3, 3, BallotStatus::Valid, false),
            (4, 3, BallotStatus::Void, false),
        ] {
            assert_eq!(ballot_status(names, seats).value, Marked { status, abstain }, "{names} of {seats}");
        }
    }
}
