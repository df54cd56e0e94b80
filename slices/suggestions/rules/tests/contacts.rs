//! Records of talks with deputies: who may keep what, who confirms, and what is missing before a reply is signed.

use std::slice::from_ref;

use crate::scene::{LEAD, SECOND, STRANGER, Scene, day, hand, id, part, person, talk};
use kernel::{AccountId, PersonId};
use suggestions_rules::{
    Act, Contact, Demand, Entry, Grade, Hand, Lack, Refusal, RuleBook, Sheet, Suggestion, Talk, Word,
};

const TO_SIGN: [Act; 10] = {
    use Act::*;
    [Invite, Cosign, Submit, Accept, Number, Assign, SignFor, DraftReply, SendToCheck, Pass]
};

/// Seconded, passed the check and to be signed, on 10 March.
fn to_sign(scene: &Scene) -> Suggestion {
    scene.play(&TO_SIGN, &scene.on(day("2026-03-10"))).0
}

fn contact(scene: &Scene, of: &Suggestion, talk: Talk) -> Result<Contact, Refusal> {
    of.record_contact(part(1), id(77), talk, &scene.on(day("2026-03-12"))).map(|(contact, _)| contact)
}

fn demanding(pairs: &[(&str, &str)]) -> RuleBook {
    let entry = |(key, value): &(&str, &str)| Entry {
        key: (*key).to_owned(),
        value: (*value).to_owned(),
        grade: Grade::D,
        document: "某县办法".to_owned(),
    };
    RuleBook::lay(pairs.iter().map(entry).collect()).unwrap()
}

fn asks_to_be_met(of: Suggestion) -> Suggestion {
    let sheet = Sheet { wants_meeting: true, ..of.sheet.clone() };
    Suggestion { sheet, ..of }
}

#[test]
fn a_talk_lies_between_the_assignment_and_today_with_a_signer_in_a_way_of_the_list() {
    let scene = Scene::new();
    let of = to_sign(&scene);
    let with = |n: u8| person(n);
    let table: [(&str, &str, PersonId, Option<Refusal>); 7] = [
        ("2026-03-10", "phone", with(LEAD), None),
        ("2026-03-12", "talk", with(SECOND), None),
        ("2026-03-09", "phone", with(LEAD), Some(Refusal::ContactDayUnfit)),
        ("2026-03-13", "phone", with(LEAD), Some(Refusal::ContactDayUnfit)),
        ("2026-03-12", "fax", with(LEAD), Some(Refusal::UnknownWay)),
        ("2026-03-12", "", with(LEAD), Some(Refusal::UnknownWay)),
        ("2026-03-12", "phone", with(STRANGER), Some(Refusal::ContactWithUnfit)),
    ];
    for (on, way, with, refused) in table {
        let talk = Talk { way: way.to_owned(), with, ..talk(day(on)) };
        let found = contact(&scene, &of, talk);
        assert_eq!(found.as_ref().err(), refused.as_ref(), "{on} {way}");
        if let Ok(contact) = found {
            assert_eq!((contact.face, contact.word), (way == "talk", Word::Waiting));
        }
    }
}

#[test]
fn only_the_deputy_it_was_with_answers_and_only_once() {
    let scene = Scene::new();
    let made = contact(&scene, &to_sign(&scene), talk(day("2026-03-12"))).unwrap();
    let at = scene.on(day("2026-03-13")).now;
    assert_eq!(made.clone().confirm(hand(SECOND), at).unwrap_err(), Refusal::NotContacted);
    let pen = Hand { through: Some(AccountId::from_uuid(id::<()>(50).uuid())), ..hand(LEAD) };
    let (confirmed, _) = made.clone().confirm(pen, at).unwrap();
    assert_eq!(confirmed.word, Word::Confirmed { at });
    let (disputed, _) = made.clone().dispute(hand(LEAD), id(79), at).unwrap();
    let (withdrawn, _) = made.clone().withdraw(at).unwrap();
    for (name, answered) in [("confirmed", &confirmed), ("disputed", &disputed), ("withdrawn", &withdrawn)] {
        assert_eq!(answered.clone().confirm(hand(LEAD), at).unwrap_err(), Refusal::ContactAnswered, "{name}");
        assert_eq!(answered.clone().dispute(hand(LEAD), id(79), at).unwrap_err(), Refusal::ContactAnswered, "{name}");
    }
    assert_eq!(confirmed.withdraw(at).unwrap_err(), Refusal::ContactConfirmed);
    assert_eq!(withdrawn.withdraw(at).unwrap_err(), Refusal::ContactAnswered);
    assert!(disputed.withdraw(at).is_ok());
}

