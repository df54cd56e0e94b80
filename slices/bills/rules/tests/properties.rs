//! No sequence of verbs, by any people on any days, reaches a state that cannot be.

use std::collections::BTreeSet;

use crate::scene::{
    Scene, bill_id, congress, day, file, hand, id, name, number, person, refer, ruling, sheet, sitting,
};
use bills_rules::{
    Act, Bill, Disposal, Ending, FileKind, Filer, Given, Mark, OnPaper, Organ, Refusal, Ruling, Sheet, Stage, Vote,
    needed, timeline,
};
use kernel::Level;
use proptest::prelude::*;

/// One verb with its hand and choices left to chance, some days after the one before.
#[derive(Clone, Debug)]
struct Try {
    act: Act,
    who: u8,
    pick: u8,
    days: i32,
}

fn a_try() -> impl Strategy<Value = Try> {
    (0..Act::ALL.len(), 1u8..7, 0u8..6, 0..3i32).prop_map(|(act, who, pick, days)| Try {
        act: Act::ALL[act],
        who,
        pick,
        days,
    })
}

fn disposal(pick: u8) -> Disposal {
    match pick % 4 {
        0 => Disposal::Agenda,
        1 => refer(),
        2 => Disposal::NotListed,
        _ => Disposal::Suggestion,
    }
}

fn attempt(bill: Bill, go: &Try, given: &Given<'_>) -> Result<Bill, Refusal> {
    let (hand, remark) = (hand(go.who), id(70 + go.pick));
    let (organ, office) = (matches!(bill.filer, Filer::Organ { .. }), bill.kept_by_the_office());
    let done = match go.act {
        Act::Edit => bill.edit(hand, Sheet { title: format!("标题{}", go.pick / 3), ..sheet() }),
        Act::Discard => bill.clone().discard(hand).map(|fact| (bill, fact)),
        Act::Attach => bill.attach((!office).then_some(hand), file(go.pick, FileKind::Draft)),
        Act::Detach => bill.detach((!office).then_some(hand), id(go.pick)),
        Act::Ask => bill.ask(hand, &[person(go.pick + 1), person(go.pick + 2)], given.now),
        Act::Sign => bill.sign(hand, given.now),
        Act::Decline => bill.decline(hand, given.now),
        Act::Submit => bill.submit(hand, sitting(go.pick > 0), given),
        Act::Return => bill.give_back(remark, given),
        Act::Number => bill.number(number(), given),
        Act::Review => bill.review(name("议案审查委员会"), disposal(go.pick), remark, given),
        Act::Consult => bill.consult(None, given),
        Act::Speak => bill.speak(hand, go.pick > 2, (go.pick > 3).then_some(remark), given),
        Act::Decide => {
            let ruling = Ruling { reason: (go.pick > 2).then_some(remark), ..ruling() };
            bill.decide(disposal(go.pick), ruling, given)
        }
        Act::Withdraw => bill.withdraw((!organ).then_some(hand), remark, given),
        Act::AnswerWithdrawal => bill.answer_withdrawal((go.pick > 2).then_some(remark), given),
        Act::Vote => bill.vote(Vote { yes: u32::from(go.pick) * 10, all: 45, ..Vote::default() }, given),
        Act::Report => bill.report(remark, given),
    };
    done.map(|(bill, _)| bill)
}

