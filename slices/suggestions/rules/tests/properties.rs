//! No sequence of verbs, by any people on any days, reaches a state that cannot be; and every day that a fact gives is what another count
//! of days comes to.

use crate::scene;
use std::collections::BTreeSet;

use crate::clocks::{Clocks, number};

use crate::scene::{ACTS, Scene, day, hand, handler, id, letter, part, person, sheet, talk};
use kernel::{AccountId, Day};
use proptest::prelude::*;
use suggestions_rules::{
    Act, Assignment, AssignmentId, Done, Fact, Form, Found, Given, Handler, Handlers, Limit, Mark, Number, Occasion,
    Role, Round, RoundStage, Ruling, Score, Sheet, Stage, Suggestion, Talk, Work, timeline,
};

/// One verb with its hand and choices left to chance, some days after the one before.
#[derive(Clone, Debug)]
struct Try {
    act: Act,
    who: u8,
    part: u8,
    pick: u8,
    days: i32,
}

fn a_try() -> impl Strategy<Value = Try> {
    (0..ACTS.len(), 1u8..4, 1u8..4, 0u8..6, 0..40i32).prop_map(|(act, who, part, pick, days)| Try {
        act: ACTS[act],
        who,
        part,
        pick,
        days: days / 4,
    })
}

fn attempt(suggestion: Suggestion, go: &Try, given: &Given<'_>) -> Done {
    let hand = hand(go.who);
    let part_id = part(go.part);
    let remark = id(70 + go.pick);
    match go.act {
        Act::Edit => {
            let title = if go.pick == 0 { String::new() } else { format!("标题{}", go.pick) };
            suggestion.edit(hand, Sheet { title, ..sheet() }, given)
        }
        Act::Discard => suggestion.clone().discard(hand).map(|fact| (suggestion, fact)),
        Act::ConfirmEntry => suggestion.confirm_entry(hand, given),
        Act::Invite => suggestion.invite(hand, &[person(go.pick + 1), person(go.pick % 3 + 1)], given),
        Act::Cosign => suggestion.cosign(hand, given),
        Act::DeclineCosign => suggestion.decline_cosign(hand, given),
        Act::Submit => {
            suggestion.submit(hand, id(8), [Occasion::Between, Occasion::InSession][go.pick as usize % 2], given)
        }
        Act::Withdraw => suggestion.withdraw(hand, remark, given),
        Act::Check => suggestion.take_over_check(id(go.pick)),
        Act::Return => suggestion.return_for_editing(remark, given),
        Act::Refuse => suggestion.refuse(["litigation", "nothing"][usize::from(go.pick == 0)], "letter", remark, given),
        Act::AcknowledgeRefusal => suggestion.acknowledge_refusal(hand, given),
        Act::Insist => suggestion.insist(hand, remark),
        Act::Accept => suggestion.accept(["other", "nothing"][usize::from(go.pick == 0)], given),
        Act::Number => {
            let n = u32::from(go.pick) + 1;
            suggestion.number(Number { series: "2026".into(), n, text: format!("第{n}号") }, given)
        }
        Act::Merge => {
            let scene = Scene::new();
            let other = scene.other(given);
            let other = if go.pick < 3 { other } else { other.assign(form(1), given)?.0 };
            let other = if go.pick == 5 { Suggestion { id: suggestion.id, ..other } } else { other };
            suggestion.merge(&other, go.pick == 0, remark, given)
        }
        Act::Separate => suggestion.separate((go.pick > 0).then_some(remark)),
        Act::Route => suggestion.route(scene::unit(go.pick), given),
        Act::RouteOn => suggestion.route_on(scene::unit(go.pick), remark, given),
        Act::RouteBack => suggestion.route_back(go.pick > 2, remark),
        Act::GiveToRead => suggestion.give_to_read(&[handler(go.pick + 1)], given),
        Act::Assign if go.pick == 1 && suggestion.merged.is_some() => {
            let (other, _) = Scene::new().other(given).assign(form(1), given)?;
            suggestion.assign_with(&other, form(1), given)
        }
        Act::Assign => suggestion.assign(form(go.pick), given),
        Act::SignFor => suggestion.sign_for(part_id, given),
        Act::Advise => suggestion.advise(part_id, remark, given),
        Act::Object => suggestion.object(part_id, scene::unit(go.pick), remark, given),
        Act::RuleObjection => {
            let handler = Handler { id: fresh(&suggestion), unit: scene::unit(go.pick) };
            let ruling = if go.pick.is_multiple_of(2) { Ruling::Refuse } else { Ruling::PassOn(handler) };
            suggestion.rule_objection(part_id, ruling, remark, given)
        }
        Act::AskExtension => {
            suggestion.ask_extension(part_id, given.today().plus_days(i32::from(go.pick) * 40), remark, given)
        }
        Act::AnswerExtension => {
            suggestion.answer_extension(part_id, go.pick > 2, (go.pick != 1).then_some(remark), given)
        }
        Act::DraftReply => suggestion.draft_reply(part_id, letter()),
        Act::SendToCheck => suggestion.send_to_check(part_id, given),
        Act::SendBack => suggestion.send_back(part_id, remark, given),
        Act::Pass => suggestion.pass(part_id, given),
        Act::SignReply => {
            let class = ["A", "B", "C", "D", "E", "A"][go.pick as usize];
            suggestion.sign_reply(part_id, AccountId::from_uuid(id::<()>(60).uuid()), class, given)
        }
        Act::Deliver => suggestion.deliver(part_id, given),
        Act::Judge => {
            let scores = (Score::ALL[go.pick as usize % 3], Score::ALL[go.pick as usize / 2]);
            suggestion.judge(part_id, hand, scores, (go.pick != 2).then_some(remark), given)
        }
        Act::OrderRedo => suggestion.order_redo(part_id, remark, given),
        Act::Attach if go.pick.is_multiple_of(2) => suggestion.attach(hand, id(76), String::new()),
        Act::Attach => suggestion.attach_to_reply(part_id, id(76), String::new()),
        Act::Close => suggestion.close(given),
        beside => besides(beside, suggestion, go, given),
    }
}