#[test]
fn a_part_not_signed_for_keeps_no_record_and_a_co_unit_keeps_its_own() {
    let scene = Scene::new();
    let of = to_sign(&scene);
    let given = scene.on(day("2026-03-12"));
    let early = of.record_contact(part(2), id(77), talk(day("2026-03-12")), &given).unwrap_err();
    assert!(matches!(early, Refusal::NotNow { act: Act::RecordContact, stage: "waiting" }));
    let (of, _) = of.sign_for(part(2), &given).unwrap();
    let (own, _) = of.record_contact(part(2), id(77), talk(day("2026-03-12")), &given).unwrap();
    assert_eq!(own.assignment, part(2));
    let (of, _) = of.advise(part(2), id(72), &given).unwrap();
    assert!(of.record_contact(part(2), id(80), talk(day("2026-03-12")), &given).is_ok());
}

/// What it is called, the suggestion, its talks, the rule book, and what is missing.
type Row<'a> = (&'a str, &'a Suggestion, Vec<&'a Contact>, &'a RuleBook, Vec<(Lack, Demand)>);

#[test]
fn what_is_missing_before_signing_follows_the_rule_book() {
    let scene = Scene::new();
    let plain = to_sign(&scene);
    let wants = asks_to_be_met(plain.clone());
    let made = |way: &str, with| {
        let talk = Talk { way: way.to_owned(), with, ..talk(day("2026-03-12")) };
        contact(&scene, &plain, talk).unwrap()
    };
    let (call, visit, second) = (made("phone", person(LEAD)), made("site", person(LEAD)), made("talk", person(SECOND)));
    let at = scene.on(day("2026-03-13")).now;
    let disputed = visit.clone().dispute(hand(LEAD), id(79), at).unwrap().0;
    let withdrawn = visit.clone().withdraw(at).unwrap().0;
    let (advised, none) = (RuleBook::hunan().unwrap(), demanding(&[("contact.before-signing", "none")]));
    let strict = demanding(&[("contact.before-signing", "required"), ("contact.meeting", "required")]);
    use Demand::*;
    let table: Vec<Row> = vec![
        ("nothing", &plain, vec![], &advised, vec![(Lack::Contact, Advised)]),
        ("nothing asked", &plain, vec![], &none, vec![]),
        ("nothing, strict", &plain, vec![], &strict, vec![(Lack::Contact, Required)]),
        ("a call", &plain, vec![&call], &strict, vec![]),
        ("disputed", &plain, vec![&disputed], &strict, vec![(Lack::Contact, Required)]),
        ("withdrawn", &plain, vec![&withdrawn], &strict, vec![(Lack::Contact, Required)]),
        ("a call, to be met", &wants, vec![&call], &strict, vec![(Lack::Meeting, Required)]),
        ("another met", &wants, vec![&second], &strict, vec![(Lack::Meeting, Required)]),
        ("met", &wants, vec![&visit], &strict, vec![]),
        ("nothing, to be met", &wants, vec![], &none, vec![(Lack::Meeting, Advised)]),
    ];
    for (name, of, contacts, book, missing) in table {
        let contacts: Vec<_> = contacts.into_iter().cloned().collect();
        let part = of.stage.handling().unwrap().handlers.find(part(1)).unwrap();
        assert_eq!(of.lacks(part, &contacts, false, book), missing, "{name}");
        let required = missing.iter().find(|(_, demand)| *demand == Required).map(|(lack, _)| lack.refusal());
        assert_eq!(of.talked_enough(part, &contacts, false, book).err(), required, "{name}");
    }
}

#[test]
fn the_lead_deputy_of_a_key_suggestion_is_met_though_nobody_asked() {
    let scene = Scene::new();
    let plain = to_sign(&scene);
    let made = |way: &str, with| contact(&scene, &plain, Talk { way: way.to_owned(), with, ..talk(day("2026-03-12")) });
    let (call, visit) = (made("phone", person(LEAD)).unwrap(), made("site", person(LEAD)).unwrap());
    let strict = demanding(&[("contact.meeting", "required")]);
    let part = plain.stage.handling().unwrap().handlers.find(part(1)).unwrap();
    let lacks = |of: &Suggestion, talks: &[Contact], key| of.lacks(part, talks, key, &strict);
    assert_eq!(lacks(&plain, from_ref(&call), true), [(Lack::KeyMeeting, Demand::Required)]);
    assert_eq!(plain.talked_enough(part, from_ref(&call), true, &strict), Err(Refusal::MeetingFirst));
    assert_eq!(lacks(&plain, from_ref(&call), false), []);
    assert_eq!(lacks(&plain, from_ref(&visit), true), []);
    let wants = asks_to_be_met(plain.clone());
    assert_eq!(
        lacks(&wants, &[call], true),
        [(Lack::Meeting, Demand::Required)],
        "said once, by the deputy's own wish"
    );
}

