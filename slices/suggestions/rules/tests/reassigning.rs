//! 改派、增加承办单位: the assigning body puts right what it assigned, and only the unit that is new has new days.

use crate::scene::{Scene, day, handler, id, part, unit};
use suggestions_rules::{
    Act, Fact, Form, Handlers, Limit, Mark, MendRefusal, Refusal, Role, Step, Suggestion, Work, timeline,
};

const NUMBERED: [Act; 3] = [Act::Submit, Act::Accept, Act::Number];
const ASSIGNED: [Act; 4] = [Act::Submit, Act::Accept, Act::Number, Act::Assign];

fn handlers(suggestion: &Suggestion) -> &Handlers {
    &suggestion.stage.handling().unwrap().handlers
}

#[test]
fn a_part_goes_to_another_unit_with_clocks_of_its_own_and_the_others_run_on() {
    let scene = Scene::new();
    let (first, later) = (scene.on(day("2026-03-10")), scene.on(day("2026-05-18")));
    let (suggestion, _) = scene.play(&[&ASSIGNED[..], &[Act::SignFor, Act::DraftReply]].concat(), &first);
    let (suggestion, fact) = suggestion.reassign(part(1), handler(4), id(86), &later).unwrap();
    let Fact::Reassigned { assignment, unit: was, to, hops: 1, .. } = fact else { panic!("{fact:?}") };
    assert_eq!((assignment, was, to.unit, to.role), (part(1), unit(1), unit(4), Role::Lead));
    assert_eq!(to.due, day("2026-08-18"), "three months from now, long after the days to object");
    let co = handlers(&suggestion).find(part(2)).unwrap();
    assert_eq!(co.due, day("2026-04-09"), "the co-unit's days run on");
    let old = handlers(&suggestion).find(part(1)).unwrap();
    assert!(matches!(old.work, Work::PassedOn { to, .. } if to == part(4)) && old.settled.is_empty());
    let step = Mark::Done { step: Step::Reassigned { unit: unit(1) }, at: later.now };
    assert!(timeline(&suggestion).contains(&step));
    assert_eq!(handlers(&suggestion).rulings(part(4)), 0, "the new unit may object as often as any");
    let again = handlers(&suggestion).clone();
    assert!(Handlers::read(again.all().cloned().collect()).is_ok());
}

#[test]
fn a_slip_can_go_back_where_it_belongs_but_not_to_a_unit_that_objected_nor_to_one_that_has_a_part() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let (suggestion, _) = scene.play(&ASSIGNED, &given);
    let has = suggestion.clone().reassign(part(1), handler(2), id(86), &given);
    assert_eq!(has.err(), Some(Refusal::Mending(MendRefusal::UnitHadIt)));
    let (away, _) = suggestion.clone().reassign(part(1), handler(4), id(86), &given).unwrap();
    let own = suggestions_rules::Handler { id: part(9), unit: unit(1) };
    assert!(away.reassign(part(4), own, id(87), &given).is_ok(), "unit 1 never objected");
    let (objects, _) = suggestion.object(part(1), unit(3), id(77), &given).unwrap();
    let lies = objects.clone().reassign(part(1), handler(4), id(86), &given);
    assert_eq!(lies.err(), Some(Refusal::NotNow { act: Act::Reassign, stage: "objecting" }), "it is ruled on first");
    let ruling = suggestions_rules::Ruling::PassOn(handler(3));
    let (passed, _) = objects.rule_objection(part(1), ruling, id(78), &given).unwrap();
    assert_eq!(passed.reassign(part(3), own, id(86), &given).err(), Some(Refusal::Mending(MendRefusal::UnitHadIt)));
}

#[test]
fn what_is_answered_stays_with_its_unit() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let signed =
        [&ASSIGNED[..], &[Act::SignFor, Act::DraftReply, Act::SendToCheck, Act::Pass, Act::SignReply]].concat();
    let (suggestion, _) = scene.play(&signed, &given);
    assert!(!handlers(&suggestion).may_reassign(part(1)) && !handlers(&suggestion).may_add());
    let late = suggestion.clone().reassign(part(1), handler(4), id(86), &given).err();
    assert_eq!(late, Some(Refusal::NotNow { act: Act::Reassign, stage: "handling" }));
    assert_eq!(
        suggestion.clone().add_unit(handler(5), id(87), &given).err(),
        Some(Refusal::Mending(MendRefusal::AnsweredAlready))
    );
    assert!(suggestion.reassign(part(2), handler(4), id(86), &given).is_ok(), "the co-unit has given no opinion");
}

#[test]
fn one_more_unit_makes_a_lead_unit_of_one_alone_and_its_days_begin_now() {
    let scene = Scene::new();
    let (first, later) = (scene.on(day("2026-03-10")), scene.on(day("2026-04-01")));
    let (numbered, _) = scene.play(&NUMBERED, &first);
    let (alone, _) = numbered.clone().assign(Form::Sole(handler(1)), &first).unwrap();
    let due = handlers(&alone).find(part(1)).unwrap().due;
    let (joint, fact) = alone.add_unit(handler(5), id(87), &later).unwrap();
    let Fact::UnitAdded { to, .. } = fact else { panic!("{fact:?}") };
    assert_eq!((to.role, to.due), (Role::Co, later.due(Limit::CoOpinion)));
    let lead = handlers(&joint).find(part(1)).unwrap();
    assert_eq!((lead.role, lead.due), (Role::Lead, due));
    assert!(timeline(&joint).contains(&Mark::Done { step: Step::Added { unit: unit(5) }, at: later.now }));
    assert_eq!(joint.add_unit(handler(5), id(87), &later).err(), Some(Refusal::Mending(MendRefusal::UnitHadIt)));
    let form = Form::Separate(vec![handler(1), handler(2)]);
    let (separate, _) = numbered.assign(form, &first).unwrap();
    let (separate, _) = separate.add_unit(handler(5), id(87), &later).unwrap();
    assert_eq!(handlers(&separate).find(part(5)).unwrap().role, Role::Separate);
}
