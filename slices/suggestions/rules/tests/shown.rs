//! A draft that is shown before it is signed: to whom and while what, who answers, what is taken back, who reads it until when.

use crate::scene::{LEAD, SECOND, STRANGER, Scene, day, hand, id, part, person};
use suggestions_rules::{Act, Fact, Refusal, Round, ShownDraft, ShownEnd, Suggestion};

const TO_DRAFT: [Act; 8] = {
    use Act::*;
    [Invite, Cosign, Submit, Accept, Number, Assign, SignFor, DraftReply]
};

/// Seconded by one and drafted by the unit on 10 March; then so much more.
fn after(scene: &Scene, more: &[Act]) -> Suggestion {
    let way: Vec<Act> = TO_DRAFT.into_iter().chain(more.iter().copied()).collect();
    scene.play(&way, &scene.on(day("2026-03-10"))).0
}

fn shown(scene: &Scene, of: &Suggestion, to: u8, earlier: &[ShownDraft]) -> Result<ShownDraft, Refusal> {
    let given = scene.on(day("2026-03-11"));
    of.show_draft(part(1), (id(99), person(to)), earlier, &given).map(|(shown, _)| shown)
}

fn round(of: &Suggestion) -> &Round {
    of.stage.handling().unwrap().handlers.find(part(1)).unwrap().round().unwrap()
}

fn stage_of(refused: &Refusal) -> &'static str {
    match refused {
        Refusal::NotNow { stage, .. } => stage,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_draft_is_shown_to_signers_while_it_is_written_and_checked() {
    use Act::*;
    let scene = Scene::new();
    let table: [(&[Act], Option<&str>); 6] = [
        (&[], None),
        (&[SendToCheck], None),
        (&[SendToCheck, SendBack], None),
        (&[SendToCheck, Pass], None),
        (&[SendToCheck, Pass, SignReply], Some("signed")),
        (&[SendToCheck, Pass, SignReply, Deliver], Some("delivered")),
    ];
    for (more, refused) in table {
        let found = shown(&scene, &after(&scene, more), LEAD, &[]);
        assert_eq!(found.as_ref().err().map(stage_of), refused, "{more:?}");
    }
    let of = after(&scene, &[]);
    assert_eq!(shown(&scene, &of, SECOND, &[]).unwrap().to, person(SECOND));
    assert_eq!(shown(&scene, &of, STRANGER, &[]), Err(Refusal::ShownToUnfit));
    let given = scene.on(day("2026-03-11"));
    assert_eq!(of.show_draft(part(9), (id(99), person(LEAD)), &[], &given).err(), Some(Refusal::NoAssignment));
}

#[test]
fn a_letter_that_is_not_begun_a_co_unit_and_a_withdrawn_matter_show_nothing() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let begun = scene.play(&TO_DRAFT[..7], &given).0;
    assert_eq!(shown(&scene, &begun, LEAD, &[]).as_ref().map_err(stage_of), Err("awaited"));
    let of = after(&scene, &[]);
    let co = of.show_draft(part(2), (id(99), person(LEAD)), &[], &given);
    assert!(matches!(co, Err(Refusal::NotNow { act: Act::ShowDraft, .. })), "{co:?}");
    let gone = after(&scene, &[Act::Withdraw]);
    assert_eq!(shown(&scene, &gone, LEAD, &[]).as_ref().map_err(stage_of), Err("withdrawn"));
}

#[test]
fn who_has_not_answered_is_not_asked_again_and_who_has_may_be() {
    let scene = Scene::new();
    let of = after(&scene, &[]);
    let first = shown(&scene, &of, LEAD, &[]).unwrap();
    let waiting = std::slice::from_ref(&first);
    assert_eq!(shown(&scene, &of, LEAD, waiting), Err(Refusal::ShownAlready));
    assert!(shown(&scene, &of, SECOND, waiting).is_ok(), "each for themselves");
    let given = scene.on(day("2026-03-12"));
    let (answered, _) = first.clone().answer(&of, hand(LEAD), (7, None), &given).unwrap();
    assert!(shown(&scene, &of, LEAD, &[answered]).is_ok());
    let (back, _) = first.take_back(&of, &given).unwrap();
    assert!(shown(&scene, &of, LEAD, &[back]).is_ok());
}

