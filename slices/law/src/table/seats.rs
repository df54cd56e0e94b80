//! How many seats, for whom, how many members.

use elections_rules::{allocate_seats, minority_rule, ward_check};
use law_rules::Rung;
use roster_rules::{committee_size_range, seats_told};

use super::Function;
use crate::{
    Kind,
    answer::tell_or,
    argument::{MOST_MEMBERS, MOST_PEOPLE, may, must, one, or},
};

const PEOPLE: Kind = Kind::Number(0, MOST_PEOPLE);
const SEATS: Kind = Kind::Number(1, MOST_MEMBERS);

pub const FUNCTIONS: &[Function] = &[
    Function {
        number: 1,
        name: "deputy_quota",
        arguments: &[must("level", one::<Rung>()), must("population", PEOPLE), or("plus5", Kind::YesNo, "false")],
        example: r#"{"level":"county","population":857000}"#,
        call: |given, _| tell_or(seats_told(given.word("level")?, given.get("population")?, given.get("plus5")?)),
    },
    Function {
        number: 3,
        name: "allocate_seats",
        arguments: &[
            must("populations", Kind::Units),
            must("seats", Kind::Number(0, MOST_MEMBERS)),
            or("base_each", Kind::Number(0, 1_000), "0"),
            or("min_each", Kind::Number(0, 1_000), "0"),
        ],
        example: r#"{"populations":[120000,80000,45000,1200],"seats":60,"min_each":1}"#,
        call: |given, _| {
            let populations: Vec<_> = given.get("populations")?;
            tell_or(allocate_seats(&populations, given.get("seats")?, given.get("base_each")?, given.get("min_each")?))
        },
    },
    Function {
        number: 4,
        name: "ward_check",
        arguments: &[
            must("total_pop", PEOPLE),
            must("total_seats", SEATS),
            must("ward_pop", PEOPLE),
            must("ward_seats", Kind::Number(0, 1_000)),
            may("tolerance", Kind::Number(0, 1_000)),
        ],
        example: r#"{"total_pop":857000,"total_seats":311,"ward_pop":8100,"ward_seats":3}"#,
        call: |given, _| {
            let [people, ward] = [given.get("total_pop")?, given.get("ward_pop")?];
            let [all, own] = [given.get("total_seats")?, given.get("ward_seats")?];
            tell_or(ward_check(people, all, ward, own, given.get("tolerance")?))
        },
    },
    Function {
        number: 5,
        name: "minority_rule",
        arguments: &[must("total_pop", PEOPLE), must("group_pop", PEOPLE), must("total_seats", SEATS)],
        example: r#"{"total_pop":300000,"group_pop":60000,"total_seats":200}"#,
        call: |given, _| {
            tell_or(minority_rule(given.get("total_pop")?, given.get("group_pop")?, given.get("total_seats")?))
        },
    },
    Function {
        number: 23,
        name: "committee_size_range",
        arguments: &[must("level", one::<Rung>()), must("population", PEOPLE)],
        example: r#"{"level":"county","population":857000}"#,
        call: |given, _| tell_or(committee_size_range(given.word("level")?, given.get("population")?)),
    },
];