/// The days a fact gives, each with the limit by which it must have been counted from today.
fn days_given(fact: &Fact) -> Vec<(Limit, Day)> {
    match fact {
        Fact::Submitted { assign_by, .. } => assign_by.iter().map(|day| (Limit::Assign, *day)).collect(),
        Fact::Routed { by, .. } | Fact::RoutedOn { by, .. } => vec![(Limit::Assign, *by)],
        Fact::Assigned { to } => to.iter().map(|to| (main_limit(to.role), to.due)).collect(),
        Fact::PassedOn { to, .. } | Fact::Reassigned { to, .. } | Fact::UnitAdded { to, .. } => {
            vec![(main_limit(to.role), to.due)]
        }
        Fact::ReplyDelivered { judge_by, .. } => vec![(Limit::Judge, *judge_by)],
        Fact::RedoOrdered { due, .. } => vec![(Limit::Redo, *due)],
        Fact::Reopened { due, .. } => vec![(Limit::Reopen, *due)],
        _ => vec![],
    }
}

fn main_limit(role: Role) -> Limit {
    if role == Role::Co { Limit::CoOpinion } else { Limit::Reply }
}

/// Tries it, and holds the days of its fact against another count; the state stays where it is refused.
fn step(suggestion: Suggestion, go: &Try, given: &Given<'_>, clocks: &Clocks) -> Suggestion {
    let before = suggestion.clone();
    let Ok((next, fact)) = attempt(suggestion, go, given) else { return before };
    for (limit, day) in days_given(&fact) {
        assert_eq!(number(day), clocks.last(given.today(), given.book.span(limit)), "{limit:?} from {}", given.today());
    }
    if let Fact::SignedFor { assignment, late, .. } | Fact::Advised { assignment, late, .. } = fact {
        let part = next.stage.handling().and_then(|handling| handling.handlers.find(assignment)).unwrap();
        let advised = matches!(part.work, Work::Advised { .. });
        let limit = if advised { Limit::CoOpinion } else { Limit::SignFor };
        let last = clocks.last(part.assigned.day(), given.book.span(limit));
        assert_eq!(late, number(given.today()) > last, "{limit:?} of a part assigned on {}", part.assigned.day());
    }
    next
}

