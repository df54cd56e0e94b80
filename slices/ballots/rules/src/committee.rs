//! A vote of a standing committee (F26; 地方组织法 51): quorum and majority are both more than half of *all* members.

use kernel::{Refusal, Refused};
use law_rules::{Act, Step, Verdict, more_than_half};
use serde::Serialize;

/// What a vote of a standing committee comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CommitteeVote {
    /// How many must be present.
    pub quorum: u32,
    /// How many must say yes.
    pub pass: u32,
    /// Whether it can meet; nothing where nobody said how many are present.
    pub can_meet: Option<bool>,
    /// Whether the matter passes; nothing where nobody said how many said yes.
    pub passed: Option<bool>,
}

/// F26: whether a standing committee can meet and whether a matter passes. Abstentions do not change the base.
///
/// # Errors
/// When more are present than there are members, or more say yes than are present.
pub fn committee_vote(members: u32, present: Option<u32>, yes: Option<u32>) -> Result<Verdict<CommitteeVote>, Refused> {
    if let Some(present) = present.filter(|present| *present > members) {
        let refused = Refused::new(Refusal::Unfit, "ballots-refused-more-present");
        return Err(refused.with("present", present).with("members", members));
    }
    if let Some(yes) = yes.filter(|yes| *yes > present.unwrap_or(members)) {
        let refused = Refused::new(Refusal::Unfit, "ballots-refused-more-yes");
        return Err(refused.with("yes", yes).with("present", present.unwrap_or(members)));
    }
    let (quorum, counted) = more_than_half(members, Act::Organic, 51);
    let can_meet = present.map(|present| present >= quorum);
    let passed = yes.map(|yes| yes >= quorum && can_meet != Some(false));
    let value = CommitteeVote { quorum, pass: quorum, can_meet, passed };
    let base = Step::new("ballots-step-base-members").by(Act::Organic, 51);
    let reason = match (can_meet, passed, yes) {
        (Some(false), _, _) => {
            Step::new("ballots-reason-no-quorum").with("present", present.unwrap_or(0)).with("need", quorum)
        }
        (_, Some(true), Some(yes)) => Step::new("ballots-reason-passed").with("yes", yes).with("need", quorum),
        (_, Some(false), Some(yes)) => Step::new("ballots-reason-not-passed").with("yes", yes).with("need", quorum),
        _ => Step::new("ballots-reason-quorum-and-pass").with("need", quorum),
    };
    Ok(Verdict::new(value, reason, vec![base, counted]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quorum_and_majority_are_more_than_half_of_all_members() {
        // law.md F26, voting.md §3.3 row 5
        for (members, present, yes, quorum, can_meet, passed) in [
            (67, None, None, 34, None, None),
            (67, Some(33), None, 34, Some(false), None),
            (67, Some(60), Some(33), 34, Some(true), Some(false)),
            (67, Some(60), Some(34), 34, Some(true), Some(true)),
            (23, Some(12), Some(12), 12, Some(true), Some(true)),
            (23, Some(12), Some(11), 12, Some(true), Some(false)),
            (25, Some(22), Some(13), 13, Some(true), Some(true)),
            (25, Some(22), Some(12), 13, Some(true), Some(false)),
            (67, Some(33), Some(33), 34, Some(false), Some(false)),
        ] {
            let expected = CommitteeVote { quorum, pass: quorum, can_meet, passed };
            assert_eq!(committee_vote(members, present, yes).unwrap().value, expected, "{members} {present:?} {yes:?}");
        }
        assert!(committee_vote(23, Some(24), None).is_err() && committee_vote(23, Some(12), Some(13)).is_err());
    }

    proptest! {
        #[test]
        fn one_more_yes_never_undoes_a_decision(members in 1_u32..200, present in 0_u32..200, yes in 0_u32..200) {
            let present = present.min(members);
            prop_assume!(yes < present);
            let passed = |yes| committee_vote(members, Some(present), Some(yes)).unwrap().value.passed;
            prop_assert!(passed(yes) <= passed(yes + 1));
            prop_assert!(passed(yes) == Some(false) || 2 * yes > members);
        }
    }
}
