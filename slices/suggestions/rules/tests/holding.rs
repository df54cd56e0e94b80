//! 审查占用 by the clock.

use crate::scene::{Scene, day, id};
use kernel::AccountId;
use suggestions_rules::{Act, Fact, Given, Hold, Refusal};

fn account(n: u8) -> AccountId {
    id(n)
}

fn after<'a>(given: &Given<'a>, minutes: i64) -> Given<'a> {
    Given { now: given.now.plus_millis(minutes * 60_000), ..*given }
}

#[test]
fn it_lasts_ten_minutes_from_the_last_renewal_and_keeps_its_beginning() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let first = Hold::take(None, account(1), &given).unwrap();
    assert_eq!(first.until, given.now.plus_millis(600_000));
    let later = after(&given, 9);
    let renewed = Hold::take(Some(first), account(1), &later).unwrap();
    assert_eq!((renewed.since, renewed.until), (given.now, later.now.plus_millis(600_000)));
    assert!(!renewed.stands(renewed.until), "it has lapsed the moment it ends");
    let anew = Hold::take(Some(first), account(1), &after(&given, 10)).unwrap();
    assert_eq!(anew.since, after(&given, 10).now, "what has lapsed begins anew");
}

#[test]
fn another_is_told_who_has_it_until_it_lapses() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let first = Hold::take(None, account(1), &given).unwrap();
    assert_eq!(Hold::take(Some(first), account(2), &after(&given, 9)), Err(first));
    assert!(first.bars(account(2), given.now) && !first.bars(account(1), given.now));
    assert_eq!(Hold::take(Some(first), account(2), &after(&given, 10)).map(|hold| hold.by), Ok(account(2)));
}

#[test]
fn only_what_lies_to_be_checked_is_taken_over() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let (submitted, _) = scene.play(&[Act::Submit], &given);
    let (_, fact) = submitted.take_over_check(account(1)).unwrap();
    assert_eq!(fact, Fact::CheckTakenOver { from: account(1) });
    let (accepted, _) = scene.play(&[Act::Submit, Act::Accept], &given);
    assert!(matches!(accepted.take_over_check(account(1)), Err(Refusal::NotNow { act: Act::Check, .. })));
}
