//! Which replies only send the deputy elsewhere: they are objections made too late, not replies.

#![allow(dead_code, reason = "tests")]

use crate::scene::{Scene, day, id, letter, part, ways};
use suggestions_rules::{Entry, Grade, Letter, Refusal, RuleBook, only_elsewhere};

#[test]
fn what_is_no_reply() {
    let book = RuleBook::hunan().unwrap();
    let opening = "李代表：您提出的关于修复村道的建议收悉。现答复如下：";
    let table = [
        ("经核实，该路段不属于我局管理，请向县交通运输局反映。感谢您对我局工作的关心。", true),
        ("该路为县道。建议您向县交通运输局提出。", true),
        ("此事转请县水利局办理。\n此复。", true),
        ("我局已派人到现场查看，路面破损一百二十米，今年十一月底前修复，经费八万元已落实。", false),
        (
            "该路段不属于我局管理。我局已会同县交通运输局到现场查看，商定由县交通运输局今年年底前修复，我局负责两侧排水沟，十月动工。",
            false,
        ),
        ("已经修好。", false),
        ("", false),
    ];
    for (said, wanted) in table {
        assert_eq!(only_elsewhere(&format!("{opening}{said}"), &book), wanted, "{said}");
    }
}

#[test]
fn a_congress_has_words_of_its_own_or_does_without() {
    let entry = |key: &str, value: &str| Entry {
        key: key.to_owned(),
        value: value.to_owned(),
        grade: Grade::D,
        document: "某县办法".to_owned(),
    };
    let own = RuleBook::lay(vec![entry("reply.elsewhere", "归别家管")]).unwrap();
    assert!(only_elsewhere("这事归别家管。", &own) && !only_elsewhere("请向县水利局反映。", &own));
    let without = RuleBook::lay(vec![entry("reply.substance", "0")]).unwrap();
    assert!(!only_elsewhere("请向县水利局反映。", &without));
    assert!(RuleBook::lay(vec![entry("reply.substance", "很多")]).is_err());
}

#[test]
fn such_a_draft_is_neither_sent_to_be_checked_nor_signed_unchecked() {
    let mut scene = Scene::new();
    let given = scene.on(day("2026-03-10"));
    let way = ways().into_iter().find(|(stage, _)| *stage == "handling: reply awaited").unwrap().1;
    let (awaited, _) = scene.play(&way, &given);
    let body = kernel::Text::parse("来信收悉。此事不属于我局职责，请向县水利局反映。").unwrap();
    let (drafted, _) = awaited.draft_reply(part(1), Letter { body, ..letter() }).unwrap();
    assert_eq!(drafted.clone().send_to_check(part(1), &given).unwrap_err(), Refusal::OnlyElsewhere);
    scene.book.reply_is_checked.value = false;
    let given = scene.on(day("2026-03-10"));
    assert_eq!(drafted.clone().sign_reply(part(1), id(9), "A", &given).unwrap_err(), Refusal::OnlyElsewhere);
    let (mended, _) = drafted.draft_reply(part(1), letter()).unwrap();
    assert!(mended.sign_reply(part(1), id(9), "A", &given).is_ok());
}
