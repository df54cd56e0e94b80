//! 不满意: whose word and on what makes a unit handle a matter again, how often before it may rest, and by when the office decides.

use crate::scene::{LEAD, SECOND, Scene, day, hand, id, letter, part, person, talk};
use kernel::AccountId;
use suggestions_rules::{
    Act, Awaited, Contact, Entry, Fact, Grade, Limit, Outcome, Refusal, RuleBook, Score, Suggestion, Talk,
};

const GOOD: (Score, Score) = (Score::Satisfied, Score::Satisfied);
const RESULT: (Score, Score) = (Score::Satisfied, Score::Dissatisfied);
const WORK: (Score, Score) = (Score::Dissatisfied, Score::Satisfied);

fn with(entries: &[(&str, &str)]) -> Scene {
    let entry = |(key, value): &(&str, &str)| Entry {
        key: (*key).to_owned(),
        value: (*value).to_owned(),
        grade: Grade::A,
        document: "本级办理办法".to_owned(),
    };
    let mut scene = Scene::new();
    scene.book = RuleBook::lay(entries.iter().map(entry).collect()).unwrap();
    scene
}

/// Answered with a class on a day, to two signers.
fn answer(scene: &Scene, of: Suggestion, class: &str, on: &str) -> Suggestion {
    let given = scene.on(day(on));
    let (of, _) = of.draft_reply(part(1), letter()).unwrap();
    let (of, _) = scene.act(of, Act::SendToCheck, &given).unwrap();
    let (of, _) = scene.act(of, Act::Pass, &given).unwrap();
    let head = AccountId::from_uuid(id::<()>(60).uuid());
    let (of, _) = of.sign_reply(part(1), head, class, &given).unwrap();
    of.deliver(part(1), &given).unwrap().0
}

fn answered(scene: &Scene, class: &str) -> Suggestion {
    use Act::{Accept, Assign, Cosign, Invite, Number, SignFor, Submit};
    let acts = [Invite, Cosign, Submit, Accept, Number, Assign, SignFor];
    let (of, _) = scene.play(&acts, &scene.on(day("2026-03-10")));
    answer(scene, of, class, "2026-03-10")
}

fn says(scene: &Scene, of: Suggestion, who: u8, scores: (Score, Score), on: &str) -> Suggestion {
    of.judge(part(1), hand(who), scores, Some(id(74)), &scene.on(day(on))).unwrap().0
}

fn again(scene: &Scene, of: Suggestion, on: &str) -> Suggestion {
    let (of, _) = of.order_redo(part(1), id(75), &scene.on(day(on))).unwrap();
    answer(scene, of, "A", on)
}

/// Whose word on a reply, under which entries of the book, and whether it obliges.
type Line<'a> = (&'a str, &'a [(&'a str, &'a str)], u8, (Score, Score), bool);

#[test]
fn whose_word_and_on_what_asks_for_a_redo_is_the_congress_s_own_rule() {
    let only_result: &[(&str, &str)] = &[("redo.scores", "result")];
    let every: &[(&str, &str)] = &[("redo.signers", "every")];
    let table: [Line<'_>; 8] = [
        ("the lead on the result", &[], LEAD, RESULT, true),
        ("the lead on the work alone", &[], LEAD, WORK, true),
        ("the same where the result counts alone", only_result, LEAD, WORK, false),
        ("the result there", only_result, LEAD, RESULT, true),
        ("who seconds it", &[], SECOND, RESULT, false),
        ("the same where everybody counts", every, SECOND, RESULT, true),
        ("on the work", every, SECOND, WORK, true),
        ("nobody", every, SECOND, GOOD, false),
    ];
    for (name, entries, who, scores, asks) in table {
        let scene = with(entries);
        let of = says(&scene, answered(&scene, "A"), who, scores, "2026-03-12");
        let other = if who == LEAD { SECOND } else { LEAD };
        let of = says(&scene, of, other, GOOD, "2026-03-12");
        let closed = of.close(&scene.on(day("2026-03-12"))).map(|_| ());
        assert_eq!(closed, if asks { Err(Refusal::RedoOutstanding) } else { Ok(()) }, "{name}");
    }
}

#[test]
fn a_redo_for_a_second_s_sake_does_not_spare_the_lead_s_first_rejection_another() {
    let scene = Scene::new();
    let of = says(&scene, answered(&scene, "A"), LEAD, GOOD, "2026-03-12");
    let of = says(&scene, of, SECOND, RESULT, "2026-03-12");
    let of = again(&scene, of, "2026-03-16");
    let of = says(&scene, of, SECOND, GOOD, "2026-03-17");
    let of = says(&scene, of, LEAD, RESULT, "2026-03-17");
    let given = scene.on(day("2026-03-18"));
    assert_eq!(of.clone().close(&given), Err(Refusal::RedoOutstanding), "the second round is the lead's first no");
    assert!(of.met_enough(&[], &scene.book).is_ok(), "a meeting is asked for after the second");
    let of = again(&scene, of, "2026-03-18");
    let of = says(&scene, of, LEAD, RESULT, "2026-03-19");
    let of = says(&scene, of, SECOND, GOOD, "2026-03-19");
    assert_eq!(of.met_enough(&[], &scene.book), Err(Refusal::FaceToFaceFirst));
    let (_, fact) = of.close(&scene.on(day("2026-03-19"))).unwrap();
    assert_eq!(fact, Fact::Closed { outcome: Outcome::Dissatisfied });
}

