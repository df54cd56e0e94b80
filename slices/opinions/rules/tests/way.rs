//! The way of an opinion: what each verb makes of each stage, and its clocks.

use kernel::{BodyId, Day, Id, Moment, WorkingCalendar};
use opinions_rules::{By, Closing, Fact, Opinion, Refusal, Score, Stage, Treatment, Waits, survey_due, waited};
use proptest::prelude::*;
use suggestions_rules::{Entry, Grade, RuleBook};
use uuid::Uuid;

fn id<N>(n: u128) -> Id<N> {
    Id::from_uuid(Uuid::from_u128(n))
}
fn on(text: &str) -> Moment {
    text.parse::<Day>().unwrap().start()
}
fn now() -> Moment {
    on("2026-03-10")
}
fn office() -> BodyId {
    id(2)
}

fn received() -> Opinion {
    Opinion::received(id(1), office(), Some(id(3)), now())
}
fn assigned() -> Opinion {
    received().assign(id(4), Treatment::Urge, false, now()).unwrap().0
}
fn suggested() -> Opinion {
    received().suggest(None, now()).unwrap().0
}
fn answered() -> Opinion {
    received().answer(By::Deputy, now()).unwrap().0
}
fn insisting() -> Opinion {
    let again = answered().judge(Score::Unsatisfied, now()).unwrap().0;
    let again = again.answer(By::Office, now()).unwrap().0;
    again.judge(Score::Unsatisfied, now()).unwrap().0
}
fn elsewhere() -> Opinion {
    received().point_elsewhere("petition".to_owned(), now()).unwrap().0
}
fn closed() -> Opinion {
    answered().judge(Score::Satisfied, now()).unwrap().0
}

#[test]
fn each_verb_is_allowed_where_the_way_goes_on_and_refused_elsewhere() {
    let stages = [received(), assigned(), suggested(), answered(), insisting(), elsewhere(), closed()];
    let word = |done: opinions_rules::Done| done.map(|(it, _)| it.stage.word());
    let each = |verb: fn(Opinion) -> opinions_rules::Done| stages.clone().map(|it| word(verb(it)));
    let (said, over, asked) = (Err(Refusal::Answered), Err(Refusal::Closed), Err(Refusal::Raised));
    let (away, ok) = (Err(Refusal::Elsewhere), Ok);
    let answer = each(|it| it.answer(By::Office, now()));
    assert_eq!(answer, [ok("answered"), ok("answered"), ok("answered"), said, said, ok("answered"), over]);
    let assign = each(|it| it.assign(id(5), Treatment::Own, true, now()));
    assert_eq!(assign, [ok("assigned"), ok("assigned"), asked, said, said, away, over]);
    let hand_on = each(|it| it.hand_on(id(9), now()));
    assert_eq!(hand_on, [ok("received"), ok("received"), asked, said, said, away, over]);
    let suggest = each(|it| it.suggest(Some(id(7)), now()));
    assert_eq!(suggest, [ok("suggested"), ok("suggested"), ok("suggested"), said, said, away, over]);
    let point = each(|it| it.point_elsewhere("private".to_owned(), now()));
    assert_eq!(point, [ok("elsewhere"), ok("elsewhere"), asked, said, said, away, over]);
    let (none, judged) = (Err(Refusal::NoAnswer), Err(Refusal::Judged));
    let judge = each(|it| it.judge(Score::Basically, now()));
    assert_eq!(judge, [none, none, none, ok("closed"), judged, none, judged]);
    let open = Err(Refusal::NotAnswered);
    assert_eq!(each(|it| it.close(now())), [open, open, open, ok("closed"), ok("closed"), ok("closed"), over]);
}

#[test]
fn a_reply_to_the_suggestion_is_announced_where_it_was_taken_up_in_that_one_alone() {
    let raised = received().suggest(Some(id(7)), now()).unwrap().0;
    let (stays, fact) = raised.clone().replied(id(7)).unwrap();
    assert_eq!((stays.stage.word(), fact), ("suggested", Fact::RaisedReplied { suggestion: id(7) }));
    assert_eq!(raised.clone().replied(id(8)).unwrap_err(), Refusal::NoAnswer);
    for (other, why) in [
        (received(), Refusal::NoAnswer),
        (suggested(), Refusal::NoAnswer),
        (answered(), Refusal::Answered),
        (closed(), Refusal::Closed),
    ] {
        assert_eq!(other.replied(id(7)).unwrap_err(), why);
    }
    let (with, _) = raised.clone().goes_with(id(7), id(9), now()).unwrap();
    assert_eq!(with.clone().goes_with(id(7), id(8), now()).unwrap_err(), Refusal::NoAnswer);
    assert_eq!(with.clone().dropped(id(7), now()).unwrap_err(), Refusal::NoAnswer);
    assert_eq!(with.dropped(id(9), now()).unwrap().0.stage.word(), "received");
    let (over, fact) = raised.answer(By::Suggestion, now()).unwrap();
    assert_eq!(
        (over.stage.word(), fact),
        ("answered", Fact::Answered { by: By::Suggestion, round: 1, for_deputy: false })
    );
}

