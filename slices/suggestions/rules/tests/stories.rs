//! What the law and the offices expect, one sentence a test.

use crate::scene::{LEAD, SECOND, STRANGER, Scene, day, hand, handler, id, letter, part, person, sheet, unit, ways};
use kernel::{AccountId, Day, Span, TextError};
use proptest::prelude::*;
use suggestions_rules::{
    Act, Answer, Defect, Entered, Entry, Fact, Form, Grade, Hand, Handler, Limit, Mark, MendRefusal, Number,
    NumberPattern, Occasion, Outcome, Refusal, Role, RuleBook, Ruling, Score, Sheet, Stage, Step, Suggestion, timeline,
};

fn until(name: &str, on: Day) -> (Scene, Suggestion) {
    let scene = Scene::new();
    let way = ways().into_iter().find(|(stage, _)| *stage == name).unwrap().1;
    let (suggestion, _) = scene.play(&way, &scene.on(on));
    (scene, suggestion)
}

fn typed_by_a_clerk() -> Hand {
    Hand { person: person(LEAD), through: Some(AccountId::from_uuid(id::<()>(50).uuid())) }
}

#[test]
fn replies_are_due_three_months_after_assignment_and_a_missing_day_is_the_months_last() {
    for (assigned, due) in [("2026-03-10", "2026-06-10"), ("2025-11-30", "2026-02-28"), ("2026-08-31", "2026-11-30")] {
        let (_, suggestion) = until("handling: lead unit waiting", day(assigned));
        let part = suggestion.stage.handling().unwrap().handlers.find(part(1)).unwrap().clone();
        assert_eq!(part.due, day(due));
    }
}

#[test]
fn an_objection_comes_within_seven_working_days_and_not_after() {
    let (scene, suggestion) = until("handling: lead unit waiting", day("2026-03-10"));
    for (on, late) in [("2026-03-19", false), ("2026-03-20", true)] {
        let tried = suggestion.clone().object(part(1), unit(3), id(77), &scene.on(day(on)));
        assert_eq!(tried.err(), late.then_some(Refusal::ObjectionLate), "{on}");
    }
}

#[test]
fn passing_on_restarts_only_the_new_units_clocks_and_counts_the_hop() {
    let (scene, suggestion) = until("handling: lead unit objects", day("2026-03-10"));
    let given = scene.on(day("2026-03-16"));
    let ruling = Ruling::PassOn(handler(3));
    let (suggestion, fact) = suggestion.rule_objection(part(1), ruling, id(78), &given).unwrap();
    let handlers = &suggestion.stage.handling().unwrap().handlers;
    let (new, co) = (handlers.find(part(3)).unwrap(), handlers.find(part(2)).unwrap());
    assert_eq!((new.role, new.due, new.after), (Role::Lead, day("2026-06-16"), Some(part(1))));
    assert_eq!(co.due, day("2026-04-09"), "the co-unit's thirty days run from its own assignment");
    assert!(matches!(fact, Fact::PassedOn { hops: 1, .. }));
    assert_eq!((handlers.hops(part(3)), handlers.replying().count()), (1, 1));
}

#[test]
fn the_second_ruling_is_final_and_a_unit_that_passed_it_on_does_not_get_it_back() {
    let (scene, suggestion) = until("handling: passed on", day("2026-03-10"));
    let given = scene.on(day("2026-03-11"));
    let (suggestion, _) = suggestion.object(part(3), unit(1), id(77), &given).unwrap();
    let back = Ruling::PassOn(Handler { id: part(4), unit: unit(1) });
    assert_eq!(
        suggestion.clone().rule_objection(part(3), back, id(78), &given).err(),
        Some(Refusal::Mending(MendRefusal::UnitHadIt))
    );
    let (suggestion, _) = suggestion.rule_objection(part(3), Ruling::Refuse, id(78), &given).unwrap();
    assert_eq!(suggestion.object(part(3), unit(4), id(77), &given).err(), Some(Refusal::ObjectionsUsedUp));
}

#[test]
fn a_refused_objection_leaves_the_draft_and_the_day_as_they_were() {
    let (scene, suggestion) = until("handling: reply drafted", day("2026-03-10"));
    let given = scene.on(day("2026-03-12"));
    let before = suggestion.stage.handling().unwrap().handlers.find(part(1)).unwrap().clone();
    let (suggestion, _) = suggestion.object(part(1), unit(3), id(77), &given).unwrap();
    let (suggestion, _) = suggestion.rule_objection(part(1), Ruling::Refuse, id(78), &given).unwrap();
    let after = suggestion.stage.handling().unwrap().handlers.find(part(1)).unwrap();
    assert_eq!((&after.work, after.due), (&before.work, before.due));
    assert_eq!(after.settled.len(), 1, "and the ruling is kept");
}

