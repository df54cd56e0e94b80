//! Every verb in every stage, as a page a person can read: `tests/law_table.txt`. Run with `UPDATE_SNAPSHOTS=1` to rewrite it.

use std::fmt::Write as _;

use crate::scene::{ACTS, Scene, day, ways};
use suggestions_rules::{Fact, Refusal, Stage, Suggestion};

fn standing(suggestion: &Suggestion) -> String {
    let mut text = suggestion.stage.word().to_owned();
    if let Stage::Handling(handling) = &suggestion.stage {
        for part in handling.handlers.all() {
            let round = part.round().map(|round| format!(" {} {}", round.ordinal, round.stage.word()));
            write!(text, " [{}: {}{}]", part.role.word(), part.work.word(), round.unwrap_or_default()).unwrap();
        }
    }
    text
}

fn refused(why: Refusal) -> String {
    why.key().trim_start_matches("suggestions-refused-").to_owned()
}

fn table() -> String {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let mut page = String::new();
    for (name, way) in ways() {
        writeln!(page, "{name}").unwrap();
        let mut not_now = vec![];
        for act in ACTS {
            let (suggestion, _) = scene.play(&way, &given);
            match scene.act(suggestion, act, &given) {
                Ok((_, Fact::Discarded)) => writeln!(page, "    {act:?} → gone").unwrap(),
                Ok((next, _)) => writeln!(page, "    {act:?} → {}", standing(&next)).unwrap(),
                Err(Refusal::NotNow { .. }) => not_now.push(format!("{act:?}")),
                Err(why) => writeln!(page, "    {act:?} ✗ {}", refused(why)).unwrap(),
            }
        }
        writeln!(page, "    not now: {}\n", not_now.join(", ")).unwrap();
    }
    page
}

#[test]
fn every_verb_in_every_stage_does_what_the_table_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/law_table.txt");
    let found = table();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(path, &found).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap();
    assert!(kept == found, "the table has changed; read the difference, then run with UPDATE_SNAPSHOTS=1\n{found}");
}
