//! Whether an election is valid, and who is elected.

use ballots_rules::ballot_status;
use elections_rules::{direct_rerun_result, direct_result, direct_turnout, indirect_result};

use super::Function;
use crate::{
    Kind,
    answer::{tell, tell_or},
    argument::{MOST_MEMBERS, MOST_PEOPLE, must, or},
};

const SEATS: Kind = Kind::Number(1, 10_000);
const VOTERS: Kind = Kind::Number(0, MOST_PEOPLE);
const SOME: Kind = Kind::Number(1, MOST_PEOPLE);

pub const FUNCTIONS: &[Function] = &[
    Function {
        number: 12,
        name: "direct_turnout",
        arguments: &[must("registered", SOME), must("voted", VOTERS), must("ballots_in", VOTERS)],
        example: r#"{"registered":3120,"voted":2655,"ballots_in":2650}"#,
        call: |given, _| {
            tell_or(direct_turnout(given.get("registered")?, given.get("voted")?, given.get("ballots_in")?))
        },
    },
    Function {
        number: 13,
        name: "ballot_status",
        arguments: &[must("names_chosen", Kind::Number(0, 10_000)), must("seats", SEATS)],
        example: r#"{"names_chosen":4,"seats":3}"#,
        call: |given, _| tell(ballot_status(given.get("names_chosen")?, given.get("seats")?)),
    },
    Function {
        number: 14,
        name: "direct_result",
        arguments: &[must("seats", SEATS), must("voted", SOME), must("tallies", Kind::Tallies)],
        example: r#"{"seats":2,"voted":2001,"tallies":{"A":1100,"B":900,"C":800}}"#,
        call: |given, _| tell_or(direct_result(given.get("seats")?, given.get("voted")?, given.get("tallies")?)),
    },
    Function {
        number: 15,
        name: "direct_rerun_result",
        arguments: &[must("seats", SEATS), must("ballots", SOME), must("tallies", Kind::Tallies)],
        example: r#"{"seats":1,"ballots":2000,"tallies":{"B":700,"C":650}}"#,
        call: |given, _| {
            tell_or(direct_rerun_result(given.get("seats")?, given.get("ballots")?, given.get("tallies")?))
        },
    },
    Function {
        number: 16,
        name: "indirect_result",
        arguments: &[
            must("seats", SEATS),
            must("all_deputies", Kind::Number(1, MOST_MEMBERS)),
            must("tallies", Kind::Tallies),
            or("rerun", Kind::YesNo, "false"),
        ],
        example: r#"{"seats":4,"all_deputies":311,"tallies":{"A":300,"B":280,"C":157,"D":150,"E":149,"F":90}}"#,
        call: |given, _| {
            let [seats, all] = [given.get("seats")?, given.get("all_deputies")?];
            tell_or(indirect_result(seats, all, given.get("tallies")?, given.get("rerun")?))
        },
    },
];