#[test]
fn an_extension_is_asked_before_the_day_once_and_within_six_months() {
    let (scene, suggestion) = until("handling: reply awaited", day("2026-03-10"));
    let ask = |on: &str, till: &str| suggestion.clone().ask_extension(part(1), day(till), id(79), &scene.on(day(on)));
    for (on, till, answer) in [
        ("2026-06-10", "2026-09-10", None),
        ("2026-06-11", "2026-09-10", Some(Refusal::ExtensionLate)),
        ("2026-06-10", "2026-09-11", Some(Refusal::ExtensionUnfit)),
        ("2026-06-10", "2026-06-10", Some(Refusal::ExtensionUnfit)),
    ] {
        assert_eq!(ask(on, till).err(), answer, "asked on {on} until {till}");
    }
    let (asked, _) = ask("2026-06-10", "2026-08-31").unwrap();
    let given = scene.on(day("2026-06-11"));
    assert_eq!(asked.clone().answer_extension(part(1), false, None, &given).err(), Some(Refusal::ReasonNeeded));
    let (granted, fact) = asked.answer_extension(part(1), true, None, &given).unwrap();
    assert!(
        matches!(fact, Fact::ExtensionGranted { was, due, .. } if was == day("2026-06-10") && due == day("2026-08-31"))
    );
    let granted_part = granted.stage.handling().unwrap().handlers.find(part(1)).unwrap();
    assert_eq!(granted_part.round().unwrap().due, day("2026-08-31"));
    let again = granted.ask_extension(part(1), day("2026-09-10"), id(79), &given);
    assert_eq!(again.err(), Some(Refusal::ExtensionsUsedUp));
}

#[test]
fn a_paper_is_refused_only_after_it_was_returned_and_only_with_the_deputys_word() {
    let (scene, fresh) = until("submitted", day("2026-03-10"));
    let given = scene.on(day("2026-03-12"));
    assert_eq!(fresh.refuse("litigation", "letter", id(80), &given).err(), Some(Refusal::ReturnFirst));
    let (_, again) = until("submitted again", day("2026-03-10"));
    assert_eq!(again.clone().refuse("taste", "letter", id(80), &given).err(), Some(Refusal::UnknownGround));
    let (refusing, _) = again.refuse("litigation", "letter", id(80), &given).unwrap();
    let by_clerk = refusing.clone().acknowledge_refusal(typed_by_a_clerk(), &given);
    assert_eq!(by_clerk.err(), Some(Refusal::InPerson(Act::AcknowledgeRefusal)));
    let (refused, _) = refusing.acknowledge_refusal(hand(LEAD), &given).unwrap();
    assert!(matches!(refused.stage, Stage::Refused { .. }) && refused.stage.numbered().is_none());
}

#[test]
fn what_the_deputy_insists_upon_is_not_refused_again_even_when_returned_once_more() {
    let (scene, insisted) = until("insisted upon", day("2026-03-10"));
    let given = scene.on(day("2026-03-12"));
    let refused = insisted.clone().refuse("other", "reference", id(80), &given);
    assert_eq!(refused.err(), Some(Refusal::InsistedUpon));
    let (returned, _) = insisted.return_for_editing(id(71), &given).unwrap();
    let (again, _) = returned.submit(hand(LEAD), id(8), Occasion::Between, &given).unwrap();
    assert_eq!(again.refuse("other", "reference", id(80), &given).err(), Some(Refusal::InsistedUpon));
}

#[test]
fn complex_matters_have_six_months() {
    let scene = Scene::new();
    for (assigned, due) in [("2026-03-10", "2026-09-10"), ("2025-11-30", "2026-05-30"), ("2026-08-31", "2027-02-28")] {
        assert_eq!(scene.on(day(assigned)).due(Limit::ReplyComplex), day(due));
    }
}

#[test]
fn a_co_unit_has_thirty_days_and_every_unit_three_working_days_to_sign() {
    let (_, suggestion) = until("handling: lead unit waiting", day("2026-09-29"));
    let co = suggestion.stage.handling().unwrap().handlers.find(part(2)).unwrap().clone();
    assert_eq!(co.due, day("2026-10-29"));
    assert_eq!(co.sign_by, day("2026-10-09"), "the National Day holiday is passed over");
}

