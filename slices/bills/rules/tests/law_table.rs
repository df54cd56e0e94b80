//! Every verb in every stage, as a page a person can read: `tests/law_table.txt`. Run with `UPDATE_SNAPSHOTS=1` to rewrite it.

use std::fmt::Write as _;

use crate::scene::{Scene, day, ways};
use bills_rules::{Act, Bill, Fact, Refusal, Stage};

fn standing(bill: &Bill) -> String {
    match &bill.stage {
        Stage::Closed(closed) => format!("closed [{}]", closed.ending.word()),
        Stage::Agenda { asked: Some(_), .. } => "agenda [withdrawal asked]".to_owned(),
        stage => stage.word().to_owned(),
    }
}

fn table() -> String {
    let scene = Scene::county();
    let given = scene.on(day("2026-03-10"));
    let mut page = String::new();
    for (name, way, disposal) in ways() {
        writeln!(page, "{name}").unwrap();
        let mut not_now = vec![];
        for act in Act::ALL {
            let (bill, _) = scene.play(&way, &disposal, &given);
            match scene.act(bill, act, &disposal, &given) {
                Ok((_, Fact::Discarded)) => writeln!(page, "    {act:?} → gone").unwrap(),
                Ok((next, _)) => writeln!(page, "    {act:?} → {}", standing(&next)).unwrap(),
                Err(Refusal::NotNow { .. }) => not_now.push(format!("{act:?}")),
                Err(why) => writeln!(page, "    {act:?} ✗ {}", why.key().trim_start_matches("bills-refused-")).unwrap(),
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
