//! How often one person may be proposed for one office (F27). No law of the state says; provinces differ, and the rule of Hunan is not known to us.

use law_rules::{Step, Verdict, Word as _, words};
use serde::Serialize;

words! {
    /// What became of a proposal.
    pub enum Vote as "appointments-vote-" {
        /// 未通过.
        Fail = "fail" | "failed" | "未通过",
        /// 通过.
        Pass = "pass" | "passed" | "通过",
    }
}

words! {
    /// The rule of the place.
    pub enum Rule as "appointments-rule-" {
        /// No rule.
        None = "none" | "无",
        /// Two failures in all (浙江).
        TwoTotal = "two_total" | "累计两次",
        /// Two failures in a row (重庆).
        TwoInARow = "two_in_a_row" | "连续两次",
    }
}

/// Whether a person may be proposed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Nominated {
    /// Whether one may.
    pub may_propose: bool,
    /// Failures in all.
    pub failed: u32,
    /// Failures at the end, one after the other.
    pub in_a_row: u32,
    /// Whether the answer rests on the lack of a rule.
    pub warning: bool,
}

/// F27: whether a person may be proposed for an office once more in this term, after the votes of `history`.
#[must_use]
pub fn failed_nominations(history: &[Vote], office: &str, rule: Rule) -> Verdict<Nominated> {
    let count = |votes: usize| u32::try_from(votes).unwrap_or(u32::MAX);
    let failed = count(history.iter().filter(|vote| **vote == Vote::Fail).count());
    let in_a_row = count(history.iter().rev().take_while(|vote| **vote == Vote::Fail).count());
    let may_propose = match rule {
        Rule::None => true,
        Rule::TwoTotal => failed < 2,
        Rule::TwoInARow => !history.windows(2).any(|pair| pair == [Vote::Fail, Vote::Fail]),
    };
    let mut working = vec![
        Step::new("appointments-step-failed").with("failed", failed).with("row", in_a_row),
        Step::new("appointments-step-failed-rule").with("rule", rule.said()).local(),
    ];
    if rule == Rule::None {
        working.push(Step::new("appointments-step-no-rule").reading());
    }
    let reason = match (may_propose, office.trim()) {
        (true, "") => Step::new("appointments-reason-may-propose"),
        (true, office) => Step::new("appointments-reason-may-propose-for").with("office", office),
        (false, "") => Step::new("appointments-reason-may-not-propose"),
        (false, office) => Step::new("appointments-reason-may-not-propose-for").with("office", office),
    };
    let value = Nominated { may_propose, failed, in_a_row, warning: rule == Rule::None };
    Verdict::new(value, reason, working)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_of_the_place_decides() {
        // law.md F27
        let (fail, pass) = (Vote::Fail, Vote::Pass);
        for (history, rule, may) in [
            (&[fail, fail][..], Rule::TwoTotal, false),
            (&[fail, fail], Rule::TwoInARow, false),
            (&[fail, fail], Rule::None, true),
            (&[fail, pass, fail], Rule::TwoTotal, false),
            (&[fail, pass, fail], Rule::TwoInARow, true),
            (&[fail], Rule::TwoTotal, true),
        ] {
            let value = failed_nominations(history, "局长", rule).value;
            assert_eq!((value.may_propose, value.warning), (may, rule == Rule::None), "{history:?} {rule:?}");
        }
    }
}
