//! Units of a matter disagree, and somebody above them coordinates.

use crate::scene::{Scene, day, id, unit, ways};
use suggestions_rules::{DifferenceRefusal, Fact, Refusal, Suggestion};

fn until(name: &str) -> (Scene, Suggestion) {
    let scene = Scene::new();
    let way = ways().into_iter().find(|(stage, _)| *stage == name).unwrap().1;
    let (suggestion, _) = scene.play(&way, &scene.on(day("2026-03-10")));
    (scene, suggestion)
}

#[test]
fn two_units_with_parts_of_their_own_can_disagree_and_nobody_else() {
    let (scene, suggestion) = until("handling: with a reader");
    let given = scene.on(day("2026-03-11"));
    let reader = suggestion.stage.handling().unwrap().handlers.all().last().unwrap().unit;
    let differ = |between| suggestion.differ(id(60), unit(1), between, id(61), &given).map(|(one, _)| one.between);
    assert_eq!(differ(vec![unit(2), unit(1), unit(2)]), Ok(vec![unit(1), unit(2)]), "each once");
    for wrong in [vec![unit(1)], vec![unit(1), unit(1)], vec![unit(1), unit(9)], vec![unit(1), reader]] {
        assert_eq!(differ(wrong.clone()), Err(DifferenceRefusal::Unfit.into()), "{wrong:?}");
    }
    let (scene, early) = until("numbered");
    let tried = early.differ(id(60), unit(1), vec![unit(1), unit(2)], id(61), &scene.on(day("2026-03-11")));
    assert!(matches!(tried, Err(Refusal::NotNow { .. })));
}

#[test]
fn it_is_settled_once_on_a_day_since_it_was_raised() {
    let (scene, suggestion) = until("handling: reply awaited");
    let raised = scene.on(day("2026-03-11"));
    let (open, _) = suggestion.differ(id(60), unit(1), vec![unit(1), unit(2)], id(61), &raised).unwrap();
    let given = scene.on(day("2026-03-13"));
    for wrong in ["2026-03-10", "2026-03-14"] {
        let tried = open.clone().settle(unit(50), day(wrong), id(62), &given);
        assert_eq!(tried.err(), Some(DifferenceRefusal::DayUnfit.into()), "{wrong}");
    }
    let (settled, fact) = open.settle(unit(50), day("2026-03-12"), id(62), &given).unwrap();
    assert!(
        matches!(fact, Fact::DifferenceSettled { by, between, .. } if by == unit(50) && between == [unit(1), unit(2)])
    );
    assert_eq!(settled.settled.unwrap().day, day("2026-03-12"));
    assert_eq!(
        settled.settle(unit(50), day("2026-03-12"), id(62), &given).err(),
        Some(DifferenceRefusal::Settled.into())
    );
}