#[test]
fn a_due_day_names_its_rule_and_document() {
    let scene = Scene::new();
    let explained = scene.on(day("2026-03-10")).explain(Limit::SignFor, day("2026-03-10"));
    assert_eq!(explained.due.day, day("2026-03-13"));
    assert_eq!(explained.rule.key, "limit.sign-for");
    assert_eq!(explained.rule.grade, Grade::D);
    assert!(!explained.rule.document.is_empty());
}

#[test]
fn a_congress_lays_its_own_entries_over_the_default() {
    let entry = |key: &str, value: &str| Entry {
        key: key.to_owned(),
        value: value.to_owned(),
        grade: Grade::A,
        document: "本级办理办法".to_owned(),
    };
    let over = vec![entry("limit.redo", "2 months"), entry("class.D", ""), entry("number.pattern", "{year}{n:04}")];
    let book = RuleBook::lay(over).unwrap();
    assert_eq!(book.span(Limit::Redo), Span::Months(2));
    assert_eq!(book.entry("limit.redo").document, "本级办理办法");
    assert!(book.class("D").is_none() && book.class("C").is_some());
    assert_eq!(book.number_pattern.value.write(2026, 72), "20260072");
    let wrong = RuleBook::lay(vec![entry("limit.redo", "soon")]).unwrap_err();
    assert_eq!(wrong.key, "limit.redo");
}

#[test]
fn a_number_pattern_needs_exactly_one_place_for_the_number() {
    for wrong in ["第号", "{n}{n}", "{n", "{m}", "{n:0}", "{n:44}"] {
        assert!(NumberPattern::parse(wrong).is_err(), "{wrong}");
    }
    assert_eq!(NumberPattern::parse("第{n}号").unwrap().write(2026, 7), "第7号");
}

#[test]
fn what_a_clerk_typed_waits_for_the_deputy() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let (draft, _) = Suggestion::draft(id(9), id(100), id(8), typed_by_a_clerk(), sheet());
    assert_eq!(
        draft.clone().submit(typed_by_a_clerk(), id(8), Occasion::Between, &given),
        Err(Refusal::EntryUnconfirmed)
    );
    assert_eq!(draft.clone().confirm_entry(typed_by_a_clerk(), &given), Err(Refusal::InPerson(Act::ConfirmEntry)));
    let (confirmed, _) = draft.confirm_entry(hand(LEAD), &given).unwrap();
    assert!(matches!(confirmed.lead.entered, Entered::Confirmed { .. }), "both names are kept");
    assert!(confirmed.clone().submit(typed_by_a_clerk(), id(8), Occasion::Between, &given).is_ok());
    let (changed, _) = confirmed.edit(typed_by_a_clerk(), Sheet { wants_meeting: true, ..sheet() }, &given).unwrap();
    assert!(matches!(changed.lead.entered, Entered::For { .. }), "a change must be confirmed anew");
}

#[test]
fn who_seconded_words_that_were_changed_is_asked_again() {
    let (scene, suggestion) = until("cosigning, seconded", day("2026-03-10"));
    let given = scene.on(day("2026-03-11"));
    let (same, fact) = suggestion.edit(hand(LEAD), Sheet { wants_meeting: true, ..sheet() }, &given).unwrap();
    assert_eq!(fact, Fact::Edited { asked_again: vec![] });
    let (other, fact) = same.edit(hand(LEAD), Sheet { title: "关于新建便桥的建议".into(), ..sheet() }, &given).unwrap();
    assert_eq!(fact, Fact::Edited { asked_again: vec![person(SECOND)] });
    assert_eq!(other.cosigners[0].answer, Answer::Asked);
    assert_eq!(other.signers(), vec![person(LEAD)]);
}

#[test]
fn only_who_was_asked_may_second_and_only_in_person() {
    let (scene, suggestion) = until("cosigning", day("2026-03-10"));
    let given = scene.on(day("2026-03-10"));
    assert_eq!(suggestion.clone().cosign(hand(STRANGER), &given), Err(Refusal::NotInvited));
    let through = Hand { person: person(SECOND), ..typed_by_a_clerk() };
    assert_eq!(suggestion.cosign(through, &given), Err(Refusal::InPerson(Act::Cosign)));
}

