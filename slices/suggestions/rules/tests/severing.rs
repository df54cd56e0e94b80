//! 拆件: the office divides what a deputy wrote, and changes none of it.

use crate::scene::{Scene, day, id, sheet};
use suggestions_rules::{Act, Fact, Piece, Refusal, SeverRefusal, Stage, Suggestion};

const TWO: &str = "情况：便桥年久失修。\n校门口没有路灯。\n请修桥；请装路灯。";

fn handed_in(scene: &Scene) -> Suggestion {
    let given = scene.on(day("2026-03-10"));
    let (submitted, _) = scene.play(&[Act::Submit], &given);
    Suggestion { sheet: suggestions_rules::Sheet { body: TWO.to_owned(), ..sheet() }, ..submitted }
}

fn piece(body: &str) -> Piece {
    Piece { title: "关于一件事的建议".to_owned(), body: body.to_owned() }
}

#[test]
fn both_papers_keep_deputy_signers_and_clock() {
    let one = handed_in(&Scene::new());
    let pieces = [piece("情况：便桥年久失修。\n请修桥；"), piece("校门口没有路灯。\n请装路灯。")];
    let [(first, said), (second, made)] = one.clone().sever(id(70), pieces, id(71)).unwrap();
    assert_eq!((first.id, second.id), (one.id, id(70)));
    assert_eq!((first.signers(), second.signers()), (one.signers(), one.signers()));
    assert_eq!((&first.stage, &second.stage), (&one.stage, &one.stage), "handed in when the paper was");
    assert_eq!(said, Fact::Severed { into: id(70), reason: id(71) });
    assert!(matches!(made, Fact::SeveredFrom { from, .. } if from == one.id));
}

#[test]
fn words_are_neither_added_nor_lost() {
    let one = handed_in(&Scene::new());
    let table = [
        ("情况：便桥年久失修。请修桥", "校门口没有路灯。\n请装路灯。", Some(SeverRefusal::NotTheirWords)),
        ("便桥年久失修。\n请修桥", "校门口没有路灯。\n请装路灯。", Some(SeverRefusal::WordsLeftOut)),
        ("情况：便桥年久失修。\n请修桥。", "校门口没有路灯。\n请装路灯。", Some(SeverRefusal::NotTheirWords)),
        ("情况：便桥年久失修。\n请修桥", "校门口没有路灯。", Some(SeverRefusal::WordsLeftOut)),
        ("情况：便桥年久失修。\n请修桥", "请立即停止施工。", Some(SeverRefusal::NotTheirWords)),
        ("情况：便桥年久失修。\n 请修桥；", "情况：便桥年久失修。\n校门口没有路灯。\n请装路灯。", None),
        (TWO, "", Some(SeverRefusal::Other(Refusal::Incomplete))),
    ];
    for (first, second, refused) in table {
        let done = one.clone().sever(id(70), [piece(first), piece(second)], id(71));
        assert_eq!(done.err(), refused, "{first} / {second}");
    }
}

#[test]
fn only_what_lies_to_be_checked_is_divided() {
    let scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    for acts in [&[][..], &[Act::Submit, Act::Accept], &[Act::Submit, Act::Accept, Act::Number]] {
        let (one, _) = scene.play(acts, &given);
        let stage = one.stage.word();
        let done = one.sever(id(70), [piece("甲"), piece("乙")], id(71));
        assert_eq!(done.err(), Some(SeverRefusal::Other(Refusal::NotNow { act: Act::Check, stage })));
    }
    assert!(matches!(handed_in(&scene).stage, Stage::Submitted(_)));
}
