//! Who signs, how many candidates, when which list is posted.

use elections_rules::{
    Contest, Days, LeaderClass, Mode, deputy_candidate_range, election_calendar, leader_candidate_range,
    preliminary_needed, proxy_check, voter_list_objection,
};
use law_rules::{Deed, Rung, joint_signatures};

use super::Function;
use crate::{
    Kind,
    answer::{tell, tell_or},
    argument::{MOST_MEMBERS, may, must, one, or},
};

const SEATS: Kind = Kind::Number(1, 10_000);
const DAYS: Kind = Kind::Number(0, 365);

pub const FUNCTIONS: &[Function] = &[
    Function {
        number: 18,
        name: "joint_signatures",
        arguments: &[
            must("act", one::<Deed>()),
            must("level", one::<Rung>()),
            may("n_deputies", Kind::Number(1, MOST_MEMBERS)),
            may("n_members", Kind::Number(1, 10_000)),
        ],
        example: r#"{"act":"recall_leader","level":"county","n_deputies":311}"#,
        call: |given, _| {
            let [deputies, members] = [given.get("n_deputies")?, given.get("n_members")?];
            tell_or(joint_signatures(given.word("act")?, given.word("level")?, deputies, members))
        },
    },
    Function {
        number: 6,
        name: "deputy_candidate_range",
        arguments: &[must("mode", one::<Mode>()), must("seats", SEATS), or("by_election", Kind::YesNo, "false")],
        example: r#"{"mode":"direct","seats":3}"#,
        call: |given, _| {
            tell(deputy_candidate_range(given.word("mode")?, given.get("seats")?, given.get("by_election")?))
        },
    },
    Function {
        number: 7,
        name: "leader_candidate_range",
        arguments: &[
            must("class", one::<LeaderClass>()),
            must("seats", SEATS),
            or("by_election", Kind::YesNo, "false"),
        ],
        example: r#"{"class":"member","seats":29}"#,
        call: |given, _| {
            tell(leader_candidate_range(given.word("class")?, given.get("seats")?, given.get("by_election")?))
        },
    },
    Function {
        number: 8,
        name: "preliminary_needed",
        arguments: &[
            must("mode", one::<Contest>()),
            must("seats", SEATS),
            must("nominees", Kind::Number(0, MOST_MEMBERS)),
            may("fixed_number", SEATS),
        ],
        example: r#"{"mode":"direct","seats":3,"nominees":7}"#,
        call: |given, _| {
            let [seats, nominees] = [given.get("seats")?, given.get("nominees")?];
            tell_or(preliminary_needed(given.word("mode")?, seats, nominees, given.get("fixed_number")?))
        },
    },
    Function {
        number: 9,
        name: "election_calendar",
        arguments: &[
            may("E", Kind::Day),
            may("posted", Kind::Day),
            or("by_election", Kind::YesNo, "false"),
            or("voter_list_days", DAYS, "20"),
            or("first_list_days", DAYS, "15"),
            or("formal_list_days", DAYS, "7"),
        ],
        example: r#"{"E":"2026-11-20"}"#,
        call: |given, calendar| {
            let days = Days {
                voter_list: given.get("voter_list_days")?,
                first_list: given.get("first_list_days")?,
                formal_list: given.get("formal_list_days")?,
            };
            let (election, posted) = (given.get("E")?, given.get("posted")?);
            tell_or(election_calendar(calendar, election, posted, given.get("by_election")?, days))
        },
    },
    Function {
        number: 10,
        name: "voter_list_objection",
        arguments: &[must("posted", Kind::Day), must("received", Kind::Day), must("E", Kind::Day)],
        example: r#"{"posted":"2026-10-31","received":"2026-11-05","E":"2026-11-20"}"#,
        call: |given, _| tell_or(voter_list_objection(given.get("posted")?, given.get("received")?, given.get("E")?)),
    },
    Function {
        number: 11,
        name: "proxy_check",
        arguments: &[
            must("commissions", Kind::Number(0, 1_000)),
            must("written", Kind::YesNo),
            must("approved", Kind::YesNo),
            must("proxy_is_voter", Kind::YesNo),
        ],
        example: r#"{"commissions":3,"written":true,"approved":true,"proxy_is_voter":true}"#,
        call: |given, _| {
            let [written, approved, voter] =
                [given.get("written")?, given.get("approved")?, given.get("proxy_is_voter")?];
            tell(proxy_check(given.get("commissions")?, written, approved, voter))
        },
    },
];
