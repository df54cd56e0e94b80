//! What the law and the offices expect, one sentence a test.

use crate::scene;
use crate::scene::{
    LEAD, SITS, STRANGER, Scene, bill_id, congress, day, hand, id, name, number, person, refer, ruling, sheet, sitting,
    suggestion,
};
use bills_rules::{
    Act, Answer, Bill, Defect, Disposal, Ending, Fact, Hand, Late, Mark, Organ, Refusal, Ruling, Sheet, Stage, Step,
    Vote, needed, timeline,
};
use kernel::{Level, TextError};

#[test]
fn ten_deputies_sign_and_in_a_township_five() {
    // 地方组织法 22 ¶2; law.md F18
    let levels = [(Level::Province, 10), (Level::Prefecture, 10), (Level::County, 10), (Level::Township, 5)];
    for (level, expected) in levels {
        assert_eq!(needed(level), Ok(expected), "{level:?}");
        let scene = Scene { level, ..Scene::county() };
        let given = scene.on(day("2026-03-10"));
        let short = Scene::signed(u8::try_from(expected - 1).unwrap(), &given);
        let refused = short.submit(hand(LEAD), sitting(SITS), &given).err();
        assert_eq!(refused, Some(Refusal::TooFewSigners { has: expected - 1, need: expected }), "{level:?}");
        let enough = Scene::signed(u8::try_from(expected).unwrap(), &given);
        assert!(enough.submit(hand(LEAD), sitting(SITS), &given).is_ok(), "{level:?}");
    }
    assert_eq!(needed(Level::Village), Err(Refusal::NoCongress));
}

#[test]
fn who_was_asked_and_has_not_confirmed_does_not_count() {
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let bill = Scene::signed(4, &given).ask(hand(LEAD), &[person(30)], given.now).unwrap().0;
    let refused = bill.submit(hand(LEAD), sitting(SITS), &given).err();
    assert_eq!(refused, Some(Refusal::TooFewSigners { has: 4, need: 5 }));
}

#[test]
fn a_bill_is_handed_in_while_the_congress_sits() {
    // 地方组织法 22: 举行会议的时候
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let refused = Scene::signed(5, &given).submit(hand(LEAD), sitting(!SITS), &given).err();
    assert_eq!(refused, Some(Refusal::NotSitting));
}

#[test]
fn a_bill_has_a_title_grounds_and_a_proposal() {
    // 代表法 2025, 15
    let defects = Sheet::default().complete().unwrap_err();
    let empty = TextError::Empty;
    let expected = [Defect::Title(empty), Defect::Grounds(empty), Defect::Proposal(empty), Defect::Publish];
    assert_eq!(defects, expected);
    let secret = Sheet { publish: Some(false), ..sheet() };
    assert_eq!(secret.complete().unwrap_err(), [Defect::NotPublicBecause(empty)]);
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let (bill, _) = Scene::signed(5, &given).edit(hand(LEAD), Sheet { publish: None, ..sheet() }).unwrap();
    assert_eq!(bill.submit(hand(LEAD), sitting(SITS), &given).err(), Some(Refusal::Incomplete));
}

#[test]
fn a_draft_keeps_whatever_is_typed_but_what_no_keyboard_types() {
    assert!(Sheet::default().as_draft().is_ok());
    let odd = Sheet { grounds: "有\u{0}字".to_owned(), ..sheet() };
    assert_eq!(odd.as_draft().unwrap_err(), [Defect::Grounds(TextError::Control)]);
}

#[test]
fn a_changed_text_asks_those_who_signed_again_and_consent_to_publish_does_not() {
    let given = Scene::county();
    let given = given.on(day("2026-03-10"));
    let bill = Scene::signed(3, &given);
    let (kept, fact) = bill.clone().edit(hand(LEAD), Sheet { publish: Some(false), ..sheet() }).unwrap();
    assert_eq!((kept.signers().len(), fact), (3, Fact::Edited { asked_again: vec![] }));
    let (again, fact) = bill.edit(hand(LEAD), Sheet { proposal: "另拟".to_owned(), ..sheet() }).unwrap();
    assert_eq!(again.signers(), [person(LEAD)]);
    assert_eq!(fact, Fact::Edited { asked_again: vec![person(12), person(13)] });
}

