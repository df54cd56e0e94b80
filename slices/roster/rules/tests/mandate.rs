//! The life of a mandate: every verb in every standing, and no way into an impossible one.

use kernel::{Day, Refusal};
use proptest::prelude::*;
use roster_rules::{EndReason, Ground, Standing, StandingName};

fn day(n: i32) -> Day {
    Day::new(2025, 4, 1).unwrap().plus_days(n)
}

/// One standing of each name, each reached on day 0 of that standing.
fn each() -> [Standing; 5] {
    let elected = Standing::Elected { elected: day(0) };
    let confirmed = elected.confirmed_on(day(1)).unwrap();
    let in_office = confirmed.taken_up_on(day(2)).unwrap();
    let suspended = in_office.suspended_on(day(3), Ground::Custody).unwrap();
    let ended = in_office.ended_on(day(4), EndReason::Resigned).unwrap();
    [elected, confirmed, in_office, suspended, ended]
}

#[test]
fn each_verb_is_allowed_in_its_own_standing_only() {
    use StandingName::{Confirmed, Elected, Ended, InOffice, Suspended};
    for standing in each() {
        let leads = [
            ("confirm", standing.confirmed_on(day(9)), Confirmed, &[Elected][..]),
            ("take up", standing.taken_up_on(day(9)), InOffice, &[Confirmed]),
            ("suspend", standing.suspended_on(day(9), Ground::Sentence), Suspended, &[InOffice]),
            ("resume", standing.resumed_on(day(9)), InOffice, &[Suspended]),
            ("end", standing.ended_on(day(9), EndReason::Recalled), Ended, &[Elected, Confirmed, InOffice, Suspended]),
        ];
        for (verb, outcome, to, from) in leads {
            match outcome {
                Ok(next) => {
                    assert!(from.contains(&standing.name()), "{verb} from {}", standing.name());
                    assert_eq!(next.name(), to, "{verb}");
                }
                Err(refused) => {
                    assert!(!from.contains(&standing.name()), "{verb} from {}", standing.name());
                    assert_eq!(refused.kind, Refusal::NotNow);
                }
            }
        }
    }
}

#[test]
fn no_step_is_dated_before_the_one_it_follows() {
    let [elected, confirmed, in_office, suspended, _] = each();
    for early in [
        elected.confirmed_on(day(-1)),
        confirmed.taken_up_on(day(0)),
        in_office.suspended_on(day(1), Ground::Custody),
        suspended.resumed_on(day(2)),
        in_office.ended_on(day(1), EndReason::Died),
    ] {
        assert_eq!(early.unwrap_err().key, "roster-refused-day-too-early");
    }
}

#[test]
fn reasons_must_be_known_to_the_law_of_the_day() {
    let elected = Standing::Elected { elected: Day::new(2022, 1, 1).unwrap() };
    let before = elected.ended_on(Day::new(2025, 3, 11).unwrap(), EndReason::OrderedToResign);
    assert_eq!(before.unwrap_err().key, "roster-refused-reason-unknown-to-law");
    assert!(elected.ended_on(Day::new(2025, 3, 12).unwrap(), EndReason::OrderedToResign).is_ok());
}

#[test]
fn an_election_once_confirmed_is_not_called_void() {
    let [elected, confirmed, ..] = each();
    assert!(elected.ended_on(day(9), EndReason::ElectionVoid).is_ok());
    assert_eq!(
        confirmed.ended_on(day(9), EndReason::ElectionVoid).unwrap_err().key,
        "roster-refused-already-confirmed"
    );
}

proptest! {
    #[test]
    fn whatever_is_tried_the_days_stay_in_order_and_an_end_is_for_good(steps in prop::collection::vec((0..5_u8, -3..30_i32), 0..40)) {
        let mut standing = Standing::Elected { elected: day(0) };
        for (verb, at) in steps {
            let tried = match verb {
                0 => standing.confirmed_on(day(at)),
                1 => standing.taken_up_on(day(at)),
                2 => standing.suspended_on(day(at), Ground::Custody),
                3 => standing.resumed_on(day(at)),
                _ => standing.ended_on(day(at), EndReason::MovedAway),
            };
            prop_assert!(tried.is_err() || standing.name() != StandingName::Ended);
            standing = tried.unwrap_or(standing);
            let days: Vec<Day> = match standing {
                Standing::Elected { elected } => vec![elected],
                Standing::Confirmed { elected, confirmed } => vec![elected, confirmed],
                Standing::InOffice { elected, confirmed, began } => vec![elected, confirmed, began],
                Standing::Suspended { elected, confirmed, began, suspended, .. } => vec![elected, confirmed, began, suspended],
                Standing::Ended { elected, confirmed, began, ended, .. } =>
                    [Some(elected), confirmed, began, Some(ended)].into_iter().flatten().collect(),
            };
            prop_assert!(days.is_sorted(), "{standing:?}");
        }
    }
}
