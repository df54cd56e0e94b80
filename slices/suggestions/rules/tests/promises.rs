//! Promises: when they bind, how their day may move, who says what became of them.

use crate::scene::{LEAD, SECOND, STRANGER, Scene, day, hand, id, part, person, promise_words};
use kernel::{AccountId, Day};
use suggestions_rules::{
    Act, Canonical, Entry, Fact, Grade, Hand, Promise, Promised, Refusal, RuleBook, Score, Standing, Suggestion,
};

const TO_DRAFT: [Act; 8] = {
    use Act::*;
    [Invite, Cosign, Submit, Accept, Number, Assign, SignFor, DraftReply]
};

fn account() -> AccountId {
    AccountId::from_uuid(id::<()>(60).uuid())
}

/// A reply with a promise for the tenth of December, drafted on 10 March.
fn drafted(scene: &Scene) -> (Suggestion, Promise) {
    let given = scene.on(day("2026-03-10"));
    let (of, _) = scene.play(&TO_DRAFT, &given);
    let (promise, _) = of.make_promise(part(1), id(90), (promise_words(), day("2026-12-10")), &given).unwrap();
    (of, promise)
}

/// The same, delivered as B on the day.
fn delivered(scene: &Scene) -> (Suggestion, Promise) {
    use Act::*;
    let (mut of, promise) = drafted(scene);
    for act in [SendToCheck, Pass, SignReply, Deliver] {
        of = scene.act(of, act, &scene.on(day("2026-03-10"))).unwrap().0;
    }
    (of, promise)
}

fn answered(scene: &Scene, of: &Suggestion, promise: Promise, on: &str) -> Promise {
    promise.answer(of, account(), (true, "A", id(91)), &scene.on(day(on))).unwrap().0
}

fn said(scene: &Scene, of: &Suggestion, promise: Promise, who: u8, result: Score, on: &str) -> Promised {
    promise.judge(of, hand(who), (result, Some(id(92))), &scene.on(day(on)))
}

#[test]
fn a_promise_is_for_a_day_to_come_and_not_too_far_off() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let (of, _) = scene.play(&TO_DRAFT, &given);
    for (due, refused) in [
        ("2026-03-09", Some(Refusal::PromiseDayUnfit)),
        ("2026-03-10", None),
        ("2028-03-10", None),
        ("2028-03-11", Some(Refusal::PromiseDayUnfit)),
    ] {
        let made = of.make_promise(part(1), id(90), (promise_words(), day(due)), &given);
        assert_eq!(made.err(), refused, "{due}");
    }
    let co = of.make_promise(part(2), id(90), (promise_words(), day("2026-05-01")), &given);
    assert_eq!(co.unwrap_err(), Refusal::CoUnitRepliesNot);
    let (early, _) = scene.play(&TO_DRAFT[..7], &given);
    let none = early.make_promise(part(1), id(90), (promise_words(), day("2026-05-01")), &given);
    assert!(matches!(none.unwrap_err(), Refusal::NotNow { act: Act::Promise, .. }), "there is no reply yet");
}

#[test]
fn it_binds_when_its_reply_is_out_and_is_struck_only_before() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-11"));
    let (of, promise) = drafted(&scene);
    assert!(!of.binds(&promise) && of.shows(&promise));
    assert_eq!(promise.clone().report(&of, id(91), &given).unwrap_err(), Refusal::PromiseNotOut);
    let (struck, _) = promise.strike(&of, &given).unwrap();
    assert_eq!(struck.standing.word(), "struck");
    assert_eq!(struck.strike(&of, &given).unwrap_err(), Refusal::PromiseNotNow);
    let (of, promise) = delivered(&scene);
    assert!(of.binds(&promise));
    assert_eq!(promise.clone().strike(&of, &given).unwrap_err(), Refusal::PromiseBinds);
    let (reported, _) = promise.report(&of, id(91), &given).unwrap();
    assert_eq!((reported.steps.len(), reported.report_by), (1, day("2026-06-11")));
}

#[test]
fn whoever_may_not_read_the_draft_does_not_know_of_its_promises() {
    let scene = Scene::new();
    let (of, promise) = drafted(&scene);
    assert!(!of.without_drafts(|_, _| false).shows(&promise));
    let (of, promise) = delivered(&scene);
    assert!(of.shows(&promise));
}

