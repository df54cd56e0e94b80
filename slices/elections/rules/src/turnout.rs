//! Whether a direct election is valid (F12; 选举法 44, 45).

use kernel::{Refusal, Refused};
use law_rules::{Act, Step, Verdict, more_than_half};
use serde::Serialize;

/// Whether the election counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Turnout {
    /// Whether it does.
    pub valid: bool,
    /// How many voters must take part.
    pub need: u32,
}

/// F12: more than half of the registered voters must take part, and no more ballots may come in than people voted.
///
/// # Errors
/// When more voted than are registered.
pub fn direct_turnout(registered: u32, voted: u32, ballots_in: u32) -> Result<Verdict<Turnout>, Refused> {
    if voted > registered {
        let refused = Refused::new(Refusal::Unfit, "elections-refused-more-voted");
        return Err(refused.with("voted", voted).with("registered", registered));
    }
    let (need, counted) = more_than_half(registered, Act::Electoral, 45);
    let ballots = Step::new("elections-step-ballots-in").with("ballots", ballots_in).with("voted", voted);
    let working = vec![
        Step::new("elections-step-turnout").with("voted", voted).with("registered", registered),
        counted,
        ballots.by(Act::Electoral, 44),
    ];
    let (valid, reason) = if voted < need {
        (false, Step::new("elections-reason-turnout-low").with("voted", voted).with("need", need))
    } else if ballots_in > voted {
        (false, Step::new("elections-reason-more-ballots").with("ballots", ballots_in).with("voted", voted))
    } else {
        (true, Step::new("elections-reason-turnout-valid"))
    };
    Ok(Verdict::new(Turnout { valid, need }, reason, working))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn half_of_the_voters_are_not_enough_and_no_ballot_may_be_over() {
        // law.md F12
        for (registered, voted, ballots, valid) in [
            (4_000, 2_000, 2_000, false),
            (4_000, 2_001, 2_001, true),
            (4_001, 2_001, 2_001, true),
            (3_120, 2_655, 2_656, false),
            (3_120, 2_655, 2_650, true),
        ] {
            assert_eq!(direct_turnout(registered, voted, ballots).unwrap().value.valid, valid, "{registered} {voted}");
        }
        assert!(direct_turnout(100, 101, 101).is_err());
    }

    proptest! {
        #[test]
        fn one_voter_more_never_makes_an_election_invalid(registered in 1_u32..5_000, voted in 0_u32..5_000, ballots in 0_u32..5_000) {
            prop_assume!(voted < registered);
            let valid = |voted| direct_turnout(registered, voted, ballots).unwrap().value.valid;
            prop_assert!(valid(voted) <= valid(voted + 1));
        }
    }
}
