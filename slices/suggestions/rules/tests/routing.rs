//! 转办 in two steps, and 参阅.

use crate::scene;
use crate::scene::{Scene, day, handler, id, unit};
use suggestions_rules::{Act, Awaited, Fact, Form, Refusal, Role};

const NUMBERED: [Act; 3] = [Act::Submit, Act::Accept, Act::Number];

#[test]
fn a_transfer_office_divides_it_and_the_days_to_reply_begin_with_the_units() {
    let scene = Scene::new();
    let (first, later) = (scene.on(day("2026-03-10")), scene.on(day("2026-03-16")));
    let (numbered, _) = scene.play(&NUMBERED, &first);
    let (routed, fact) = numbered.route(unit(20), &first).unwrap();
    assert_eq!(fact, Fact::Routed { to: unit(20), by: day("2026-03-17") }, "five working days");
    let (handled, _) = routed.assign(Form::Sole(handler(1)), &later).unwrap();
    assert_eq!(handled.routed.map(|routed| routed.office), Some(unit(20)), "who divided it stays known");
    let part = handled.stage.handling().unwrap().handlers.all().next().unwrap().clone();
    assert_eq!(part.due, day("2026-06-16"));
}

#[test]
fn it_is_passed_on_with_time_anew_or_comes_back() {
    let scene = Scene::new();
    let (first, later) = (scene.on(day("2026-03-10")), scene.on(day("2026-03-16")));
    let (routed, _) = scene.play(&[Act::Submit, Act::Accept, Act::Number, Act::Route], &first);
    assert_eq!(routed.clone().route(unit(21), &later).err(), Some(Refusal::RoutedAlready));
    assert_eq!(routed.clone().route_on(unit(20), id(84), &later).err(), Some(Refusal::RoutedAlready));
    let (on, _) = routed.route_on(unit(21), id(84), &later).unwrap();
    assert_eq!(on.routed.map(|routed| (routed.office, routed.at)), Some((unit(21), later.now)));
    let (back, fact) = on.route_back(true, id(85)).unwrap();
    assert_eq!(fact, Fact::RoutedBack { from: unit(21), recalled: true, reason: id(85) });
    assert_eq!(back.clone().route_back(false, id(85)).err(), Some(Refusal::NotRouted));
    assert!(back.merge(&scene.other(&first), false, id(82), &later).is_ok());
}

#[test]
fn what_a_transfer_office_has_goes_with_no_other() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let (routed, _) = scene.play(&[Act::Submit, Act::Accept, Act::Number, Act::Route], &given);
    assert_eq!(routed.merge(&scene.other(&given), false, id(82), &given).err(), Some(Refusal::WithTransfer));
    let (merged, _) = scene.play(&[Act::Submit, Act::Accept, Act::Number, Act::Merge], &given);
    assert_eq!(merged.route(unit(20), &given).err(), Some(Refusal::GoesWithMaster));
}

#[test]
fn a_reader_owes_nothing_and_has_nothing_to_do() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let (handled, _) = scene.play(&[Act::Submit, Act::Accept, Act::Number, Act::Assign, Act::GiveToRead], &given);
    let reader = handler(8);
    let part = handled.stage.handling().unwrap().handlers.find(reader.id).unwrap().clone();
    assert_eq!((part.role, part.awaits()), (Role::Reader, (Awaited::Nothing, None)));
    assert!(handled.clone().sign_for(reader.id, &given).is_err());
    assert!(handled.clone().object(reader.id, unit(3), id(77), &given).is_err());
    assert!(handled.clone().advise(reader.id, id(72), &given).is_err());
    assert_eq!(handled.clone().draft_reply(reader.id, scene::letter()).err(), Some(Refusal::CoUnitRepliesNot));
    let twice = handled.give_to_read(&[handler(9), handler(8)], &given);
    assert_eq!(twice.err(), Some(Refusal::HandlersUnfit));
}