#[test]
fn silence_is_never_satisfaction_and_two_refusals_are_closed_by_a_person_alone() {
    let how = |it: Opinion| match it.close(now()).unwrap().0.stage {
        Stage::Closed { how, .. } => how,
        other => panic!("{other:?}"),
    };
    assert_eq!(how(answered()), Closing::Silent);
    assert_eq!(how(insisting()), Closing::Unsatisfied);
    assert_eq!(how(elsewhere()), Closing::Elsewhere);
}

#[test]
fn who_is_dissatisfied_is_handled_once_more_and_not_a_third_time() {
    let (again, fact) = answered().judge(Score::Unsatisfied, now()).unwrap();
    assert_eq!((again.round, again.stage.word()), (2, "received"));
    assert_eq!(fact, Fact::Judged { score: Score::Unsatisfied, round: 1, again: true });
    assert_eq!(insisting().round, 2);
    assert!(matches!(insisting().stage, Stage::Answered { insists: true, .. }));
}

#[test]
fn handing_on_starts_the_clock_of_the_first_word_again_at_another_office_only() {
    let later = on("2026-03-12");
    let (it, fact) = assigned().hand_on(id(9), later).unwrap();
    assert_eq!((it.holder, it.stage), (id(9), Stage::Received { at: later }));
    assert_eq!(fact, Fact::HandedOn { from: office(), to: id(9), taken: Some(id(4)) });
    assert_eq!(received().hand_on(office(), later).unwrap_err(), Refusal::SameHolder);
}

#[test]
fn a_suggestion_is_tied_once_it_has_its_identity_and_stays_tied() {
    let (tied, _) = suggested().suggest(Some(id(7)), now()).unwrap();
    assert_eq!(suggested().suggest(None, now()).unwrap_err(), Refusal::Raised);
    assert_eq!(tied.suggest(Some(id(8)), now()).unwrap_err(), Refusal::Raised);
}

#[test]
fn the_clocks_are_those_of_the_rule_book() {
    let calendar = WorkingCalendar::state_council().unwrap();
    let own = |key: &str, value: &str| Entry {
        key: key.into(),
        value: value.into(),
        grade: Grade::D,
        document: "试验".into(),
    };
    let usual = RuleBook::hunan().unwrap().opinions;
    let other = RuleBook::lay(vec![own("opinion.first", "48"), own("opinion.hard", "20 days")]).unwrap().opinions;
    let hard = received().assign(id(4), Treatment::Suggest, true, now()).unwrap().0;
    let day = |it: &Opinion, rules| Waits::of(&it.stage, rules, &calendar).map(|waits| waits.day().to_string());
    for (it, rules, due) in [
        (received(), &usual, Some("2026-03-11")),
        (received(), &other, Some("2026-03-12")),
        (assigned(), &usual, Some("2026-03-17")),
        (hard.clone(), &usual, Some("2026-03-24")),
        (hard, &other, Some("2026-03-30")),
        (answered(), &usual, None),
        (suggested(), &usual, Some("2026-03-24")),
        (suggested().suggest(Some(id(7)), now()).unwrap().0, &usual, None),
    ] {
        assert_eq!(day(&it, rules).as_deref(), due, "{:?}", it.stage);
    }
    let waits = Waits::of(&received().stage, &usual, &calendar).unwrap();
    assert!(!waits.late(now().plus_millis(86_400_000)) && waits.late(now().plus_millis(86_400_001)));
    for value in ["0", "721", "a day"] {
        assert_eq!(RuleBook::lay(vec![own("opinion.first", value)]).unwrap_err().key, "opinion.first");
    }
}

