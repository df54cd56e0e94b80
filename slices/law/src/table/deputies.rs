//! How a deputy's seat stands, ends, and goes with others.

use elections_rules::{Recalled, Resigner, recall_deputy, resignation_route};
use kernel::AreaCode;
use law_rules::{DeputiesLaw, Rung};
use roster_rules::{Happened, UnitType, concurrent_seats_ok, status_told, unit_has_congress};

use super::Function;
use crate::{
    Kind,
    answer::{tell, tell_or},
    argument::{MOST_PEOPLE, may, must, one, or, several},
};

const COUNT: Kind = Kind::Number(0, MOST_PEOPLE);

pub const FUNCTIONS: &[Function] = &[
    Function {
        number: 21,
        name: "deputy_status",
        arguments: &[must("events", several::<Happened>()), or("law_version", one::<DeputiesLaw>(), "2025")],
        example: r#"{"events":["detained","released"],"law_version":"2025"}"#,
        call: |given, _| {
            let events: Vec<Happened> = given.words("events")?;
            tell_or(status_told(&events, given.word("law_version")?))
        },
    },
    Function {
        number: 22,
        name: "concurrent_seats_ok",
        arguments: &[must("area_codes", Kind::Areas), may("zones", Kind::Areas)],
        example: r#"{"area_codes":["43","4301","430102"]}"#,
        call: |given, _| {
            let zones: Option<Vec<AreaCode>> = given.get("zones")?;
            let areas: Vec<AreaCode> = given.get("area_codes")?;
            tell(concurrent_seats_ok(&areas, &zones.unwrap_or_default()))
        },
    },
    Function {
        number: 19,
        name: "recall_deputy",
        arguments: &[
            must("kind", one::<Recalled>()),
            may("petitioners", COUNT),
            may("electorate", Kind::Number(1, MOST_PEOPLE)),
            may("yes", COUNT),
        ],
        example: r#"{"kind":"county","petitioners":50,"electorate":4000,"yes":1900}"#,
        call: |given, _| {
            let [petitioners, electorate, yes] =
                [given.get("petitioners")?, given.get("electorate")?, given.get("yes")?];
            tell_or(recall_deputy(given.word("kind")?, petitioners, electorate, yes))
        },
    },
    Function {
        number: 20,
        name: "resignation_route",
        arguments: &[
            must("role", one::<Resigner>()),
            or("in_session", Kind::YesNo, "false"),
            may("level", one::<Rung>()),
        ],
        example: r#"{"role":"provincial_deputy","in_session":false}"#,
        call: |given, _| {
            tell_or(resignation_route(given.word("role")?, given.get("in_session")?, given.maybe::<Rung>("level")?))
        },
    },
    Function {
        number: 33,
        name: "unit_has_congress",
        arguments: &[must("type", one::<UnitType>())],
        example: r#"{"type":"街道"}"#,
        call: |given, _| tell(unit_has_congress(given.word("type")?)),
    },
];
