//! Thresholds, quorum, who may write in whom, when a new answer may be asked for.

use ballots_rules::{Voter, committee_vote, write_in_allowed};
use law_rules::{DeputiesLaw, Hearer, Share, reanswer_right, thresholds};

use super::Function;
use crate::{
    Kind,
    answer::{tell, tell_or},
    argument::{MOST_PEOPLE, may, must, one, or},
};

const MEMBERS: Kind = Kind::Number(1, 10_000);
const COUNT: Kind = Kind::Number(0, 10_000);

pub const FUNCTIONS: &[Function] = &[
    Function {
        number: 17,
        name: "thresholds",
        arguments: &[must("n", Kind::Number(1, MOST_PEOPLE)), must("rule", one::<Share>())],
        example: r#"{"n":754,"rule":">1/2"}"#,
        call: |given, _| tell(thresholds(given.get("n")?, given.word("rule")?)),
    },
    Function {
        number: 26,
        name: "committee_vote",
        arguments: &[must("members", MEMBERS), may("present", COUNT), may("yes", COUNT)],
        example: r#"{"members":67,"present":60,"yes":34}"#,
        call: |given, _| tell_or(committee_vote(given.get("members")?, given.get("present")?, given.get("yes")?)),
    },
    Function {
        number: 35,
        name: "write_in_allowed",
        arguments: &[
            must("voter_kind", one::<Voter>()),
            or("opposed", Kind::YesNo, "false"),
            or("abstained", Kind::YesNo, "false"),
            or("law_version", one::<DeputiesLaw>(), "2025"),
        ],
        example: r#"{"voter_kind":"deputy","opposed":true,"abstained":false,"law_version":"2025"}"#,
        call: |given, _| {
            let [opposed, abstained] = [given.get("opposed")?, given.get("abstained")?];
            tell_or(write_in_allowed(given.word("voter_kind")?, opposed, abstained, given.word("law_version")?))
        },
    },
    Function {
        number: 31,
        name: "reanswer_right",
        arguments: &[must("body", one::<Hearer>()), must("movers", MEMBERS), must("dissatisfied", COUNT)],
        example: r#"{"body":"congress","movers":10,"dissatisfied":5}"#,
        call: |given, _| tell_or(reanswer_right(given.word("body")?, given.get("movers")?, given.get("dissatisfied")?)),
    },
];