#[test]
fn an_incomplete_sheet_is_kept_as_a_draft_and_cannot_be_handed_in() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let (draft, _) = Suggestion::draft(id(9), id(100), id(8), hand(LEAD), Sheet::default());
    assert_eq!(draft.sheet.complete().unwrap_err().len(), 4);
    assert_eq!(draft.submit(hand(LEAD), id(8), Occasion::InSession, &given), Err(Refusal::Incomplete));
}

#[test]
fn a_draft_takes_no_sign_that_no_keyboard_types_and_each_wish_once() {
    let odd = Sheet { body: "便桥\u{0}".into(), ..sheet() };
    assert_eq!(odd.as_draft(), Err(vec![Defect::Body(TextError::Control)]));
    let broken_line = Sheet { title: String::new(), body: "一\n\t二".into(), ..sheet() };
    assert!(broken_line.as_draft().is_ok(), "a draft may be as unfinished as it is");
    let twice = Sheet { wishes: vec![unit(1), unit(2), unit(1)], ..sheet() };
    assert_eq!(twice.as_draft().unwrap().wishes, [unit(1), unit(2)]);
    let many = Sheet { wishes: (1..=6).map(unit).collect(), ..sheet() };
    assert_eq!(many.as_draft(), Err(vec![Defect::Wishes(6)]));
}

#[test]
fn only_the_deputy_in_person_throws_away_what_was_never_handed_in() {
    let (_, draft) = until("draft", day("2026-03-10"));
    assert_eq!(draft.clone().discard(hand(SECOND)), Err(Refusal::NotLead));
    let through = Hand { through: typed_by_a_clerk().through, ..hand(LEAD) };
    assert_eq!(draft.clone().discard(through), Err(Refusal::InPerson(Act::Discard)));
    assert_eq!(draft.discard(hand(LEAD)), Ok(Fact::Discarded));
    let (_, returned) = until("returned", day("2026-03-10"));
    assert_eq!(returned.discard(hand(LEAD)), Err(Refusal::NotNow { act: Act::Discard, stage: "returned" }));
}

#[test]
fn the_handlers_must_add_up_to_a_form() {
    let (scene, suggestion) = until("numbered", day("2026-03-10"));
    let given = scene.on(day("2026-03-10"));
    let (one, two) = (handler(1), handler(2));
    for wrong in [
        Form::Joint { lead: one, co: vec![] },
        Form::Joint { lead: one, co: vec![one] },
        Form::Separate(vec![one]),
        Form::Separate(vec![one, two, two]),
    ] {
        assert_eq!(suggestion.clone().assign(wrong, &given), Err(Refusal::HandlersUnfit));
    }
    for right in [Form::Sole(one), Form::Joint { lead: one, co: vec![two] }, Form::Separate(vec![one, two])] {
        assert!(suggestion.clone().assign(right, &given).is_ok());
    }
}

#[test]
fn every_signer_receives_the_reply_and_judges_it_alone() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let acts = [
        Act::Invite,
        Act::Cosign,
        Act::Submit,
        Act::Accept,
        Act::Number,
        Act::Assign,
        Act::SignFor,
        Act::DraftReply,
        Act::SendToCheck,
        Act::Pass,
        Act::SignReply,
        Act::Deliver,
    ];
    let (suggestion, _) = scene.play(&acts, &given);
    let both = (Score::Satisfied, Score::Basically);
    let (judged, _) = suggestion.judge(part(1), hand(SECOND), both, None, &given).unwrap();
    let again = judged.clone().judge(part(1), hand(SECOND), both, None, &given);
    assert_eq!(again, Err(Refusal::JudgedAlready));
    assert_eq!(judged.clone().judge(part(1), hand(STRANGER), both, None, &given), Err(Refusal::NotSigner));
    let unhappy = (Score::Dissatisfied, Score::Satisfied);
    assert_eq!(judged.clone().judge(part(1), hand(LEAD), unhappy, None, &given), Err(Refusal::ReasonNeeded));
    assert_eq!(judged.clone().close(&given), Err(Refusal::JudgementsOutstanding));
    let after = scene.on(day("2026-03-21"));
    let (closed, fact) = judged.close(&after).unwrap();
    assert_eq!(fact, Fact::Closed { outcome: Outcome::Unanswered }, "silence never counts as satisfied");
    assert!(matches!(closed.stage, Stage::Closed { .. }));
}