#[test]
fn a_unit_moves_its_day_once_and_not_after_it() {
    let scene = Scene::new();
    let (of, promise) = delivered(&scene);
    let moved = |promise: &Promise, on: &str, due: &str| {
        promise.clone().move_day(&of, day(due), id(91), &scene.on(day(on))).map(|(promise, _)| promise)
    };
    assert_eq!(moved(&promise, "2026-12-11", "2027-01-10").unwrap_err(), Refusal::PromiseOverdue);
    for unfit in ["2026-12-10", "2026-11-01", "2028-03-11"] {
        assert_eq!(moved(&promise, "2026-12-10", unfit).unwrap_err(), Refusal::PromiseDayUnfit, "{unfit}");
    }
    let once = moved(&promise, "2026-12-10", "2027-01-10").unwrap();
    assert_eq!((once.first_due, once.due), (day("2026-12-10"), day("2027-01-10")));
    assert_eq!(moved(&once, "2026-12-11", "2027-02-10").unwrap_err(), Refusal::PromiseChangesUsedUp);
}

#[test]
fn only_the_office_takes_it_over_and_only_into_a_later_year() {
    let scene = Scene::new();
    let (of, promise) = delivered(&scene);
    let over = |due: &str, on: &str| promise.clone().take_over(&of, day(due), id(91), &scene.on(day(on)));
    assert_eq!(over("2026-12-31", "2026-12-20").unwrap_err(), Refusal::PromiseYearUnfit);
    assert_eq!(over("2027-01-01", "2027-02-01").unwrap_err(), Refusal::PromiseYearUnfit, "not into the past");
    let (next, fact) = over("2027-06-30", "2026-12-20").unwrap();
    assert!(next.taken_over() && matches!(fact, Fact::PromiseTakenOver { .. }));
    assert_eq!((next.due, next.report_by), (day("2027-06-30"), day("2027-03-20")));
    assert_eq!(next.standing, Standing::Open);
}

#[test]
fn a_second_reply_goes_to_every_signer_and_each_judges_it_once_in_person() {
    let scene = Scene::new();
    let (of, promise) = delivered(&scene);
    let unknown = promise.clone().answer(&of, account(), (true, "Z", id(91)), &scene.on(day("2026-12-01")));
    assert_eq!(unknown.unwrap_err(), Refusal::UnknownClass);
    let promise = answered(&scene, &of, promise, "2026-12-01");
    let reply = promise.reply().unwrap();
    assert_eq!((reply.counted_as, reply.judge_by), (Canonical::Solved, day("2026-12-11")));
    assert_eq!(reply.said.iter().map(|(who, _)| *who).collect::<Vec<_>>(), [person(LEAD), person(SECOND)]);
    let given = scene.on(day("2026-12-02"));
    let pen = Hand { through: Some(account()), ..hand(LEAD) };
    let table = [
        (pen, Score::Satisfied, None, Refusal::InPerson(Act::Judge)),
        (hand(STRANGER), Score::Satisfied, None, Refusal::NotSigner),
        (hand(LEAD), Score::Dissatisfied, None, Refusal::ReasonNeeded),
    ];
    for (hand, result, reason, refused) in table {
        assert_eq!(promise.clone().judge(&of, hand, (result, reason), &given).unwrap_err(), refused);
    }
    let once = said(&scene, &of, promise, LEAD, Score::Satisfied, "2026-12-02").unwrap().0;
    assert_eq!(
        said(&scene, &of, once.clone(), LEAD, Score::Basically, "2026-12-02").unwrap_err(),
        Refusal::JudgedAlready
    );
    let veiled = once.clone().veiled(day("2026-12-02"));
    assert!(veiled.reply().unwrap().word_of(person(LEAD)).is_none(), "the unit waits for the window's end");
    let twice = said(&scene, &of, once.clone(), SECOND, Score::Satisfied, "2026-12-02").unwrap().0;
    let veiled = twice.veiled(day("2026-12-11"));
    assert!(veiled.reply().unwrap().word_of(person(LEAD)).is_none(), "though everybody has spoken");
    assert!(once.clone().veiled(day("2026-12-12")).reply().unwrap().word_of(person(LEAD)).is_some());
}