/// What stands beside the work or follows it: a talk, a promise, a look back, taking it up again.
fn besides(act: Act, suggestion: Suggestion, go: &Try, given: &Given<'_>) -> Done {
    let remark = id(70 + go.pick);
    match act {
        Act::RecordContact => {
            let talk = Talk { with: person(go.who), ..talk(given.today().plus_days(-i32::from(go.pick))) };
            let recorded = suggestion.record_contact(part(go.part), id(77), talk, given);
            recorded.map(|(_, fact)| (suggestion, fact))
        }
        Act::Reopen => suggestion.reopen(part(go.part), remark, given),
        Act::CallForJudgement => {
            suggestion.call_for_judgement(part(go.part), person(go.who), remark).map(|fact| (suggestion, fact))
        }
        Act::ShowDraft => {
            let shown = suggestion.show_draft(part(go.part), (id(99), person(go.who)), &[], given);
            shown.map(|(_, fact)| (suggestion, fact))
        }
        Act::AnswerDraft => {
            let shown = scene::shown_draft(given);
            shown.answer(&suggestion, hand(go.who), (1, Some(remark)), given).map(|(_, fact)| (suggestion, fact))
        }
        Act::NoteInRoom => suggestion.note_in_room(id(95), scene::unit(1), remark).map(|fact| (suggestion, fact)),
        Act::DoubtClass => {
            let (doubt, fact) =
                suggestion.doubt_class(part(go.part), (id(95), Some(hand(go.who))), remark, &[], given)?;
            match suggestion.clone().change_class(doubt, (["A", "B", "Z"][usize::from(go.pick) % 3], remark), given) {
                Ok((next, _, fact)) => Ok((next, fact)),
                Err(_) => Ok((suggestion, fact)),
            }
        }
        Act::Reclass => suggestion.reclass(["social", "other"][usize::from(go.pick > 2)], remark, given),
        Act::Reassign => {
            let handler = Handler { id: fresh(&suggestion), unit: scene::unit(go.pick) };
            suggestion.reassign(part(go.part), handler, remark, given)
        }
        Act::AddUnit => {
            let handler = Handler { id: fresh(&suggestion), unit: scene::unit(go.pick) };
            suggestion.add_unit(handler, remark, given)
        }
        Act::LookBack => suggestion.look_back(Found::GoingOn, remark).map(|fact| (suggestion, fact)),
        Act::Promise => {
            let due = given.today().plus_days(i32::from(go.pick) * 200 - 100);
            let made = suggestion.make_promise(part(go.part), id(90), (scene::promise_words(), due), given);
            made.map(|(_, fact)| (suggestion, fact))
        }
        other => panic!("nobody tries {other:?}"),
    }
}

/// The identity of a part that there is not yet.
fn fresh(suggestion: &Suggestion) -> AssignmentId {
    let parts = suggestion.stage.handling().map_or(0, |handling| handling.handlers.all().count());
    part(10 + u8::try_from(parts).unwrap())
}

fn form(pick: u8) -> Form {
    match pick {
        0 => Form::Sole(handler(1)),
        1 => Form::Joint { lead: handler(1), co: vec![handler(2)] },
        2 => Form::Joint { lead: handler(2), co: vec![handler(1), handler(3)] },
        3 => Form::Separate(vec![handler(1), handler(2)]),
        4 => Form::Separate(vec![handler(1)]),
        _ => Form::Joint { lead: handler(1), co: vec![handler(1)] },
    }
}