/// What holds of every bill, whatever was tried on it.
fn sound(bill: &Bill, given: &Given<'_>) {
    let signers = bill.signers();
    assert_eq!(signers.iter().collect::<BTreeSet<_>>().len(), signers.len(), "nobody signs twice");
    // Who was entered off a sheet may still say no; then it can only become a suggestion, which `fits` sees to.
    let deputies = matches!(bill.filer, Filer::Deputies { paper: false, .. });
    if bill.stage.numbered().is_some() || matches!(bill.stage, Stage::Submitted(_)) {
        assert!(!deputies || signers.len() >= needed(given.level).unwrap() as usize, "enough have signed");
        assert!(bill.sheet.complete().is_ok(), "what is handed in is complete");
    }
    if let Some(decided) = bill.stage.decided() {
        assert!(decided.disposal.fits(bill, given.level).is_ok(), "the law lets it be so");
        assert!(
            bill.lead().is_none()
                || decided.reason.is_some()
                || decided.disposal == Disposal::Agenda
                || decided.review.as_ref().is_some_and(|review| review.proposal == decided.disposal),
            "with a reason"
        );
    }
    match &bill.stage {
        Stage::Agenda { decided, .. } => assert_eq!(decided.disposal, Disposal::Agenda),
        Stage::Referred { decided, report_by } => {
            assert!(matches!(decided.disposal, Disposal::Refer { .. }) && *report_by > decided.at.day());
        }
        Stage::Closed(closed) => ended(&closed.decided.disposal, closed.ending, bill),
        _ => {}
    }
    let awaited = timeline(bill).iter().filter(|mark| matches!(mark, Mark::Awaited { .. })).count();
    let over = matches!(bill.stage, Stage::Closed(_) | Stage::Withdrawn { .. });
    assert_eq!(awaited, usize::from(!over), "something is awaited until it is over");
}

fn ended(disposal: &Disposal, ending: Ending, bill: &Bill) {
    let fits = match ending {
        Ending::NotListed => *disposal == Disposal::NotListed,
        Ending::Suggestion(_) => *disposal == Disposal::Suggestion && bill.lead().is_some(),
        Ending::Voted(vote) => *disposal == Disposal::Agenda && vote.yes <= vote.all,
        Ending::Reported(_) => matches!(disposal, Disposal::Refer { .. }),
    };
    assert!(fits, "{disposal:?} ends as {ending:?}");
}

fn drive(mut bill: Bill, scene: &Scene, tries: &[Try]) {
    let mut today = day("2026-03-08");
    for go in tries {
        today = today.plus_days(go.days / 2);
        let given = scene.on(today);
        let before = bill.clone();
        bill = attempt(bill, go, &given).unwrap_or(before);
        sound(&bill, &given);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_verbs_reaches_an_impossible_state(tries in proptest::collection::vec(a_try(), 1..150)) {
        let mut scene = Scene::township();
        scene.terms.deadline = Some(day("2026-03-12").end());
        drive(Scene::draft(), &scene, &tries);
    }

    /// Chance alone seldom gathers enough signatures, so these begin with them.
    #[test]
    fn nor_does_one_that_begins_signed(county: bool, tries in proptest::collection::vec(a_try(), 1..150)) {
        let scene = Scene { level: if county { Level::County } else { Level::Township }, ..Scene::county() };
        let bill = Scene::signed(if county { 10 } else { 5 }, &scene.on(day("2026-03-08")));
        drive(bill, &scene, &tries);
    }

    #[test]
    fn nor_does_one_that_an_organ_puts(pick in 0usize..5, tries in proptest::collection::vec(a_try(), 1..100)) {
        let mut scene = Scene::county();
        scene.terms.delegations = true;
        let given = scene.on(day("2026-03-08"));
        let who = (Organ::ALL[pick], name("提出机关"));
        let (bill, _) = Bill::receive(bill_id(), congress(), sitting(true), who, sheet(), &given).unwrap();
        drive(bill, &scene, &tries);
    }

    #[test]
    fn nor_does_one_that_came_on_paper(tries in proptest::collection::vec(a_try(), 1..100)) {
        let scene = Scene::township();
        let given = scene.on(day("2026-03-08"));
        let signers = (2..6).map(person).collect();
        let from = OnPaper { lead: person(1), signers, received: given.now, sheet: sheet() };
        let (bill, _) = Bill::receive_paper(bill_id(), congress(), sitting(true), from, &given).unwrap();
        drive(bill, &scene, &tries);
    }
}
