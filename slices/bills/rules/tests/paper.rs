//! Sheets that deputies signed by hand, and files of bills.

use crate::scene::{
    LEAD, SITS, Scene, bill_id, congress, day, file, hand, id, name, number, person, ruling, sheet, sitting,
};
use bills_rules::{Answer, Bill, Disposal, Done, Fact, FileKind, Given, Late, MOST_FILES, OnPaper, Refusal, Stage};
use kernel::{Moment, PersonId};

fn on_paper(count: u8, received: Moment) -> OnPaper {
    let signers: Vec<PersonId> = (2..=count).map(person).collect();
    OnPaper { lead: person(LEAD), signers, received, sheet: sheet() }
}

fn receive(from: OnPaper, given: &Given<'_>) -> Done {
    Bill::receive_paper(bill_id(), congress(), sitting(SITS), from, given)
}

#[test]
fn a_signed_sheet_is_handed_in_when_it_was_received_and_not_when_it_is_typed() {
    let mut scene = Scene::township();
    scene.terms.deadline = Some(day("2026-03-09").end());
    let (given, before) = (scene.on(day("2026-03-10")), scene.on(day("2026-03-09")).now);
    let mut named = on_paper(5, before);
    named.signers.extend([person(2), person(LEAD)]);
    let (bill, fact) = receive(named, &given).unwrap();
    assert!(!bill.late() && bill.on_paper() && bill.signers().len() == 5, "nobody is counted twice");
    assert!(matches!(bill.stage, Stage::Submitted(submission) if submission.at == before));
    assert!(
        matches!(fact, Fact::ReceivedOnPaper { received, late: false, ref signers, .. } if received == before && signers.len() == 5)
    );
    assert!(receive(on_paper(5, given.now), &given).unwrap().0.late());
    let tomorrow = scene.on(day("2026-03-11")).now;
    assert_eq!(receive(on_paper(5, tomorrow), &given).err(), Some(Refusal::ReceivedLater));
    assert_eq!(receive(on_paper(4, before), &given).err(), Some(Refusal::TooFewSigners { has: 4, need: 5 }));
    let closed = Bill::receive_paper(bill_id(), congress(), sitting(!SITS), on_paper(5, before), &given);
    assert_eq!(closed.err(), Some(Refusal::NotSitting));
    let mut strict = scene.terms.clone();
    strict.late = Late::Refused;
    let given = Given { terms: &strict, ..given };
    assert_eq!(receive(on_paper(5, given.now), &given).err(), Some(Refusal::TooLate));
}

#[test]
fn who_did_not_sign_the_sheet_says_so_and_too_few_are_left_for_a_bill() {
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let (bill, _) = receive(on_paper(5, given.now), &given).unwrap();
    assert_eq!(bill.clone().decline(hand(9), given.now).err(), Some(Refusal::NotAsked));
    let (bill, _) = bill.number(number(), &given).unwrap();
    let (bill, fact) = bill.decline(hand(3), given.now).unwrap();
    assert_eq!(fact, Fact::SignDenied { person: person(3) });
    assert!(matches!(bill.asked()[1].answer, Answer::Declined(_)));
    let review = bill.clone().review(name("议案审查委员会"), Disposal::Agenda, id(72), &given);
    assert_eq!(review.err(), Some(Refusal::SignaturesDenied));
    let (bill, _) = bill.decide(Disposal::Suggestion, ruling(), &given).unwrap();
    assert!(bill.decline(hand(4), given.now).is_err(), "the presidium has decided");
}

#[test]
fn the_office_mends_what_it_typed_and_enters_the_withdrawal() {
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let (bill, _) = receive(on_paper(5, given.now), &given).unwrap();
    assert!(bill.clone().give_back(id(71), &given).is_err(), "a sheet lies with the office");
    let mut other = sheet();
    other.title = "关于水源地保护的议案".to_owned();
    let (bill, fact) = bill.retype(other.clone()).unwrap();
    assert_eq!((fact, bill.sheet.title.as_str(), bill.signers().len()), (Fact::Retyped, other.title.as_str(), 5));
    assert!(bill.clone().withdraw(Some(hand(LEAD)), id(74), &given).is_ok(), "the lead deputy, with an account");
    let (numbered, _) = bill.number(number(), &given).unwrap();
    assert!(numbered.clone().retype(sheet()).is_err(), "what has a number is not typed again");
    let (gone, _) = numbered.withdraw(None, id(74), &given).unwrap();
    assert_eq!(gone.stage.word(), "withdrawn");
    let own = Scene::signed(5, &given).submit(hand(LEAD), sitting(SITS), &given).unwrap().0;
    assert!(own.clone().retype(sheet()).is_err() && own.withdraw(None, id(74), &given).is_err());
}

#[test]
fn another_draft_text_asks_the_signers_again_and_any_other_file_does_not() {
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let bill = Scene::signed(5, &given);
    let lead = Some(hand(LEAD));
    let (bill, _) = bill.attach(lead, file(90, FileKind::Other)).unwrap();
    assert_eq!(bill.signers().len(), 5);
    let (bill, fact) = bill.attach(lead, file(91, FileKind::Draft)).unwrap();
    assert!(matches!(fact, Fact::Attached { asked_again, .. } if asked_again.len() == 4));
    assert_eq!((bill.signers().len(), bill.files.len()), (1, 2));
    assert_eq!(bill.clone().detach(lead, id(99)).err(), Some(Refusal::NoFile));
    assert_eq!(bill.clone().attach(Some(hand(12)), file(92, FileKind::Other)).err(), Some(Refusal::NotLead));
    let (bill, _) = bill.detach(lead, id(91)).unwrap();
    assert_eq!(bill.files, [file(90, FileKind::Other)]);
}

#[test]
fn the_office_lays_the_scan_to_what_it_keeps_until_the_presidium_decides() {
    let scene = Scene::township();
    let given = scene.on(day("2026-03-10"));
    let (bill, _) = receive(on_paper(5, given.now), &given).unwrap();
    let refused = bill.clone().attach(Some(hand(LEAD)), file(90, FileKind::Scan)).err();
    assert_eq!(refused, Some(Refusal::NotLead), "the office keeps the sheet");
    let mut full = bill.clone();
    for n in 0..u8::try_from(MOST_FILES).unwrap() {
        full = full.attach(None, file(n, FileKind::Scan)).unwrap().0;
    }
    assert_eq!(full.attach(None, file(99, FileKind::Scan)).err(), Some(Refusal::TooManyFiles));
    let (bill, _) = bill.number(number(), &given).unwrap();
    let (bill, fact) = bill.attach(None, file(90, FileKind::Draft)).unwrap();
    assert!(matches!(fact, Fact::Attached { asked_again, .. } if asked_again.is_empty()), "they signed on paper");
    let (bill, _) = bill.decide(Disposal::Agenda, ruling(), &given).unwrap();
    assert!(bill.detach(None, id(90)).is_err());
}
