//! Doubts about the class of a reply: who may raise one, until when, how often, and what the unit's head may answer.

#![allow(dead_code, reason = "tests")]

use crate::scene::{LEAD, SECOND, STRANGER, Scene, day, hand, id, part, person};
use suggestions_rules::{Act, Canonical, Doubt, DoubtEnd, Entry, Fact, Grade, Hand, Refusal, RuleBook, Suggestion};

/// Seconded by one, delivered as B on 10 March.
fn delivered(scene: &Scene) -> Suggestion {
    use Act::*;
    let way =
        [Invite, Cosign, Submit, Accept, Number, Assign, SignFor, DraftReply, SendToCheck, Pass, SignReply, Deliver];
    scene.play(&way, &scene.on(day("2026-03-10"))).0
}

fn doubted(scene: &Scene, of: &Suggestion, by: Option<Hand>, earlier: &[Doubt], on: &str) -> Result<Doubt, Refusal> {
    let made = of.doubt_class(part(1), (id(95), by), id(96), earlier, &scene.on(day(on)));
    made.map(|(doubt, _)| doubt)
}

fn class(of: &Suggestion) -> (String, Canonical) {
    let part = of.stage.handling().unwrap().handlers.find(part(1)).unwrap();
    let signature = part.round().unwrap().signature().unwrap();
    (signature.class.clone(), signature.counted_as)
}

fn with(key: &str, value: &str) -> Scene {
    let entry =
        Entry { key: key.to_owned(), value: value.to_owned(), grade: Grade::D, document: "某县办法".to_owned() };
    Scene { book: RuleBook::lay(vec![entry]).unwrap(), ..Scene::new() }
}

#[test]
fn a_signer_in_person_or_the_office_doubts_within_the_limit() {
    let scene = Scene::new();
    let of = delivered(&scene);
    let by_another = Hand { through: Some(id(60)), ..hand(LEAD) };
    for (by, on, refused) in [
        (Some(hand(LEAD)), "2026-03-10", None),
        (Some(hand(SECOND)), "2026-04-09", None),
        (None, "2026-04-09", None),
        (None, "2026-04-10", Some(Refusal::DoubtLate)),
        (Some(hand(STRANGER)), "2026-03-10", Some(Refusal::NotSigner)),
        (Some(by_another), "2026-03-10", Some(Refusal::InPerson(Act::DoubtClass))),
    ] {
        assert_eq!(doubted(&scene, &of, by, &[], on).err(), refused, "{by:?} {on}");
    }
    let longer = with("limit.class-doubt", "3 months");
    assert!(doubted(&longer, &of, None, &[], "2026-06-10").is_ok(), "the limit is an entry of the rule book");
}

#[test]
fn one_at_a_time_and_as_often_as_the_congress_says() {
    let scene = Scene::new();
    let of = delivered(&scene);
    let given = scene.on(day("2026-03-12"));
    let open = doubted(&scene, &of, Some(hand(LEAD)), &[], "2026-03-11").unwrap();
    let one = std::slice::from_ref(&open);
    assert_eq!(doubted(&scene, &of, None, one, "2026-03-12").err(), Some(Refusal::DoubtOpen));
    let (kept, _) = open.clone().keep(&of, id(97), &given).unwrap();
    let answered = std::slice::from_ref(&kept);
    assert_eq!(doubted(&scene, &of, Some(hand(LEAD)), answered, "2026-03-12").err(), Some(Refusal::DoubtsUsedUp));
    assert!(doubted(&scene, &of, Some(hand(SECOND)), answered, "2026-03-12").is_ok(), "each for themselves");
    let twice = with("class-doubt.rounds", "2");
    assert!(doubted(&twice, &of, Some(hand(LEAD)), answered, "2026-03-12").is_ok());
    let never = with("class-doubt.rounds", "0");
    assert_eq!(doubted(&never, &of, None, &[], "2026-03-12").err(), Some(Refusal::DoubtsUsedUp));
}

