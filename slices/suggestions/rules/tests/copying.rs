//! What a reply says word for word as the last one did, in hundredths.

use suggestions_rules::{Entry, Grade, RuleBook, copied};

const BEFORE: &str =
    "李代表：您提出的建议收悉。现答复如下：该路段已列入乡村道路改造计划，待资金到位后实施。目前正在办理前期手续。";

#[test]
fn what_was_said_before_counts_and_courtesies_do_not() {
    let book = RuleBook::hunan().unwrap();
    assert_eq!(copied(BEFORE, BEFORE, &book), 100);
    let new = "李代表：您提出的建议收悉。现答复如下：该路段已于今年六月完工通车。后期养护由乡政府负责。";
    assert_eq!(copied(new, BEFORE, &book), 0, "only the courtesies are the same");
    let half = "该路段已列入乡村道路改造计划，待资金到位后实施。今年已完成测量和预算编制并报县财政局。";
    assert!((40..60).contains(&copied(half, BEFORE, &book)));
    assert_eq!(
        (copied("", BEFORE, &book), copied("已办。", "已办。", &book)),
        (0, 0),
        "what is short says nothing of its own"
    );
}

#[test]
fn a_congress_sets_its_own_measure_or_none() {
    let entry = |value: &str| Entry {
        key: "reply.copied".to_owned(),
        value: value.to_owned(),
        grade: Grade::D,
        document: "某县办法".to_owned(),
    };
    assert_eq!(RuleBook::lay(vec![entry("0")]).unwrap().copied.value, 0);
    assert!(RuleBook::lay(vec![entry("101")]).is_err());
}
