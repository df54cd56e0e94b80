//! 征求联名代表意见: who is asked, until when, and what waits for it.

use crate::scene::{Scene, day, hand, id, name, number, person, refer, ruling, sheet, sitting};
use bills_rules::{Act, Bill, Disposal, Fact, Filer, Given, Hand, OnPaper, Organ, Refusal, Stage, Terms, Voice};

fn reviewed(scene: &Scene, given: &Given<'_>) -> Bill {
    scene.play(&[Act::Submit, Act::Number, Act::Review], &Disposal::Suggestion, given).0
}

fn as_suggestion(bill: &Bill, given: &Given<'_>) -> Result<&'static str, Refusal> {
    bill.clone().decide(Disposal::Suggestion, ruling(), given).map(|(bill, _)| bill.stage.word())
}

#[test]
fn whoever_signed_is_asked_and_their_silence_ends_with_the_day() {
    let scene = Scene::county();
    let (monday, thursday, friday) =
        (scene.on(day("2026-03-09")), scene.on(day("2026-03-12")), scene.on(day("2026-03-13")));
    let bill = reviewed(&scene, &monday);
    let (bill, fact) = bill.consult(None, &monday).unwrap();
    let Fact::SignersConsulted { people, until } = fact else { panic!("{fact:?}") };
    assert_eq!((people.len(), until), (10, day("2026-03-12")), "the lead deputy too, three days");
    // (who, agrees, on which day, refusal)
    let stranger = Hand { person: person(77), through: None };
    let clerk = Hand { person: person(12), through: Some(id(5)) };
    for (hand, given, refusal) in [
        (stranger, &monday, Refusal::NotConsulted),
        (clerk, &monday, Refusal::InPerson),
        (hand(12), &friday, Refusal::ConsultOver),
    ] {
        assert_eq!(bill.clone().speak(hand, true, None, given).map(|_| ()), Err(refusal));
    }
    for (given, says) in
        [(&monday, Err(Refusal::ConsultRuns)), (&thursday, Err(Refusal::ConsultRuns)), (&friday, Ok("closed"))]
    {
        assert_eq!(as_suggestion(&bill, given), says);
    }
    assert!(bill.clone().decide(refer(), ruling(), &monday).is_ok(), "nothing else waits for it");
    assert_eq!(bill.clone().consult(None, &friday).map(|_| ()), Err(Refusal::ConsultedBefore));
}

#[test]
fn once_all_have_answered_nothing_waits_and_an_objection_does_not_bind() {
    let scene = Scene::county();
    let given = scene.on(day("2026-03-09"));
    let mut bill = reviewed(&scene, &given).consult(Some(day("2026-03-10")), &given).unwrap().0;
    let people = bill.signers();
    for (nth, who) in people.iter().enumerate() {
        let hand = Hand { person: *who, through: None };
        let (next, fact) = bill.speak(hand, nth != 3, (nth == 3).then(|| id(80)), &given).unwrap();
        let Fact::SignerSpoke { last, reason, .. } = fact else { panic!("{fact:?}") };
        assert_eq!((last, reason.is_some()), (nth == 9, nth == 3));
        bill = next;
    }
    let consult = bill.consult.as_ref().unwrap();
    assert_eq!(Voice::WORDS.map(|word| consult.count(word)), [9, 1, 0]);
    assert_eq!(as_suggestion(&bill, &given), Ok("closed"));
    let first = Hand { person: people[0], through: None };
    assert_eq!(bill.clone().speak(first, true, None, &given).map(|_| ()), Err(Refusal::SaidAlready));
    let changed = bill.speak(first, false, None, &given).unwrap().0;
    assert_eq!(changed.consult.unwrap().voice(people[0]), Some(Voice::Objects(given.now, None)));
}

#[test]
fn the_terms_say_whether_they_must_be_asked() {
    let mut scene = Scene::county();
    assert!(!scene.terms.consult_first, "no law asks for it");
    scene.terms = Terms { consult_first: true, consult_days: 0, ..scene.terms };
    let (given, next) = (scene.on(day("2026-03-09")), scene.on(day("2026-03-10")));
    let bill = reviewed(&scene, &given);
    assert_eq!(as_suggestion(&bill, &given), Err(Refusal::ConsultFirst));
    assert!(bill.clone().decide(Disposal::NotListed, ruling(), &given).is_ok());
    for (until, refused) in [("2026-03-08", true), ("2026-03-09", false), ("2026-04-08", false), ("2026-04-09", true)] {
        let asked = bill.clone().consult(Some(day(until)), &given).map(|_| ());
        assert_eq!(asked, if refused { Err(Refusal::ConsultDayUnfit) } else { Ok(()) }, "{until}");
    }
    let bill = bill.consult(None, &given).unwrap().0;
    assert_eq!(as_suggestion(&bill, &given), Err(Refusal::ConsultRuns));
    assert_eq!(as_suggestion(&bill, &next), Ok("closed"));
}

#[test]
fn an_organ_is_not_asked_nor_waited_for() {
    let mut scene = Scene::county();
    scene.terms = Terms { consult_first: true, delegations: true, ..scene.terms };
    let given = scene.on(day("2026-03-09"));
    let put = (Organ::Government, name("县人民政府"));
    let bill = Bill::receive(id(9), id(100), sitting(true), put, sheet(), &given).unwrap().0;
    let bill = bill.number(number(), &given).unwrap().0;
    assert_eq!(bill.consult(None, &given).map(|_| ()), Err(Refusal::NobodySigned));
}

#[test]
fn who_says_that_the_signature_is_not_theirs_is_waited_for_no_longer() {
    let scene = Scene::county();
    let given = scene.on(day("2026-03-09"));
    let signers = (11..=20).map(person).collect();
    let from = OnPaper { lead: person(1), signers, received: given.now, sheet: sheet() };
    let bill = Bill::receive_paper(id(9), id(100), sitting(true), from, &given).unwrap().0;
    let mut bill = bill.number(number(), &given).unwrap().0.consult(None, &given).unwrap().0;
    for n in [1].into_iter().chain(12..=20) {
        bill = bill.speak(hand(n), true, None, &given).unwrap().0;
    }
    assert_eq!(as_suggestion(&bill, &given), Err(Refusal::ConsultRuns));
    let denied = bill.decline(hand(11), given.now).unwrap().0;
    assert!(matches!(&denied.filer, Filer::Deputies { paper: true, .. }) && matches!(denied.stage, Stage::Numbered(_)));
    assert_eq!(as_suggestion(&denied, &given), Ok("closed"));
    assert_eq!(denied.speak(hand(11), true, None, &given).map(|_| ()), Err(Refusal::NotConsulted));
}