#[test]
fn an_open_doubt_is_answered_within_the_limit_of_the_book_and_an_answered_one_has_no_day() {
    let scene = Scene::new();
    let of = delivered(&scene);
    let open = doubted(&scene, &of, None, &[], "2026-03-11").unwrap();
    let given = scene.on(day("2026-03-12"));
    assert_eq!(open.due(&given).map(|it| it.due.day), Some(day("2026-03-25")), "ten working days");
    let sooner = with("limit.doubt-answer", "5 days");
    assert_eq!(open.due(&sooner.on(day("2026-03-12"))).map(|it| it.due.day), Some(day("2026-03-16")));
    let (kept, _) = open.keep(&of, id(97), &given).unwrap();
    assert_eq!(kept.due(&given), None);
}

#[test]
fn an_answer_keeps_the_class_or_gives_another_and_there_is_only_one() {
    let scene = Scene::new();
    let of = delivered(&scene);
    let given = scene.on(day("2026-03-12"));
    let doubt = doubted(&scene, &of, None, &[], "2026-03-11").unwrap();
    let was = class(&of).0;
    let other = if was == "C" { "D" } else { "C" };
    for (code, refused) in [(was.as_str(), Refusal::ClassTheSame), ("Z", Refusal::UnknownClass)] {
        assert_eq!(of.clone().change_class(doubt.clone(), (code, id(97)), &given).err(), Some(refused), "{code}");
    }
    let (changed, ended, fact) = of.clone().change_class(doubt.clone(), (other, id(97)), &given).unwrap();
    assert_eq!(class(&changed).0, other);
    assert!(
        matches!(&fact, Fact::ClassChanged { was: first, class, .. } if *first == was && class == other),
        "{fact:?}"
    );
    assert!(matches!(ended.end, DoubtEnd::Changed { .. }));
    assert_eq!(ended.clone().keep(&changed, id(97), &given).err(), Some(Refusal::DoubtAnswered));
    assert_eq!(ended.withdraw(None, given.now).err(), Some(Refusal::DoubtAnswered));
}

#[test]
fn only_who_doubted_takes_it_back() {
    let scene = Scene::new();
    let of = delivered(&scene);
    let now = scene.on(day("2026-03-12")).now;
    let of_lead = doubted(&scene, &of, Some(hand(LEAD)), &[], "2026-03-11").unwrap();
    for by in [None, Some(hand(SECOND))] {
        assert_eq!(of_lead.clone().withdraw(by, now).err(), Some(Refusal::NotDoubter));
    }
    let (back, _) = of_lead.withdraw(Some(hand(LEAD)), now).unwrap();
    assert!(matches!(back.end, DoubtEnd::Withdrawn { .. }) && back.by == Some(person(LEAD)));
}

#[test]
fn a_closed_matter_may_still_change_its_class() {
    let scene = Scene::new();
    let of = delivered(&scene);
    let doubt = doubted(&scene, &of, None, &[], "2026-03-11").unwrap();
    let later = scene.on(day("2026-03-25"));
    let closed = scene.act(of, Act::Close, &later).unwrap().0;
    let other = if class(&closed).0 == "C" { "D" } else { "C" };
    let (changed, ..) = closed.change_class(doubt, (other, id(97)), &later).unwrap();
    assert_eq!((changed.stage.word(), class(&changed).0.as_str()), ("closed", other));
}

#[test]
fn a_doubt_is_taken_back_in_person_as_it_was_raised() {
    let scene = Scene::new();
    let of = delivered(&scene);
    let doubt = doubted(&scene, &of, Some(hand(LEAD)), &[], "2026-03-10").unwrap();
    let by_another = Hand { through: Some(id(60)), ..hand(LEAD) };
    let now = scene.on(day("2026-03-11")).now;
    assert_eq!(doubt.clone().withdraw(Some(by_another), now).unwrap_err(), Refusal::InPerson(Act::DoubtClass));
    assert!(doubt.withdraw(Some(hand(LEAD)), now).is_ok());
}