#[test]
fn a_signature_can_be_taken_back_until_the_bill_is_handed_in() {
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let bill = Scene::signed(6, &given);
    let (bill, _) = bill.decline(hand(12), given.now).unwrap();
    assert!(matches!(bill.asked()[0].answer, Answer::Declined(_)));
    let (bill, _) = bill.submit(hand(LEAD), sitting(SITS), &given).unwrap();
    let refused = bill.decline(hand(13), given.now).err();
    assert_eq!(refused, Some(Refusal::NotNow { act: Act::Decline, stage: "submitted" }));
}

#[test]
fn only_the_deputy_in_person_drafts_signs_and_hands_in() {
    let through = Hand { person: person(LEAD), through: Some(id(50)) };
    let drafted = Bill::draft(bill_id(), congress(), scene::session(), through, sheet());
    assert_eq!(drafted.err(), Some(Refusal::InPerson));
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let bill = Scene::signed(5, &given);
    assert_eq!(bill.clone().submit(through, sitting(SITS), &given).err(), Some(Refusal::InPerson));
    assert_eq!(bill.clone().submit(hand(STRANGER), sitting(SITS), &given).err(), Some(Refusal::NotLead));
    assert_eq!(bill.clone().sign(hand(STRANGER), given.now).err(), Some(Refusal::NotAsked));
    assert_eq!(bill.ask(hand(LEAD), &[person(LEAD)], given.now).err(), Some(Refusal::LeadAsked));
}

#[test]
fn a_bill_after_the_deadline_is_taken_and_can_only_become_a_suggestion() {
    // suggestions.md §5 (Qinghai's rules, 6)
    let mut scene = Scene::county();
    scene.terms.deadline = Some(day("2026-03-09").end());
    let given = scene.on(day("2026-03-10"));
    let (bill, fact) = Scene::signed(10, &given).submit(hand(LEAD), sitting(SITS), &given).unwrap();
    assert!(bill.late() && matches!(fact, Fact::Submitted { late: true, .. }));
    let (bill, _) = bill.number(number(), &given).unwrap();
    for disposal in [Disposal::Agenda, refer(), Disposal::NotListed] {
        let refused = bill.clone().decide(disposal, ruling(), &given).err();
        assert_eq!(refused, Some(Refusal::OnlySuggestion));
    }
    assert!(bill.decide(Disposal::Suggestion, ruling(), &given).is_ok());
    scene.terms.late = Late::Refused;
    let given = scene.on(day("2026-03-10"));
    let refused = Scene::signed(10, &given).submit(hand(LEAD), sitting(SITS), &given).err();
    assert_eq!(refused, Some(Refusal::TooLate));
}

#[test]
fn a_bill_returned_for_correction_was_handed_in_when_it_first_was() {
    let mut scene = Scene::county();
    scene.terms.deadline = Some(day("2026-03-09").end());
    let first = scene.on(day("2026-03-09"));
    let (bill, _) = scene.play(&[Act::Submit, Act::Return], &Disposal::Agenda, &first);
    let (bill, _) = bill.submit(hand(LEAD), sitting(SITS), &scene.on(day("2026-03-10"))).unwrap();
    assert!(!bill.late());
}

#[test]
fn a_bill_treated_as_a_suggestion_keeps_every_signer_and_names_the_suggestion_once() {
    let scene = Scene::county();
    let given = scene.on(day("2026-03-10"));
    let (bill, facts) =
        scene.play(&[Act::Submit, Act::Number, Act::Review, Act::Decide], &Disposal::Suggestion, &given);
    let Stage::Closed(closed) = &bill.stage else { panic!("{:?}", bill.stage) };
    assert_eq!(closed.ending, Ending::Suggestion(suggestion()));
    assert_eq!(bill.signers().len(), 10);
    assert!(matches!(facts.last(), Some(Fact::Decided { suggestion: Some(named), .. }) if *named == suggestion()));
}