fn sound(suggestion: &Suggestion, today: Day) {
    let people: BTreeSet<_> = suggestion.cosigners.iter().map(|cosigner| cosigner.person).collect();
    assert_eq!(people.len(), suggestion.cosigners.len(), "nobody is asked twice");
    assert!(!people.contains(&suggestion.lead.person), "the lead does not second");
    if suggestion.stage.submission().is_some() && !matches!(suggestion.stage, Stage::Returned { .. }) {
        let taken_back = matches!(suggestion.stage, Stage::Withdrawn { .. });
        assert!(taken_back || suggestion.sheet.complete().is_ok(), "what the congress holds is complete");
    }
    if let Some(handling) = suggestion.stage.handling() {
        let parts: Vec<Assignment> = handling.handlers.all().cloned().collect();
        Handlers::read(parts.clone()).expect("the units add up to a form");
        for part in &parts {
            sound_part(suggestion, part, today);
        }
    }
    assert!(
        suggestion.merged.is_none() || suggestion.stage.numbered().is_some(),
        "what goes with another has its number"
    );
    assert!(suggestion.routed.is_none() || suggestion.stage.numbered().is_some(), "what is handed on has its number");
    let moments: Vec<_> = timeline(suggestion)
        .iter()
        .filter_map(|mark| if let Mark::Done { at, .. } = mark { Some(*at) } else { None })
        .collect();
    assert!(moments.is_sorted(), "the story is told in order");
}

fn sound_part(suggestion: &Suggestion, part: &Assignment, today: Day) {
    assert!(part.sign_by >= part.assigned.day() && part.due > part.assigned.day());
    assert_eq!(
        part.role.replies(),
        !matches!(part.work, Work::Advising { .. } | Work::Advised { .. }) && part.role.replies()
    );
    assert!(part.role.replies() || part.round().is_none(), "a co-unit has no rounds");
    assert!(part.awaits().1.is_none_or(|by| by >= part.assigned.day()), "nothing is due before it was assigned");
    for (at, round) in part.rounds().enumerate() {
        assert_eq!(usize::from(round.ordinal), at + 1, "rounds are counted without gaps");
        sound_round(suggestion, round, today);
        // The last one is the present one, also while an objection lies.
        if at + 1 < part.rounds().count() {
            assert!(matches!(round.stage, RoundStage::Delivered { .. }), "a past round was delivered");
            let again = part.rounds().nth(at + 1).is_some_and(|next| next.reopened);
            assert!(again || round.deliveries().iter().any(|d| d.judgement.is_some_and(|word| word.dissatisfied())));
        }
    }
}

fn sound_round(suggestion: &Suggestion, round: &Round, today: Day) {
    if let RoundStage::Delivered { deliveries, at, judge_by, .. } = &round.stage {
        let to: Vec<_> = deliveries.iter().map(|delivery| delivery.signer).collect();
        assert_eq!(to, suggestion.signers(), "every signer has the reply, and nobody else");
        assert!(at.day() <= today && at.day() < *judge_by);
        for word in deliveries.iter().filter_map(|delivery| delivery.judgement) {
            assert!(!word.dissatisfied() || word.reason.is_some(), "不满意 has a reason");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_verbs_reaches_an_impossible_state(tries in proptest::collection::vec(a_try(), 1..120)) {
        let scene = Scene::new();
        let mut today = day("2026-01-05");
        let mut suggestion = Scene::draft();
        let clocks = Clocks::of(scene.on(today).calendar);
        for go in &tries {
            today = today.plus_days(go.days);
            suggestion = step(suggestion, go, &scene.on(today), &clocks);
            sound(&suggestion, today);
        }
    }

    /// Chance alone seldom gets past the office, so these begin with the units at work.
    #[test]
    fn nor_does_one_that_begins_with_the_units(pick in 0u8..4, tries in proptest::collection::vec(a_try(), 1..200)) {
        let scene = Scene::new();
        let mut today = day("2026-01-05");
        let (suggestion, _) = scene.play(&[Act::Invite, Act::Cosign, Act::Submit, Act::Accept, Act::Number], &scene.on(today));
        let (mut suggestion, _) = suggestion.assign(form(pick), &scene.on(today)).unwrap();
        let clocks = Clocks::of(scene.on(today).calendar);
        for go in tries.iter().filter(|go| go.act != Act::Withdraw) {
            today = today.plus_days(go.days);
            suggestion = step(suggestion, go, &scene.on(today), &clocks);
            sound(&suggestion, today);
        }
    }
}