/// Who spoke and how, the day, kept or not, with a reason or not, and the refusal.
type Row = (&'static str, &'static [(u8, Score)], &'static str, bool, bool, Option<Refusal>);

#[test]
fn the_office_settles_when_the_deputies_have_spoken_or_had_the_time_to() {
    use Score::{Dissatisfied, Satisfied};
    let scene = Scene::new();
    let (of, promise) = delivered(&scene);
    let table: [Row; 6] = [
        ("all spoke", &[(LEAD, Satisfied), (SECOND, Satisfied)], "2026-12-02", true, false, None),
        ("one may still", &[(LEAD, Satisfied)], "2026-12-11", true, false, Some(Refusal::JudgementsOutstanding)),
        ("the window is over", &[], "2026-12-12", true, false, None),
        ("not kept needs a reason", &[], "2026-12-12", false, false, Some(Refusal::PromiseReasonNeeded)),
        (
            "the lead is dissatisfied",
            &[(LEAD, Dissatisfied)],
            "2026-12-12",
            true,
            false,
            Some(Refusal::PromiseReasonNeeded),
        ),
        ("and the office says why", &[(LEAD, Dissatisfied)], "2026-12-12", true, true, None),
    ];
    for (name, spoke, on, kept, reason, refused) in table {
        let mut promise = answered(&scene, &of, promise.clone(), "2026-12-01");
        for (who, score) in spoke {
            promise = said(&scene, &of, promise, *who, *score, "2026-12-02").unwrap().0;
        }
        let settled = promise.settle(&of, kept, reason.then(|| id(93)), &scene.on(day(on)));
        assert_eq!(settled.as_ref().err(), refused.as_ref(), "{name}");
        if let Ok((settled, _)) = settled {
            assert_eq!(settled.standing.word(), if kept { "kept" } else { "not-kept" });
            assert!(settled.reply().is_some());
        }
    }
}

#[test]
fn without_a_second_reply_it_is_settled_as_not_kept_once_its_day_has_passed() {
    let scene = Scene::new();
    let (of, promise) = delivered(&scene);
    let settle = |on: &str, kept: bool| promise.clone().settle(&of, kept, Some(id(93)), &scene.on(day(on)));
    assert_eq!(settle("2026-12-10", false).unwrap_err(), Refusal::PromiseUnanswered);
    assert_eq!(settle("2026-12-11", true).unwrap_err(), Refusal::PromiseUnanswered);
    let (settled, _) = settle("2026-12-11", false).unwrap();
    assert_eq!((settled.standing.word(), settled.reply()), ("not-kept", None));
    assert_eq!(settled.report(&of, id(91), &scene.on(day("2026-12-12"))).unwrap_err(), Refusal::PromiseNotNow);
}

#[test]
fn what_is_not_enough_goes_back_and_is_answered_again() {
    let scene = Scene::new();
    let (of, promise) = delivered(&scene);
    let given = scene.on(day("2026-12-03"));
    assert_eq!(promise.clone().send_back(&of, id(94), &given).unwrap_err(), Refusal::PromiseNotNow);
    let promise = answered(&scene, &of, promise, "2026-12-01");
    let (back, _) = promise.send_back(&of, id(94), &given).unwrap();
    assert_eq!((back.standing.word(), back.answers()), ("open", 1));
    let again = answered(&scene, &of, back, "2026-12-09");
    assert_eq!(again.answers(), 2);
    assert!(again.reply().unwrap().word_of(person(LEAD)).is_none());
}

#[test]
fn a_closed_matter_keeps_its_promises_and_a_withdrawn_one_ends_them() {
    let scene = Scene::new();
    let (of, promise) = delivered(&scene);
    let later = scene.on(day("2026-04-01"));
    let (closed, _) = of.clone().close(&later).unwrap();
    assert!(promise.clone().report(&closed, id(91), &later).is_ok());
    assert!(closed.make_promise(part(1), id(95), (promise_words(), day("2026-12-10")), &later).is_ok());
    let (withdrawn, _) = of.withdraw(hand(LEAD), id(96), &later).unwrap();
    assert!(matches!(promise.report(&withdrawn, id(91), &later).unwrap_err(), Refusal::NotNow { .. }));
}

#[test]
fn where_it_is_required_a_reply_that_says_work_goes_on_carries_a_promise() {
    let scene = Scene::new();
    let (of, promise) = drafted(&scene);
    let own = of.stage.handling().unwrap().handlers.find(part(1)).unwrap();
    let entry = Entry {
        key: "promise.before-signing".into(),
        value: "required".into(),
        grade: Grade::A,
        document: "本级办理办法".into(),
    };
    let (advised, required) = (RuleBook::hunan().unwrap(), RuleBook::lay(vec![entry]).unwrap());
    let struck = promise.clone().strike(&of, &scene.on(day("2026-03-11"))).unwrap().0;
    let first = Some(Refusal::PromiseFirst);
    for (name, promises, class, book, refused) in [
        ("none, advised", vec![], "B", &advised, None),
        ("none, required", vec![], "B", &required, first),
        ("struck, required", vec![struck], "B", &required, first),
        ("solved, required", vec![], "A", &required, None),
        ("promised, required", vec![promise], "B", &required, None),
    ] {
        assert_eq!(of.promised_enough(own, &promises, class, book).err(), refused, "{name}");
    }
}

#[test]
fn overdue_is_asked_of_a_day() {
    let scene = Scene::new();
    let (of, promise) = delivered(&scene);
    let on = |text: &str| -> Day { day(text) };
    assert!(!promise.overdue(on("2026-12-10")) && promise.overdue(on("2026-12-11")));
    assert!(!answered(&scene, &of, promise, "2026-12-20").overdue(on("2026-12-21")), "answered late, it waits no more");
}
