//! 并案, as the office does it: on paper two papers, on the way one matter, in the answer two again.

use crate::scene::{Scene, day, handler, id, unit};
use suggestions_rules::{Act, Fact, Form, Refusal, Stage, Suggestion};

const NUMBERED: [Act; 3] = [Act::Submit, Act::Accept, Act::Number];

#[test]
fn what_goes_with_another_keeps_its_number_and_waits_for_it() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let (one, _) = scene.play(&NUMBERED, &given);
    let number = one.stage.numbered().cloned();
    let (merged, fact) = one.merge(&scene.other(&given), false, id(82), &given).unwrap();
    assert_eq!(fact, Fact::Merged { into: id(10), reason: id(82) });
    assert_eq!(merged.stage.numbered().cloned(), number);
    assert_eq!(merged.clone().assign(Form::Sole(handler(1)), &given).err(), Some(Refusal::GoesWithMaster));
    let early = merged.assign_with(&scene.other(&given), Form::Sole(handler(1)), &given);
    assert_eq!(early.err(), Some(Refusal::MasterUnfit), "the other is not with its units yet");
}

#[test]
fn it_goes_to_the_units_of_the_other_with_clocks_and_signers_of_its_own() {
    let scene = Scene::new();
    let (early, later) = (scene.on(day("2026-03-10")), scene.on(day("2026-04-20")));
    let (other, _) = scene.other(&early).assign(Form::Sole(handler(1)), &early).unwrap();
    let (one, _) = scene.play(&NUMBERED, &early);
    let (merged, _) = one.merge(&other, false, id(82), &later).unwrap();
    let (handed, _) = merged.assign_with(&other, Form::Sole(handler(2)), &later).unwrap();
    let handling = handed.stage.handling().unwrap();
    let part = handling.handlers.all().next().unwrap();
    assert_eq!((part.unit, part.assigned), (unit(2), later.now));
    assert_eq!(part.due, day("2026-07-20"), "three months from its own assignment");
    let (alone, fact) = handed.separate(Some(id(83))).unwrap();
    assert_eq!(fact, Fact::Separated { from: id(10), reason: Some(id(83)) });
    assert!(matches!(alone.stage, Stage::Handling(_)) && alone.merged.is_none(), "the unit keeps it");
}

#[test]
fn chains_strangers_and_itself_are_no_masters() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let one = || scene.play(&NUMBERED, &given).0;
    let into = |master: &Suggestion, leads| one().merge(master, leads, id(82), &given).err();
    let other = scene.other(&given);
    let third = Suggestion { id: id(11), ..other.clone() };
    let (chained, _) = other.clone().merge(&third, false, id(82), &given).unwrap();
    assert_eq!(into(&chained, false), Some(Refusal::MasterMerged));
    assert_eq!(into(&other, true), Some(Refusal::OthersMerged));
    assert_eq!(into(&one(), false), Some(Refusal::MasterUnfit), "itself");
    assert_eq!(into(&Suggestion { congress: unit(9), ..other }, false), Some(Refusal::MasterUnfit));
    let (submitted, _) = scene.play(&[Act::Submit], &given);
    assert_eq!(into(&Suggestion { id: id(10), ..submitted }, false), Some(Refusal::MasterUnfit));
    let (twice, _) = one().merge(&third, false, id(82), &given).unwrap();
    assert_eq!(twice.merge(&third, false, id(82), &given).err(), Some(Refusal::MergedAlready));
    assert_eq!(one().separate(None).err(), Some(Refusal::NotMerged));
}