#[test]
fn that_deputy_answers_once_and_the_answer_says_of_which_letter() {
    let scene = Scene::new();
    let of = after(&scene, &[]);
    let one = shown(&scene, &of, LEAD, &[]).unwrap();
    let given = scene.on(day("2026-03-12"));
    assert_eq!(one.clone().answer(&of, hand(SECOND), (7, None), &given), Err(Refusal::NotShown));
    let words = Some(id(96));
    let (answered, fact) = one.answer(&of, hand(LEAD), (7, words), &given).unwrap();
    assert_eq!(answered.end, ShownEnd::Answered { at: given.now, letter: 7, words });
    assert!(matches!(fact, Fact::DraftAnswered { by, words: said, .. } if by == person(LEAD) && said == words));
    assert_eq!(answered.clone().answer(&of, hand(LEAD), (7, None), &given), Err(Refusal::ShownAnswered));
    assert_eq!(answered.take_back(&of, &given), Err(Refusal::ShownAnswered));
}

#[test]
fn another_may_answer_for_the_deputy_who_asked() {
    let scene = Scene::new();
    let of = after(&scene, &[]);
    let one = shown(&scene, &of, LEAD, &[]).unwrap();
    let by_another = suggestions_rules::Hand { through: Some(id(60)), ..hand(LEAD) };
    assert!(one.answer(&of, by_another, (7, None), &scene.on(day("2026-03-12"))).is_ok());
}

#[test]
fn a_signature_ends_it_and_what_was_not_answered_stays_so() {
    use Act::*;
    let scene = Scene::new();
    let one = shown(&scene, &after(&scene, &[]), LEAD, &[]).unwrap();
    let given = scene.on(day("2026-03-12"));
    let written = after(&scene, &[SendToCheck, Pass]);
    assert!(one.opens(round(&written)) && one.waits(round(&written)));
    let signed = after(&scene, &[SendToCheck, Pass, SignReply]);
    assert!(!one.opens(round(&signed)) && !one.waits(round(&signed)));
    let late = one.clone().answer(&signed, hand(LEAD), (7, None), &given).unwrap_err();
    assert_eq!(late, Refusal::NotNow { act: AnswerDraft, stage: "signed" });
    assert_eq!(one.take_back(&signed, &given).unwrap_err(), Refusal::NotNow { act: ShowDraft, stage: "signed" });
}

#[test]
fn what_was_shown_of_the_first_reply_does_not_open_the_second() {
    use Act::*;
    let scene = Scene::new();
    let one = shown(&scene, &after(&scene, &[]), LEAD, &[]).unwrap();
    let again = after(&scene, &[SendToCheck, Pass, SignReply, Deliver, Judge, OrderRedo, DraftReply]);
    assert_eq!(round(&again).ordinal, 2);
    assert!(!one.opens(round(&again)), "the first letter was shown, not this one");
    let given = scene.on(day("2026-03-12"));
    assert!(matches!(one.clone().answer(&again, hand(LEAD), (7, None), &given), Err(Refusal::NotNow { .. })));
    assert!(shown(&scene, &again, LEAD, &[one]).is_ok(), "and the second may be shown");
}

#[test]
fn who_answered_reads_on_until_it_is_signed_and_who_it_was_taken_from_does_not() {
    let scene = Scene::new();
    let of = after(&scene, &[]);
    let one = shown(&scene, &of, LEAD, &[]).unwrap();
    let given = scene.on(day("2026-03-12"));
    let (answered, _) = one.clone().answer(&of, hand(LEAD), (7, None), &given).unwrap();
    assert!(answered.opens(round(&of)) && !answered.waits(round(&of)));
    let (back, fact) = one.take_back(&of, &given).unwrap();
    assert!(!back.opens(round(&of)));
    assert_eq!(fact, Fact::DraftTakenBack { shown: back.id, assignment: part(1) });
}