#[test]
fn a_first_dissatisfaction_must_be_redone_with_its_own_clock() {
    let (scene, suggestion) = until("handling: lead deputy dissatisfied", day("2026-03-10"));
    let given = scene.on(day("2026-04-01"));
    assert_eq!(suggestion.clone().close(&given), Err(Refusal::RedoOutstanding));
    let (redo, fact) = suggestion.order_redo(part(1), id(75), &given).unwrap();
    assert!(matches!(fact, Fact::RedoOrdered { round: 2, due, .. } if due == day("2026-05-01")));
    assert_eq!(redo.close(&given), Err(Refusal::ReplyOutstanding));
}

#[test]
fn a_satisfied_deputy_leaves_nothing_to_redo() {
    let (scene, suggestion) = until("handling: reply delivered", day("2026-03-10"));
    let given = scene.on(day("2026-03-12"));
    let happy = (Score::Satisfied, Score::Satisfied);
    let (judged, _) = suggestion.judge(part(1), hand(LEAD), happy, None, &given).unwrap();
    assert_eq!(judged.clone().order_redo(part(1), id(75), &given), Err(Refusal::NobodyDissatisfied));
    let (_, fact) = judged.close(&given).unwrap();
    assert_eq!(fact, Fact::Closed { outcome: Outcome::Satisfied });
}

#[test]
fn scores_open_when_the_window_is_over_though_everybody_has_spoken_before() {
    let (_, suggestion) = until("handling: lead deputy dissatisfied", day("2026-03-10"));
    let word = |today: &str| {
        let veiled = suggestion.clone().veiled(day(today));
        let round = veiled.stage.handling().unwrap().handlers.find(part(1)).unwrap().round().unwrap().clone();
        (round.word_of(person(LEAD)).is_some(), round.heard_out(day(today)))
    };
    assert_eq!(word("2026-03-10"), (false, false));
    assert_eq!(word("2026-03-20"), (false, false), "the last day is the deputies'");
    assert_eq!(word("2026-03-21"), (true, true));
    let round = suggestion.stage.handling().unwrap().handlers.find(part(1)).unwrap().round().unwrap().clone();
    assert!(round.heard_out(day("2026-03-10")), "the office may go on at once");
}

#[test]
fn a_co_unit_advises_and_never_replies() {
    let (scene, suggestion) = until("handling: reply awaited", day("2026-03-10"));
    let given = scene.on(day("2026-04-20"));
    let (signed, _) = suggestion.sign_for(part(2), &given).unwrap();
    assert_eq!(signed.clone().draft_reply(part(2), letter()), Err(Refusal::CoUnitRepliesNot));
    assert_eq!(signed.clone().advise(part(1), id(72), &given), Err(Refusal::NotCoUnit));
    let (_, fact) = signed.advise(part(2), id(72), &given).unwrap();
    assert!(matches!(fact, Fact::Advised { late: true, .. }));
}

#[test]
fn a_late_reply_is_taken_and_marked_late() {
    let (scene, suggestion) = until("handling: reply passed", day("2026-03-10"));
    let account = AccountId::from_uuid(id::<()>(60).uuid());
    let (_, fact) = suggestion.sign_reply(part(1), account, "B", &scene.on(day("2026-06-11"))).unwrap();
    assert!(matches!(fact, Fact::ReplySigned { late: true, .. }));
}

#[test]
fn a_withdrawn_suggestion_keeps_its_number_and_takes_no_more_verbs() {
    let (_, suggestion) = until("withdrawn from the units", day("2026-03-10"));
    assert_eq!(
        suggestion.stage.numbered().unwrap().number,
        Number { series: "2026".into(), n: 72, text: "第72号".into() }
    );
}

#[test]
fn the_timeline_tells_what_was_done_and_what_is_awaited_by_when() {
    let (_, suggestion) = until("handling: second reply awaited", day("2026-03-10"));
    let line = timeline(&suggestion);
    let awaited: Vec<_> = line.iter().filter(|mark| matches!(mark, Mark::Awaited { .. })).collect();
    assert_eq!(awaited.len(), 2, "the second reply, and the co-unit's signature: {awaited:?}");
    assert!(line.iter().any(|mark| matches!(mark, Mark::Done { step: Step::RedoOrdered { round: 2, .. }, .. })));
}

proptest! {
    /// Numbers of one series never read alike.
    #[test]
    fn two_numbers_of_a_year_never_read_alike(a in 1u32..99_999, b in 1u32..99_999) {
        prop_assume!(a != b);
        let pattern = NumberPattern::parse("{year}{n:04}").unwrap();
        prop_assert_ne!(pattern.write(2026, a), pattern.write(2026, b));
    }
}
