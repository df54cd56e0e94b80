//! Whom promises concern, and on which days their units are reminded.

use accounts_rules::Right;
use kernel::{BodyId, Day, Id, Moment, PersonId, Span, WorkingCalendar};
use notices_rules::{Audience, Clock, Kind, Matter, Part, Running, Step, Steps, VIA, Window, told_by};
use suggestions_rules::{AssignmentId, Canonical, Fact, Found, PromiseId, RemarkId, RuleBook, Score};

fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn matter() -> Matter {
    let part = |n, unit, replies| Part { id: id(n), unit: id(unit), replies };
    Matter {
        congress: id(1),
        lead: id(11),
        seconds: vec![id(12)],
        parts: vec![part(31, 21, true), part(32, 22, false)],
        numbered: true,
        by_another: false,
    }
}

#[test]
fn deputies_hear_of_what_binds_the_office_of_what_is_to_be_settled_and_the_unit_of_what_became_of_it() {
    let (promise, assignment, unit): (PromiseId, AssignmentId, BodyId) = (id(50), id(31), id(21));
    let (reason, was, due): (RemarkId, Day, Day) = (id(40), day("2026-12-10"), day("2027-06-30"));
    let people: Vec<PersonId> = vec![id(11), id(12)];
    let signers = |kind| (Audience::People(people.clone()), kind);
    let office = |kind| (Audience::Holders(Right::PromiseSettle, id(1)), kind);
    let of_unit = |kind| (Audience::Holders(Right::AssignmentSee, unit), kind);
    let made = |binds| Fact::PromiseMade { promise, assignment, unit, round: 1, due, binds };
    let judged = |result| Fact::PromiseJudged { promise, assignment, signer: id(11), result, reason: None };
    let answered = Fact::PromiseAnswered {
        promise,
        assignment,
        unit,
        kept: true,
        class: "A".to_owned(),
        counted_as: Canonical::Solved,
        words: reason,
        to: people.clone(),
        judge_by: due,
    };
    for (fact, expected) in [
        (made(false), vec![]),
        (made(true), vec![signers(Kind::PromiseMade)]),
        (Fact::PromiseStruck { promise, assignment }, vec![]),
        (Fact::PromiseReported { promise, assignment, unit, words: reason }, vec![signers(Kind::PromiseReported)]),
        (Fact::PromiseMoved { promise, assignment, unit, was, due, reason }, vec![signers(Kind::PromiseMoved)]),
        (answered, vec![signers(Kind::PromiseAnswered), office(Kind::PromiseToSettle)]),
        (judged(Score::Satisfied), vec![]),
        (judged(Score::Dissatisfied), vec![office(Kind::PromiseDissatisfied)]),
        (Fact::PromiseSentBack { promise, assignment, unit, reason }, vec![of_unit(Kind::PromiseSentBack)]),
        (
            Fact::PromiseSettled { promise, assignment, unit, kept: true, reason: None },
            vec![signers(Kind::PromiseSettled), of_unit(Kind::PromiseOffLedger)],
        ),
        (
            Fact::PromiseTakenOver { promise, assignment, unit, was, due, reason },
            vec![signers(Kind::PromiseTakenOver), of_unit(Kind::PromiseGoesOn)],
        ),
        (
            Fact::LookedBack { found: Found::GoingOn, words: reason },
            vec![signers(Kind::LookedBack), of_unit(Kind::PartLookedBack)],
        ),
    ] {
        let told: Vec<_> = told_by(&fact, &matter()).into_iter().map(|told| (told.to, told.kind)).collect();
        assert_eq!(told, expected, "{fact:?}");
    }
    assert!(VIA.contains(&Right::PromiseSettle));
}

#[test]
fn a_promise_is_reminded_of_before_its_day_and_when_it_is_late() {
    let (book, calendar) = (RuleBook::hunan().unwrap(), WorkingCalendar::state_council().unwrap());
    let steps = Steps::of(&book).unwrap();
    let running = Running { clock: Clock::Promise, from: day("2026-03-10"), due: day("2026-12-10") };
    let on = |today: &str| {
        let today = day(today);
        running.step(&steps, Span::Months(24), &calendar, Window { after: today.plus_days(-1), today })
    };
    for (today, step) in [
        ("2026-11-29", None),
        ("2026-11-30", Some(Step::Before(10))),
        ("2026-12-04", Some(Step::Before(5))),
        ("2026-12-09", Some(Step::Before(1))),
        ("2026-12-10", None),
        ("2026-12-11", Some(Step::Over)),
        ("2026-12-14", None),
    ] {
        assert_eq!(on(today), step, "{today}");
    }
    assert_eq!((Clock::Promise.right(), Clock::Promise.is_congress_s()), (Some(Right::AssignmentSee), false));
}