#[test]
fn a_form_is_open_some_seconds_and_not_for_ever() {
    let after = |millis| waited(now(), now().plus_millis(millis));
    assert_eq!(after(2_999), Err(Refusal::TooQuick));
    assert_eq!(after(-5), Err(Refusal::TooQuick));
    assert_eq!(after(3_000), Ok(()));
    assert_eq!(after(86_400_000), Ok(()));
    assert_eq!(after(86_400_001), Err(Refusal::TooLate));
}

#[test]
fn what_is_proposed_waits_for_a_word_and_keeps_the_clock_of_the_first() {
    let later = on("2026-03-12");
    let proposed = received().propose(id(4), Treatment::Suggest, true).unwrap().0;
    assert_eq!(proposed.stage.at(), now());
    assert_eq!(proposed.clone().send_back().unwrap().0.stage, Stage::Received { at: now() });
    let approved = proposed.clone().approve(later).unwrap().0;
    let (unit, treatment) = (id(4), Treatment::Suggest);
    assert_eq!(approved.stage, Stage::Assigned { at: later, unit, treatment, hard: true, signed: None });
    assert_eq!(received().approve(now()).unwrap_err(), Refusal::NothingProposed);
    assert_eq!(answered().send_back().unwrap_err(), Refusal::NothingProposed);
    let rules = RuleBook::hunan().unwrap().opinions;
    let needs = Treatment::ALL.map(|it| it.needs_approval(&rules));
    assert_eq!(needs, [false, false, true, true]);
}

#[test]
fn at_12345_the_clock_of_handling_runs_and_it_is_given_there_once() {
    let calendar = WorkingCalendar::state_council().unwrap();
    let rules = RuleBook::hunan().unwrap().opinions;
    let there = received().to_hotline(true, now()).unwrap().0;
    let due = Waits::of(&there.stage, &rules, &calendar).unwrap().day();
    assert_eq!(due.to_string(), "2026-03-24");
    assert_eq!(there.clone().to_hotline(true, now()).unwrap_err(), Refusal::AtHotline);
    assert_eq!(there.answer(By::Hotline, now()).unwrap().0.stage.word(), "answered");
    assert_eq!(answered().to_hotline(false, now()).unwrap_err(), Refusal::Answered);
}

#[test]
fn who_was_told_of_a_channel_alone_is_not_asked_again() {
    let rules = RuleBook::hunan().unwrap().opinions;
    let day = |days: i64| now().plus_millis(days * 86_400_000);
    assert_eq!(survey_due(&closed().stage, &rules, day(29)), Err(Refusal::TooSoon));
    assert_eq!(survey_due(&closed().stage, &rules, day(30)), Ok(()));
    assert_eq!(survey_due(&elsewhere().close(now()).unwrap().0.stage, &rules, day(90)), Err(Refusal::TooSoon));
    assert_eq!(survey_due(&answered().stage, &rules, day(90)), Err(Refusal::TooSoon));
}

fn act(it: Opinion, verb: u8) -> opinions_rules::Done {
    match verb {
        0 => it.answer(By::Deputy, now()),
        1 => it.assign(id(4), Treatment::Urge, true, now()),
        2 => it.hand_on(id(9), now()),
        3 => it.suggest(None, now()),
        4 => it.point_elsewhere("petition".to_owned(), now()),
        5 => it.judge(Score::Unsatisfied, now()),
        6 => it.judge(Score::Satisfied, now()),
        8 => it.propose(id(4), Treatment::Remind, false),
        9 => it.approve(now()),
        10 => it.send_back(),
        11 => it.to_hotline(false, now()),
        12 => it.sign_for(now()),
        13 => it.give_back(now()),
        14 => it.feed_back(now()),
        _ => it.close(now()),
    }
}

proptest! {
    #[test]
    fn no_sequence_of_verbs_handles_it_a_third_time_or_opens_what_is_closed(verbs in proptest::collection::vec(0u8..15, 0..30)) {
        let mut it = received();
        for verb in verbs {
            let was = it.clone();
            it = act(it.clone(), verb).map_or(it, |(now, _)| now);
            prop_assert!(it.round <= 2);
            let closed = matches!(was.stage, Stage::Closed { .. });
            prop_assert!(!closed || it == was);
        }
    }
}

#[test]
fn what_staff_type_in_a_deputys_name_is_the_deputys_and_marked_so() {
    let (it, fact) = received().answer_for_deputy(now()).unwrap();
    assert_eq!(it.stage.word(), "answered");
    assert_eq!(fact, Fact::Answered { by: By::Deputy, round: 1, for_deputy: true });
    assert_eq!(closed().answer_for_deputy(now()).unwrap_err(), Refusal::Closed);
}