#[test]
fn the_presidium_may_decide_without_the_committee_and_gives_a_reason_where_it_departs() {
    // 地方组织法 22 ¶2: 由主席团决定……或者先交有关的专门委员会
    let scene = Scene::county();
    let given = scene.on(day("2026-03-10"));
    let silent = Ruling { reason: None, ..ruling() };
    let (bare, _) = scene.play(&[Act::Submit, Act::Number], &Disposal::Agenda, &given);
    assert!(bare.clone().decide(Disposal::Agenda, silent, &given).is_ok());
    assert_eq!(bare.decide(Disposal::NotListed, silent, &given).err(), Some(Refusal::ReasonNeeded));
    let (reviewed, _) = scene.play(&[Act::Submit, Act::Number, Act::Review], &Disposal::Suggestion, &given);
    assert!(reviewed.clone().decide(Disposal::Suggestion, silent, &given).is_ok());
    assert_eq!(reviewed.clone().decide(refer(), silent, &given).err(), Some(Refusal::ReasonNeeded));
    assert!(reviewed.decide(refer(), ruling(), &given).is_ok());
}

#[test]
fn a_referred_bill_is_reported_on_within_the_months_of_the_session() {
    let scene = Scene::county();
    let given = scene.on(day("2026-08-31"));
    let (bill, _) = scene.play(&[Act::Submit, Act::Number], &Disposal::Agenda, &given);
    let (usual, _) = bill.clone().decide(refer(), ruling(), &given).unwrap();
    assert!(matches!(usual.stage, Stage::Referred { report_by, .. } if report_by == day("2027-02-28")));
    let named = Ruling { report_by: Some(day("2026-10-01")), ..ruling() };
    let (named, _) = bill.clone().decide(refer(), named, &given).unwrap();
    assert!(matches!(named.stage, Stage::Referred { report_by, .. } if report_by == day("2026-10-01")));
    let past = Ruling { report_by: Some(day("2026-08-31")), ..ruling() };
    assert_eq!(bill.decide(refer(), past, &given).err(), Some(Refusal::ReportDayPast));
}

#[test]
fn a_township_has_no_committee_to_refer_a_bill_to() {
    // 地方组织法 33, 46
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let (bill, _) = scene.play(&[Act::Submit, Act::Number], &Disposal::Agenda, &given);
    assert_eq!(bill.clone().review(name("主席团"), refer(), id(72), &given).err(), Some(Refusal::NoCommittee));
    assert_eq!(bill.decide(refer(), ruling(), &given).err(), Some(Refusal::NoCommittee));
    assert_eq!(Disposal::read("refer", None), Err(Refusal::ReferredToNobody));
}

#[test]
fn an_organ_puts_a_bill_where_the_law_lets_it() {
    // 地方组织法 22 ¶1, 33, 46
    for (organ, level, delegations, refused) in [
        (Organ::Presidium, Level::Township, false, None),
        (Organ::Government, Level::Township, false, None),
        (Organ::StandingCommittee, Level::County, false, None),
        (Organ::SpecialCommittee, Level::Province, false, None),
        (Organ::StandingCommittee, Level::Township, false, Some(Refusal::NoSuchOrgan)),
        (Organ::SpecialCommittee, Level::Township, false, Some(Refusal::NoSuchOrgan)),
        (Organ::Delegation, Level::County, false, Some(Refusal::DelegationsMayNot)),
        (Organ::Delegation, Level::County, true, None),
    ] {
        let mut scene = Scene { level, ..Scene::county() };
        scene.terms.delegations = delegations;
        let given = scene.on(day("2026-03-10"));
        let put = Bill::receive(bill_id(), congress(), sitting(SITS), (organ, name("提出机关")), sheet(), &given);
        assert_eq!(put.err(), refused, "{organ:?} {level:?}");
    }
}

