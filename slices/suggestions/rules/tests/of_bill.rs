//! A bill that the presidium treats as a suggestion.

use crate::scene::{LEAD, SECOND, STRANGER, Scene, day, hand, id, person, sheet, unit};
use kernel::Moment;
use suggestions_rules::{Act, Answer, Cosigner, Fact, Refusal, Sheet, Source, Suggestion, TakenOver, timeline};

fn bill(sheet: Sheet) -> TakenOver {
    let at = Moment::from_millis(5);
    let signer = |n| Cosigner { person: person(n), invited: at, answer: Answer::Confirmed(at) };
    let signers = vec![signer(SECOND), signer(STRANGER)];
    TakenOver { bill: id(30), congress: unit(0), session: id(8), lead: person(LEAD), signers, sheet }
}

fn made() -> Suggestion {
    let sheet = Sheet { source: Some(Source::Bill), ..sheet() };
    Suggestion::of_bill(id(9), bill(sheet), day("2026-03-10").start()).unwrap().0
}

#[test]
fn it_keeps_every_signer_and_lies_to_be_checked() {
    let suggestion = made();
    assert_eq!(suggestion.stage.word(), "submitted");
    assert_eq!(suggestion.signers(), [person(LEAD), person(SECOND), person(STRANGER)]);
    let sheet = Sheet { source: Some(Source::Bill), ..sheet() };
    let (_, fact) = Suggestion::of_bill(id(9), bill(sheet), day("2026-03-10").start()).unwrap();
    let signers = suggestion.signers();
    assert_eq!(fact, Fact::MadeOfBill { bill: id(30), lead: person(LEAD), signers });
    assert_eq!(timeline(&suggestion).len(), 4, "two signatures, handed in, to be accepted");
}

#[test]
fn it_goes_the_way_of_every_other_suggestion() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-11"));
    let mut suggestion = made();
    for act in [Act::Accept, Act::Number, Act::Assign, Act::SignFor] {
        suggestion = scene.act(suggestion, act, &given).unwrap().0;
    }
    assert_eq!(suggestion.stage.word(), "handling");
}

#[test]
fn nobody_says_of_another_suggestion_that_it_comes_from_a_bill_and_it_stays_said_of_this() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-11"));
    let claimed = Sheet { source: Some(Source::Bill), ..sheet() };
    let (plain, _) = Suggestion::draft(id(9), unit(0), id(8), hand(LEAD), claimed.clone());
    assert_eq!(plain.sheet.source, None);
    let (plain, _) = plain.edit(hand(LEAD), claimed, &given).unwrap();
    assert_eq!(plain.sheet.source, None);
    let (returned, _) = scene.act(made(), Act::Return, &given).unwrap();
    let (edited, _) = returned.edit(hand(LEAD), sheet(), &given).unwrap();
    assert_eq!(edited.sheet.source, Some(Source::Bill));
}

#[test]
fn a_bill_that_is_not_complete_makes_none() {
    let empty = Suggestion::of_bill(id(9), bill(Sheet::default()), day("2026-03-10").start());
    assert_eq!(empty.err(), Some(Refusal::Incomplete));
}
