//! What was entered wrongly of a mandate: every thing in every standing, and no way into what could not have been entered.

use kernel::{Day, Refusal};
use proptest::prelude::*;
use roster_rules::{Corrected, Correction, EndReason, Ground, Standing};

fn day(n: i32) -> Day {
    Day::new(2025, 4, 1).unwrap().plus_days(n)
}

fn each() -> [Standing; 5] {
    let elected = Standing::Elected { elected: day(0) };
    let confirmed = elected.confirmed_on(day(1)).unwrap();
    let in_office = confirmed.taken_up_on(day(2)).unwrap();
    let suspended = in_office.suspended_on(day(3), Ground::Custody).unwrap();
    let ended = in_office.ended_on(day(4), EndReason::Resigned).unwrap();
    [elected, confirmed, in_office, suspended, ended]
}

#[test]
fn what_was_never_entered_is_not_corrected() {
    use Corrected::{Began, Confirmed, Elected, Ended, Suspended};
    let has: [&[Corrected]; 5] = [
        &[Elected],
        &[Elected, Confirmed],
        &[Elected, Confirmed, Began],
        &[Elected, Confirmed, Began, Suspended],
        &[Elected, Confirmed, Began, Ended],
    ];
    for (standing, has) in each().into_iter().zip(has) {
        for (n, of) in [Elected, Confirmed, Began, Suspended, Ended].into_iter().enumerate() {
            let at = if of == Ended { 4 } else { i32::try_from(n).unwrap() };
            let corrected = standing.corrected(Correction::Day(of, day(at)));
            assert_eq!(corrected.is_ok(), has.contains(&of), "{of} of {}", standing.name());
            if let Err(refused) = corrected {
                assert_eq!((refused.kind, refused.key), (Refusal::NotNow, "roster-refused-nothing-to-correct"));
            }
        }
    }
}

#[test]
fn days_stay_in_order_and_an_end_stays_one_the_law_knows() {
    let [elected, _, in_office, _, ended] = each();
    let late = in_office.corrected(Correction::Day(Corrected::Elected, day(9))).unwrap_err();
    assert_eq!(late.key, "roster-refused-days-out-of-order");
    assert!(elected.corrected(Correction::Day(Corrected::Elected, day(9))).is_ok());
    let early = ended.corrected(Correction::Day(Corrected::Ended, day(1))).unwrap_err();
    assert_eq!(early.key, "roster-refused-days-out-of-order");
    assert!(matches!(
        ended.corrected(Correction::Reason(EndReason::Died)),
        Ok(Standing::Ended { reason: EndReason::Died, .. })
    ));
    let void = ended.corrected(Correction::Reason(EndReason::ElectionVoid)).unwrap_err();
    assert_eq!(void.key, "roster-refused-already-confirmed");
    assert!(in_office.corrected(Correction::Reason(EndReason::Died)).is_err());
}

#[test]
fn the_last_step_is_taken_back_and_the_one_before_it() {
    let [elected, confirmed, in_office, suspended, ended] = each();
    for (after, before) in [(confirmed, elected), (in_office, confirmed), (suspended, in_office), (ended, in_office)] {
        assert_eq!(after.corrected(Correction::TakenBack), Ok(before));
    }
    let void = elected.ended_on(day(5), EndReason::ElectionVoid).unwrap();
    assert_eq!(void.taken_back(), Some(elected));
    assert!(elected.corrected(Correction::TakenBack).is_err());
}

proptest! {
    #[test]
    fn a_correction_leads_to_nothing_that_could_not_have_been_entered(of in 0..5_usize, at in -3..12_i32, n in 0..5_usize) {
        let all = [Corrected::Elected, Corrected::Confirmed, Corrected::Began, Corrected::Suspended, Corrected::Ended];
        if let Ok(after) = each()[n].corrected(Correction::Day(all[of], day(at))) {
            let days: Vec<Day> = after.entered().into_iter().filter_map(|(_, day)| day).collect();
            prop_assert!(days.is_sorted(), "{after:?}");
            prop_assert_eq!(after.name(), each()[n].name());
        }
    }
}
