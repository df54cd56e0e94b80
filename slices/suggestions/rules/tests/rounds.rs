//! How often: what a congress may decide in its rule book about extensions and rejected replies.

#![allow(dead_code, reason = "tests")]

use crate::scene::{Scene, day, id, part, ways};
use kernel::Day;
use suggestions_rules::{Entry, Fact, Grade, Outcome, Refusal, RuleBook, Suggestion};

fn until(name: &str, on: Day) -> (Scene, Suggestion) {
    let scene = Scene::new();
    let way = ways().into_iter().find(|(stage, _)| *stage == name).unwrap().1;
    let (suggestion, _) = scene.play(&way, &scene.on(on));
    (scene, suggestion)
}

fn entry(key: &str, value: &str) -> Entry {
    Entry { key: key.into(), value: value.into(), grade: Grade::A, document: "本级办理办法".into() }
}

#[test]
fn how_often_more_time_is_given_is_the_congress_s_own_rule() {
    for (rounds, answers) in [
        ("0", [Some(Refusal::ExtensionsUsedUp), None, None]),
        ("1", [None, Some(Refusal::ExtensionsUsedUp), None]),
        ("2", [None, None, Some(Refusal::ExtensionsUsedUp)]),
    ] {
        let (mut scene, mut suggestion) = until("handling: reply awaited", day("2026-03-10"));
        scene.book = RuleBook::lay(vec![entry("extension.rounds", rounds)]).unwrap();
        let given = scene.on(day("2026-06-01"));
        for (till, answer) in ["2026-07-01", "2026-08-01", "2026-09-01"].into_iter().zip(answers) {
            let asked = suggestion.clone().ask_extension(part(1), day(till), id(79), &given);
            assert_eq!(asked.as_ref().err(), answer.as_ref(), "{rounds} rounds, until {till}");
            let offered = suggestion.stage.handling().unwrap().handlers.find(part(1)).unwrap().may_extend(&given);
            assert_eq!(offered.err(), answer, "the button says the same");
            let Ok((asked, _)) = asked else { break };
            let twice = asked.clone().ask_extension(part(1), day(till), id(79), &given);
            assert_eq!(twice.err(), Some(Refusal::ExtensionAskedAlready));
            suggestion = asked.answer_extension(part(1), true, None, &given).unwrap().0;
        }
    }
}

#[test]
fn where_one_rejected_reply_is_enough_it_may_be_closed_at_once() {
    let (mut scene, suggestion) = until("handling: lead deputy dissatisfied", day("2026-03-10"));
    assert_eq!(suggestion.clone().close(&scene.on(day("2026-04-01"))), Err(Refusal::RedoOutstanding));
    scene.book = RuleBook::lay(vec![entry("close.rounds", "1")]).unwrap();
    let closed = suggestion.close(&scene.on(day("2026-04-01"))).map(|(_, fact)| fact);
    assert_eq!(closed, Ok(Fact::Closed { outcome: Outcome::Dissatisfied }));
}