#[test]
fn a_first_rejection_after_a_matter_was_taken_up_again_is_redone_like_any_first() {
    let scene = Scene::new();
    let of = says(&scene, answered(&scene, "D"), LEAD, GOOD, "2026-03-12");
    let (of, _) = of.close(&scene.on(day("2026-03-25"))).unwrap();
    let (of, _) = of.reopen(part(1), id(98), &scene.on(day("2026-05-06"))).unwrap();
    let of = answer(&scene, of, "A", "2026-05-20");
    let of = says(&scene, of, LEAD, RESULT, "2026-05-21");
    let later = scene.on(day("2026-06-10"));
    assert_eq!(of.clone().close(&later), Err(Refusal::RedoOutstanding));
    let of = again(&scene, of, "2026-06-10");
    let of = says(&scene, of, LEAD, RESULT, "2026-06-11");
    assert_eq!(of.met_enough(&[], &scene.book), Err(Refusal::FaceToFaceFirst), "and the second is met");
    assert!(of.close(&scene.on(day("2026-06-22"))).is_ok());
}

#[test]
fn where_everybody_s_word_counts_whoever_rejects_again_is_met() {
    let scene = with(&[("redo.signers", "every")]);
    let of = says(&scene, answered(&scene, "A"), SECOND, RESULT, "2026-03-12");
    let of = again(&scene, of, "2026-03-16");
    let of = says(&scene, of, SECOND, RESULT, "2026-03-17");
    let met = |who| -> Contact {
        let told = Talk { way: "talk".to_owned(), with: person(who), ..talk(day("2026-03-18")) };
        of.record_contact(part(1), id(77), told, &scene.on(day("2026-03-18"))).unwrap().0
    };
    assert_eq!(of.met_enough(&[met(LEAD)], &scene.book), Err(Refusal::FaceToFaceFirst));
    assert!(of.met_enough(&[met(SECOND)], &scene.book).is_ok());
}

#[test]
fn from_the_first_dissatisfied_word_the_office_has_a_day_to_decide() {
    let scene = Scene::new();
    let awaits = |of: &Suggestion| of.stage.handling().unwrap().handlers.find(part(1)).unwrap().awaits();
    let of = answered(&scene, "A");
    assert_eq!(awaits(&of), (Awaited::Judgement, Some(day("2026-03-20"))));
    // Five working days after Thursday 12 March.
    let of = says(&scene, of, SECOND, WORK, "2026-03-12");
    assert_eq!(awaits(&of), (Awaited::Redo, Some(day("2026-03-19"))));
    let of = says(&scene, of, LEAD, RESULT, "2026-03-16");
    assert_eq!(awaits(&of), (Awaited::Redo, Some(day("2026-03-19"))), "a second no moves nothing");
    assert_eq!(awaits(&of.clone().veiled(day("2026-03-20"))).0, Awaited::Judgement, "the unit reads nothing of it");
    let round = of.stage.handling().unwrap().handlers.find(part(1)).unwrap().round().unwrap().clone();
    let from = round.first_dissatisfied().unwrap();
    let told = scene.on(day("2026-03-25")).explain(Limit::OrderRedo, from);
    assert_eq!((from, told.due.day, told.rule.grade), (day("2026-03-12"), day("2026-03-19"), Grade::D));
    let of = again(&scene, of, "2026-03-25");
    assert_eq!(awaits(&of).0, Awaited::Judgement, "the order ends it, late or not");
}

#[test]
fn a_congress_may_hear_every_signer_out_before_it_orders_another_round() {
    let waits: &[(&str, &str)] = &[("redo.order", "after-window")];
    let table = [
        (&[][..], "2026-03-12", Ok("2026-03-18")),
        (waits, "2026-03-12", Err(Refusal::JudgementsOutstanding)),
        (waits, "2026-03-20", Err(Refusal::JudgementsOutstanding)),
        (waits, "2026-03-21", Ok("2026-03-27")),
    ];
    for (entries, on, decided) in table {
        let scene = with(entries);
        let of = says(&scene, answered(&scene, "A"), LEAD, RESULT, "2026-03-11");
        let round = of.stage.handling().unwrap().handlers.find(part(1)).unwrap().round().cloned().unwrap();
        let given = scene.on(day(on));
        let done = of.clone().order_redo(part(1), id(75), &given).map(|_| round.redo_by().unwrap());
        assert_eq!(done, decided.map(day), "{entries:?} {on}");
        assert!(of.drift(&[Limit::OrderRedo], &given).is_empty(), "the day stands as it was counted");
        let heard = says(&scene, of, SECOND, GOOD, "2026-03-12");
        assert!(heard.order_redo(part(1), id(75), &scene.on(day("2026-03-12"))).is_ok(), "everybody has spoken");
    }
}
