//! Who may write in another person (F35; 选举法 41, 地方组织法 28, 代表法 17).

use kernel::{Refusal, Refused};
use law_rules::{Act, DeputiesLaw, Step, Verdict, words};
use serde::Serialize;

words! {
    /// Who votes.
    pub enum Voter as "ballots-voter-" {
        /// A voter of a district: direct elections.
        Voter = "voter" | "选民",
        /// A deputy in a congress.
        Deputy = "deputy" | "代表",
    }
}

/// Whether another person may be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WriteIn {
    /// Whether one may.
    pub allowed: bool,
}

/// F35: voters may always write in another person; a deputy, since 2025, only in place of somebody voted against.
///
/// # Errors
/// When the same candidate was both opposed and abstained from.
pub fn write_in_allowed(
    voter_kind: Voter,
    opposed: bool,
    abstained: bool,
    law_version: DeputiesLaw,
) -> Result<Verdict<WriteIn>, Refused> {
    if opposed && abstained {
        return Err(Refused::new(Refusal::Unfit, "ballots-refused-opposed-and-abstained"));
    }
    let tell = |allowed, step: Step, reason| Ok(Verdict::new(WriteIn { allowed }, reason, vec![step]));
    match (voter_kind, law_version) {
        (Voter::Voter, _) => tell(
            true,
            Step::new("ballots-step-voter-writes-in").by(Act::Electoral, 41),
            Step::new("ballots-reason-write-in"),
        ),
        (Voter::Deputy, DeputiesLaw::Y2015) => tell(
            true,
            Step::new("ballots-step-deputy-wrote-in").by(Act::Organic, 28),
            Step::new("ballots-reason-write-in"),
        ),
        (Voter::Deputy, DeputiesLaw::Y2025) => {
            let step = Step::new("ballots-step-deputy-writes-in").by(Act::Deputies, 17);
            let reason =
                if opposed { Step::new("ballots-reason-write-in") } else { Step::new("ballots-reason-no-write-in") };
            tell(opposed, step, reason)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn since_2025_a_deputy_writes_in_only_in_place_of_somebody_opposed() {
        // law.md F35
        for (voter, opposed, abstained, law, allowed) in [
            (Voter::Voter, false, false, DeputiesLaw::Y2025, true),
            (Voter::Voter, false, true, DeputiesLaw::Y2025, true),
            (Voter::Deputy, true, false, DeputiesLaw::Y2025, true),
            (Voter::Deputy, false, true, DeputiesLaw::Y2025, false),
            (Voter::Deputy, false, false, DeputiesLaw::Y2025, false),
            (Voter::Deputy, false, true, DeputiesLaw::Y2015, true),
        ] {
            assert_eq!(write_in_allowed(voter, opposed, abstained, law).unwrap().value.allowed, allowed, "{voter:?}");
        }
        assert!(write_in_allowed(Voter::Deputy, true, true, DeputiesLaw::Y2025).is_err());
    }
}