#[test]
fn a_body_signs_once_for_what_it_has_gives_it_back_and_its_clock_runs_from_signing() {
    let calendar = WorkingCalendar::state_council().unwrap();
    let rules = RuleBook::hunan().unwrap().opinions;
    let due = |it: &Opinion| Waits::of(&it.stage, &rules, &calendar).unwrap().day().to_string();
    let (signed, fact) = assigned().sign_for(on("2026-03-11")).unwrap();
    assert_eq!(fact, Fact::SignedFor { unit: id(4) });
    assert_eq!((due(&assigned()).as_str(), due(&signed).as_str()), ("2026-03-17", "2026-03-18"));
    for late in ["2026-03-12", "2026-03-17", "2026-03-18", "2026-04-01"] {
        let signed = assigned().sign_for(on(late)).unwrap().0;
        assert_eq!(due(&signed), "2026-03-17", "{late}: who signs after the working day for it gains nothing");
    }
    assert_eq!(signed.clone().sign_for(now()).unwrap_err(), Refusal::SignedFor);
    let later = on("2026-03-13");
    let (back, fact) = signed.clone().give_back(later).unwrap();
    assert_eq!((back.stage, fact), (Stage::Received { at: later }, Fact::GivenBack { unit: id(4) }));
    let elsewhere = signed.assign(id(5), Treatment::Urge, false, later).unwrap().0;
    assert!(matches!(elsewhere.stage, Stage::Assigned { signed: None, .. }), "another body signs for itself");
    for it in [received(), suggested(), answered(), closed()] {
        assert_eq!(it.clone().sign_for(now()).unwrap_err(), Refusal::NotGiven);
        assert_eq!(it.give_back(now()).unwrap_err(), Refusal::NotGiven);
    }
}

#[test]
fn how_it_is_treated_says_to_whom_it_goes_and_who_answers_the_person() {
    let kinds = ["office", "work_committee", "unit", "congress"];
    assert_eq!(kinds.map(|kind| Treatment::Own.is_for(kind)), [true, true, false, false]);
    for treatment in [Treatment::Urge, Treatment::Suggest, Treatment::Remind] {
        assert_eq!(kinds.map(|kind| treatment.is_for(kind)), [false, true, true, false]);
    }
    for treatment in Treatment::ALL {
        let it = received().assign(id(4), treatment, false, now()).unwrap().0;
        let fed = it.feed_back(on("2026-03-12"));
        match treatment {
            Treatment::Suggest | Treatment::Remind => {
                let (it, fact) = fed.unwrap();
                assert_eq!(it.stage, Stage::Received { at: on("2026-03-12") }, "it waits for a word to the person");
                assert_eq!(fact, Fact::FedBack { unit: id(4), treatment });
            }
            Treatment::Own | Treatment::Urge => assert_eq!(fed.unwrap_err(), Refusal::AnswerItself),
        }
    }
    assert_eq!(received().feed_back(now()).unwrap_err(), Refusal::NotGiven);
}

#[test]
fn the_same_body_in_the_same_way_is_refused_and_the_one_that_had_it_is_named() {
    let (later, has) = (on("2026-03-12"), assigned());
    for (unit, how, hard, done) in [
        (4, Treatment::Urge, false, Err(Refusal::SameUnit)),
        (4, Treatment::Urge, true, Ok(None)),
        (4, Treatment::Remind, false, Ok(None)),
        (5, Treatment::Urge, false, Ok(Some(id(4)))),
    ] {
        let given = has.clone().assign(id(unit), how, hard, later).map(|(_, fact)| match fact {
            Fact::Assigned { taken, .. } => taken,
            other => panic!("{other:?}"),
        });
        assert_eq!(given, done, "{unit} {how:?} {hard}");
        assert_eq!(has.clone().propose(id(unit), how, hard).map(|_| ()), done.map(|_| ()));
    }
    let signed = has.sign_for(later).unwrap().0;
    assert_eq!(signed.clone().assign(id(4), Treatment::Urge, false, later).unwrap_err(), Refusal::SameUnit);
    assert_eq!(signed.to_hotline(false, later).unwrap().1, Fact::ToHotline { hard: false, taken: Some(id(4)) });
}
