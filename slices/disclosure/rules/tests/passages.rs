//! What is found in a text, and what stands in its place once it is hidden.

use disclosure_rules::{Passage, PassageKind, occurrences, propose, redact};

/// What is found, as the kind's word and the text.
fn found(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let said = |it: &Passage| format!("{} {}", it.kind.word(), chars[it.from..it.to].iter().collect::<String>());
    propose(text, &[], &[]).iter().map(said).collect()
}

#[test]
fn numbers_that_name_somebody_are_found_and_other_numbers_are_not() {
    let table: [(&str, &[&str]); 21] = [
        ("13873612345 13973612346", &["phone 13873612345", "phone 13973612346"]),
        ("+8613873612345", &["phone 8613873612345"]),
        ("86-138-7361-2345", &["phone 86-138-7361-2345"]),
        ("0736-7212345 13873612345", &["phone 0736-7212345", "phone 13873612345"]),
        ("13873612345-801", &["phone 13873612345"]),
        ("2025 13873612345", &["phone 13873612345"]),
        ("电话：7212345 7212346", &["phone 7212345", "phone 7212346"]),
        ("请打 13873612345 联系", &["phone 13873612345"]),
        ("电话：138 7361 2345。", &["phone 138 7361 2345"]),
        ("（０７３６－７２１２３４５）", &["phone ０７３６－７２１２３４５"]),
        ("联系电话：7212345", &["phone 7212345"]),
        ("身份证430703198001011234号", &["identity 430703198001011234"]),
        ("43070319800101123X", &["identity 43070319800101123X"]),
        ("账号6222 0210 0111 6245 702", &["account 6222 0210 0111 6245 702"]),
        ("邮箱 zhang.san@example.cn，", &["email zhang.san@example.cn"]),
        ("湘J·12345和湘JD12345", &["plate 湘J·12345", "plate 湘JD12345"]),
        ("总投资7212345元，2026-03-10完工", &[]),
        ("全长3.5公里，涉及12个村、11300人", &[]),
        ("国办发〔2014〕46号", &[]),
        ("第72号建议", &[]),
        ("拨打12345热线", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn homes_and_names_of_third_persons_are_found() {
    let table: [(&str, &[&str]); 9] = [
        ("家住桃花路18号3栋202室的", &["address 桃花路18号3栋202室"]),
        ("位于白鹤村三组，", &["address 白鹤村三组"]),
        ("村民张三反映", &["name 张三"]),
        ("联系人：李建国，", &["name 李建国"]),
        ("患者王某某就医", &[]),
        ("村民们反映，群众的意见", &[]),
        ("刘伟先生提出", &["name 刘伟"]),
        ("王先生提出", &[]),
        ("居民欢迎", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn names_that_are_set_apart_by_blanks_are_found_as_well() {
    let table: [(&str, &[&str]); 7] = [
        ("村民王　明反映", &["name 王　明"]),
        ("联系人：王 明，", &["name 王 明"]),
        ("联系人： 　李建国，", &["name 李建国"]),
        ("负责人：李　　明", &["name 李　　明"]),
        ("刘　伟先生提出", &["name 刘　伟"]),
        ("居民王　某说", &[]),
        ("群众　反映", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(found(text), expected, "{text}");
    }
    let text = "王　明代表、王明代表和王\u{a0} 明代表都提出。";
    let passages = propose(text, &[], &["王明".to_owned()]);
    assert_eq!(redact(text, &passages), "×××代表、×××代表和×××代表都提出。");
    let set_apart = propose("感谢王明代表", &[], &["王　明".to_owned()]);
    assert_eq!(set_apart.len(), 1, "the roster may set it apart too");
    let known = propose("由郗　明办理", &["郗明".to_owned()], &[]);
    assert_eq!(redact("由郗　明办理", &known), "由郗××办理");
}

#[test]
fn names_of_signers_who_keep_their_identity_are_found_wherever_they_stand() {
    let names = ["杨柳".to_owned()];
    let text = "杨柳代表：您提出的建议收悉。感谢杨柳代表。";
    let passages = propose(text, &[], &names);
    assert_eq!(passages.len(), 2);
    assert_eq!(redact(text, &passages), "×××代表：您提出的建议收悉。感谢×××代表。", "nor does the family name stay");
    let called = "业主杨柳，反映";
    assert_eq!(redact(called, &propose(called, &[], &names)), "业主×××，反映");
}

#[test]
fn what_is_hidden_is_gone_and_everything_else_stays() {
    let text = "村民张三（电话13873612345）住桃花路18号。";
    let passages = propose(text, &[], &[]);
    assert_eq!(redact(text, &passages), "村民张××（电话×××）住×××。");
    assert_eq!(redact(text, &[]), text);
    assert_eq!(redact(text, &passages[1..2]), "村民张三（电话×××）住桃花路18号。");
}

#[test]
fn passages_that_cross_hide_everything_either_names() {
    let text = "甲乙丙丁戊己";
    let passage = |from, to| Passage { from, to, kind: PassageKind::Words };
    assert_eq!(redact(text, &[passage(1, 3), passage(2, 5)]), "甲××××××己");
    assert_eq!(redact(text, &[passage(1, 5), passage(2, 3)]), "甲×××己");
    assert_eq!(redact(text, &[passage(4, 99)]), text, "a place beyond the text hides nothing");
}

#[test]
fn a_family_name_that_longer_words_hide_is_gone_with_them() {
    let name = Passage { from: 2, to: 4, kind: PassageKind::Name };
    let words = Passage { from: 2, to: 6, kind: PassageKind::Words };
    assert_eq!(redact("村民杨柳代表说", &[name, words]), "村民××××××说");
    assert_eq!(redact("村民杨柳代表说", &[name]), "村民杨××代表说");
}

#[test]
fn proposals_never_cross_and_lie_within_the_text() {
    // Pieces that begin and end finds, put together in every order of three.
    let pieces = ["村民张三", "138", "7361", "2345", "湘J1", "路18号", "@a.cn", " ", "-", "住", "x", "０"];
    for a in pieces {
        for b in pieces {
            for c in pieces {
                let text = format!("{a}{b}{c}");
                let length = text.chars().count();
                let found = propose(&text, &[], &["张三".to_owned()]);
                assert!(found.iter().all(|it| it.from < it.to && it.to <= length), "{text}");
                assert!(found.windows(2).all(|two| two[0].to <= two[1].from), "{text}");
            }
        }
    }
}

#[test]
fn words_the_office_names_are_found_at_every_place() {
    let found = occurrences("东山公司与西山公司", "公司", PassageKind::Words);
    assert_eq!(found.iter().map(|it| (it.from, it.to)).collect::<Vec<_>>(), [(2, 4), (7, 9)]);
    assert!(occurrences("东山", "", PassageKind::Words).is_empty());
}