#[test]
fn a_redone_reply_needs_a_talk_of_its_own_and_a_signed_one_none() {
    use Act::*;
    let scene = Scene::new();
    let strict = demanding(&[("contact.before-signing", "required")]);
    let (signed, _) = scene.act(to_sign(&scene), SignReply, &scene.on(day("2026-03-10"))).unwrap();
    let own = |of: &Suggestion| of.stage.handling().unwrap().handlers.find(part(1)).unwrap().clone();
    assert_eq!(signed.lacks(&own(&signed), &[], false, &strict), vec![]);
    let old = contact(&scene, &signed, talk(day("2026-03-12"))).unwrap();
    let later = scene.on(day("2026-03-20"));
    let redo = [Deliver, Judge, OrderRedo].into_iter().fold(signed, |of, act| scene.act(of, act, &later).unwrap().0);
    assert_eq!(redo.lacks(&own(&redo), &[old], false, &strict), vec![(Lack::Contact, Demand::Required)]);
    let (new, _) = redo.record_contact(part(1), id(81), talk(day("2026-03-20")), &later).unwrap();
    assert_eq!(redo.lacks(&own(&redo), &[new], false, &strict), vec![]);
}

#[test]
fn a_list_of_ways_says_which_are_face_to_face() {
    let book = RuleBook::hunan().unwrap();
    let face: Vec<&str> = book.contact_ways.iter().filter(|way| way.face).map(|way| way.name.as_str()).collect();
    assert_eq!(face, ["面谈", "座谈会", "现场"]);
    let own = demanding(&[("contact-way.station", "face 到联络站"), ("contact-way.letter", "-apart 信函")]);
    assert!(own.way("station").unwrap().face);
    assert_eq!((own.way("letter"), own.way_name("letter")), (None, "信函"));
    let wrong = Entry {
        key: "contact-way.fax".to_owned(),
        value: "传真".to_owned(),
        grade: Grade::D,
        document: "某县办法".to_owned(),
    };
    assert_eq!(RuleBook::lay(vec![wrong]).unwrap_err().key, "contact-way.fax");
}

#[test]
fn a_second_rejection_asks_for_a_meeting_after_it() {
    use Act::*;
    let scene = Scene::new();
    let book = RuleBook::hunan().unwrap();
    let given = scene.on(day("2026-03-12"));
    let play = |of: Suggestion, acts: &[Act]| acts.iter().fold(of, |of, act| scene.act(of, *act, &given).unwrap().0);
    let once = play(to_sign(&scene), &[SignReply, Deliver, Judge]);
    let own = |of: &Suggestion| of.stage.handling().unwrap().handlers.find(part(1)).unwrap().clone();
    assert_eq!(once.lacks_meeting(&own(&once), &[], &book), Demand::None, "the first is done again");
    let again = [OrderRedo, DraftReply, SendToCheck, Pass, SignReply, Deliver, Judge];
    let twice = play(once, &again);
    assert_eq!(twice.met_enough(&[], &book).unwrap_err(), Refusal::FaceToFaceFirst);
    let made = |way: &str, with| {
        let talk = Talk { way: way.to_owned(), with, ..talk(day("2026-03-12")) };
        contact(&scene, &twice, talk).unwrap()
    };
    let (call, met, letter) =
        (made("phone", person(LEAD)), made("site", person(LEAD)), made("explanation", person(LEAD)));
    let second = made("talk", person(SECOND));
    let disputed = met.clone().dispute(hand(LEAD), id(79), given.now).unwrap().0;
    for (name, talks, enough) in [
        ("a call", vec![&call], false),
        ("another deputy met", vec![&second], false),
        ("a meeting disputed", vec![&disputed], false),
        ("a meeting", vec![&met], true),
        ("a special explanation", vec![&letter], true),
    ] {
        let talks: Vec<_> = talks.into_iter().cloned().collect();
        assert_eq!(twice.met_enough(&talks, &book).is_ok(), enough, "{name}");
    }
    let lax = demanding(&[("close.meeting", "none")]);
    assert!(twice.met_enough(&[], &lax).is_ok());
}