#[test]
fn an_organs_bill_comes_before_the_congress() {
    // 地方组织法 22 ¶1: 由主席团决定提交人民代表大会会议审议
    let mut scene = Scene::county();
    scene.terms.delegations = true;
    let given = scene.on(day("2026-03-10"));
    let put = |organ| {
        let who = (organ, name("提出机关"));
        let (bill, _) = Bill::receive(bill_id(), congress(), sitting(SITS), who, sheet(), &given).unwrap();
        bill.number(number(), &given).unwrap().0
    };
    for disposal in [refer(), Disposal::NotListed, Disposal::Suggestion] {
        assert_eq!(put(Organ::Government).decide(disposal, ruling(), &given).err(), Some(Refusal::OrganIsHeard));
    }
    assert!(put(Organ::Government).decide(Disposal::Agenda, ruling(), &given).is_ok());
    let refused = put(Organ::Delegation).decide(Disposal::Suggestion, ruling(), &given).err();
    assert_eq!(refused, Some(Refusal::NobodySigned));
    let withdrawn = put(Organ::Government).withdraw(None, id(74), &given).unwrap();
    assert!(matches!(withdrawn.0.stage, Stage::Withdrawn { .. }));
    assert_eq!(put(Organ::Government).withdraw(Some(hand(LEAD)), id(74), &given).err(), Some(Refusal::NotLead));
}

#[test]
fn a_bill_on_the_agenda_is_withdrawn_before_the_vote_with_the_presidiums_consent() {
    // 地方组织法 22 ¶3; 代表法 2025, 15
    let scene = Scene::county();
    let given = scene.on(day("2026-03-10"));
    let (bill, _) = scene.play(&[Act::Submit, Act::Number, Act::Decide], &Disposal::Agenda, &given);
    let (asked, _) = bill.withdraw(Some(hand(LEAD)), id(74), &given).unwrap();
    assert!(matches!(asked.stage, Stage::Agenda { asked: Some(_), .. }));
    assert_eq!(
        asked.clone().vote(Vote { yes: 1, all: 2, ..Vote::default() }, &given).err(),
        Some(Refusal::WithdrawalWaits)
    );
    let (refused, _) = asked.clone().answer_withdrawal(Some(id(76)), &given).unwrap();
    assert!(refused.clone().vote(Vote { yes: 40, all: 60, ..Vote::default() }, &given).is_ok());
    let (agreed, _) = asked.answer_withdrawal(None, &given).unwrap();
    assert_eq!(agreed.stage.word(), "withdrawn");
    let (voted, _) = refused.vote(Vote { yes: 40, all: 60, ..Vote::default() }, &given).unwrap();
    assert!(matches!(voted.withdraw(Some(hand(LEAD)), id(74), &given), Err(Refusal::NotNow { .. })));
}

#[test]
fn more_than_half_of_all_deputies_adopt_a_bill() {
    // 地方组织法 25
    let cases = [(156, 311, true), (155, 311, false), (30, 60, false), (31, 60, true), (1, 1, true), (0, 1, false)];
    for (yes, all, adopted) in cases {
        assert_eq!(Vote { yes, all, ..Vote::default() }.adopted(), adopted, "{yes} of {all}");
    }
    let scene = Scene::county();
    let given = scene.on(day("2026-03-10"));
    let (bill, _) = scene.play(&[Act::Submit, Act::Number, Act::Decide], &Disposal::Agenda, &given);
    for vote in [
        Vote { yes: 2, all: 1, ..Vote::default() },
        Vote { yes: 0, all: 0, ..Vote::default() },
        Vote { yes: 30, all: 60, no: Some(20), abstain: Some(11) },
        Vote { yes: 1, all: u32::MAX, no: Some(u32::MAX), abstain: Some(u32::MAX) },
    ] {
        assert_eq!(bill.clone().vote(vote, &given).err(), Some(Refusal::VotesUnfit));
    }
}

#[test]
fn the_timeline_tells_what_was_done_and_ends_with_what_is_awaited() {
    let scene = Scene::county();
    let given = scene.on(day("2026-03-10"));
    let (bill, _) = scene.play(&[Act::Submit, Act::Number, Act::Review, Act::Decide], &refer(), &given);
    let line = timeline(&bill);
    assert_eq!(line.len(), 9 + 4 + 1);
    assert_eq!(line.last(), Some(&Mark::Awaited { step: Step::Reported, by: Some(day("2026-09-10")) }));
}
